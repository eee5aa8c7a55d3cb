"""Sessions of the Assembly: which there are, and which one is followed."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlite_utils import Database

from data.records import Address, HourMinute, Record, Rule, Slug, Sources, Text, rows

NEXT_WITHIN = timedelta(days=14)


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f'"{name}" is not a time zone such as "Europe/Amsterdam"') from error
    return name


ZoneName = Annotated[str, Rule(check=_zone)]


class Session(Record):
    """A session of the Assembly, as ``session.toml`` gives it.

    ``start`` and ``end`` are dates at the venue, ``closes`` is the hour at which a day closes
    there unless the day says otherwise, ``timezone`` is the venue's zone.
    """

    table: ClassVar[str] = "sessions"

    id: Slug
    number: int
    name: Text
    short_name: Text
    hashtag: Text | None = None
    place: Text
    venue: Text
    country: Text
    start: date
    end: date
    timezone: ZoneName
    closes: HourMinute
    president: Text
    states_parties: int
    about: Text
    website: Address | None = None
    sources: Sources

    @property
    def zone(self) -> ZoneInfo:
        """The venue's time zone."""
        return ZoneInfo(self.timezone)

    def today(self, moment: datetime) -> date:
        """Return the date at the venue at ``moment``, which is aware."""
        return moment.astimezone(self.zone).date()


def every(db: Database) -> list[Session]:
    """Return all sessions, the latest first."""
    return [Session.from_row(row) for row in rows(db, "select * from sessions order by start desc")]


def get(db: Database, session: str) -> Session | None:
    """Return the session with this id, such as ``asp12``."""
    found = rows(db, "select * from sessions where id = ?", [session])
    return Session.from_row(found[0]) if found else None


def followed(sessions: Sequence[Session], moment: datetime) -> Session | None:
    """Choose the session that is followed when nobody chose one.

    The one under way at ``moment``; else the next that starts within 14 days; else the latest
    that has begun; else the first that will.
    """
    begun = [each for each in sessions if each.start <= each.today(moment)]
    ahead = [each for each in sessions if each.start > each.today(moment)]
    soon = [each for each in ahead if each.start - each.today(moment) <= NEXT_WITHIN]
    under_way = [each for each in begun if each.today(moment) <= each.end]
    for choice in (under_way, sorted(soon, key=_start), sorted(begun, key=_start, reverse=True)):
        if choice:
            return choice[0]
    return min(ahead, key=_start, default=None)


def _start(session: Session) -> date:
    return session.start


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the beginning of ``day`` in ``zone``, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
