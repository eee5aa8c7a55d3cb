"""The chat's clock: the machine's own, or one that stands until it is moved."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from data import session
from data.clock import Clock, SettableClock, SystemClock
from data.locales.words import Words


def moment(text: str, db: Database) -> datetime:
    """Read ``2013-11-22T18:55`` as the time at the venue of the session that is followed then.

    Raises:
        ValueError: for what is no such time.
    """
    given = datetime.fromisoformat(text)
    return given if given.tzinfo else given.replace(tzinfo=_zone(db, given))


def _zone(db: Database, given: datetime) -> ZoneInfo:
    utc = ZoneInfo("UTC")
    followed = session.followed(session.every(db), given.replace(tzinfo=utc))
    return followed.zone if followed else utc


class Timing:
    """A clock, and how the terminal moves it and tells it."""

    def __init__(self, clock: Clock, db: Database) -> None:
        """Tell the time of ``clock`` as the venue's."""
        self.clock = clock
        self._db = db

    @classmethod
    def starting(cls, at: str | None, db: Database) -> "Timing":
        """Start at a venue's time, else with the system's clock. Raises ``ValueError``."""
        return cls(SettableClock(moment(at, db)) if at else SystemClock(), db)

    @property
    def settable(self) -> bool:
        """Whether the clock can be moved."""
        return isinstance(self.clock, SettableClock)

    def move_to(self, moment: datetime) -> None:
        """Move the clock on to a moment, never back; the system's own stays as it is."""
        if isinstance(self.clock, SettableClock):
            self.clock.set(max(moment, self.clock.now()))

    def told(self, words: Words) -> str:
        """Write the time at the venue: *Friday 22 November 2013, 19:05 (Europe/Amsterdam)*."""
        zone = _zone(self._db, self.clock.now())
        local = self.clock.now().astimezone(zone)
        return words.plain(
            "terminal.time", date=words.date(local), time=f"{local:%H:%M}", zone=zone.key
        )
