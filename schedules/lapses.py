"""What follows from a time that is lost or comes again: downtime, no network, a wrong clock.

"After a time offline, digests that fell due in the last two days are sent; older ones come as one
message of buttons." What was planned before that time, and had not begun to leave, is no other.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from sqlite_utils import Database

from data import deliveries, due, moments, outbox
from data.deliveries import State
from data.store import writing
from schedules.newest import Newest

EVERY: Final = timedelta(minutes=10)
BACK: Final = timedelta(seconds=5)
SLICE: Final = 200
# What is behind another one waits itself as soon as that one is old: so it comes first.
_STATES: Final[tuple[State, ...]] = ("behind", "waiting", "sending")


class Lapses:
    """Compares each look at the clock with the last one; before the first was a time offline."""

    def __init__(self, db: Database) -> None:
        """Watch over what this store holds."""
        self._db = db
        self._last: datetime | None = None
        self._aged: datetime | None = None

    def slices(self, now: datetime) -> Iterator[None]:
        """Do what follows from the time since the last look; others go first where it yields."""
        last, self._last = self._last, now
        if last and now < last - BACK:
            with writing(self._db):
                outbox.hurry(self._db, now)
                deliveries.hurry(self._db, now)
        if self._aged is None or not self._aged <= now < self._aged + EVERY:
            for state in _STATES:
                yield from self._ages(state, now)
            self._aged = now

    def _ages(self, state: State, now: datetime) -> Iterator[None]:
        """Let buttons offer what fell due too long ago, and could have left then."""
        before = now - due.STILL_SENT
        newest = Newest(self._db, now)
        stopped = set(newest.not_out())
        after = (moments.BEGINNING, 0)
        while found := deliveries.unsent_since(self._db, state, before, after, SLICE):
            with writing(self._db):
                deliveries.make_old(
                    self._db,
                    [
                        each
                        for each in found
                        if (each.session, each.day) not in stopped
                        and newest.settled_before(each.session, each.day, before)
                    ],
                )
            last = found[-1]
            after = (last.due, last.id)
            yield
