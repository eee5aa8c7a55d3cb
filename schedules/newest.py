"""The newest revision of each day, and what follows from it at a moment."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlite_utils import Database

from data import days, deliveries, due, revisions, session, stops
from data.revisions import Revision


class Newest:
    """What stands of each day of all sessions, read from the store once."""

    def __init__(self, db: Database, now: datetime) -> None:
        """Read it; the store is not looked at again."""
        self._now = now
        self._sessions = {each.id: each for each in session.every(db)}
        self._days = {each: days.every(db, each) for each in self._sessions}
        self._newest = {each: revisions.newest(db, each) for each in self._sessions}
        self._stopped = stops.every(db)
        self._written = {
            (each, number) for each in self._sessions for number in days.summarised_in_any(db, each)
        }

    def days(self) -> list[tuple[str, int]]:
        """Return session and number of every day."""
        return [(named, day.number) for named, held in self._days.items() for day in held]

    def knows(self, named: str, day: int) -> bool:
        """Tell whether a session has a day of that number."""
        return any(each.number == day for each in self._days.get(named, ()))

    def is_written(self, named: str, day: int) -> bool:
        """Tell whether a day has a published summary in any language."""
        return (named, day) in self._written

    def ends_wait(self, named: str, day: int, state: deliveries.State) -> bool:
        """Tell whether what is held, or was given up, has something to wait for no longer."""
        if self.is_written(named, day):
            return True
        return state == "held" and self.given_up(named, day) <= self._now

    def given_up(self, named: str, day: int) -> datetime:
        """Return until when a summary is waited for; the past for a day that does not exist."""
        held, of_session = self._sessions.get(named), self._days.get(named, [])
        found = next((each for each in of_session if each.number == day), None)
        if held is None or found is None:
            return self._now
        return due.waited_for_until(held, of_session, found)

    def settled_before(self, named: str, day: int, moment: datetime) -> bool:
        """Tell whether what a day's digest says stood already before ``moment``."""
        newest = self._newest.get(named, {}).get(day)
        if newest and newest.made and newest.made >= moment:
            return False
        return self.is_written(named, day) or self.given_up(named, day) < moment

    def revision(self, named: str, day: int) -> int:
        """Return the number of a day's newest revision; 0 where it has none."""
        newest = self._newest.get(named, {}).get(day)
        return newest.revision if newest else 0

    def out(self) -> list[Revision]:
        """Return the newest revision of each day that may leave."""
        return [each for each in self._every() if self._may_leave(each)]

    def not_out(self) -> Sequence[tuple[str, int]]:
        """Return the days that may not leave: a change can still be undone, or they are stopped."""
        waiting = {(each.session, each.day) for each in self._every() if not self._may_leave(each)}
        return sorted(waiting | self._stopped)

    def _may_leave(self, revision: Revision) -> bool:
        # Where the clock was ahead when it was made, that moment says nothing.
        ahead = revision.made is not None and revision.made > self._now
        in_time = revision.leaves is not None and revision.leaves > self._now and not ahead
        return not in_time and (revision.session, revision.day) not in self._stopped

    def next_out(self) -> datetime | None:
        """Return when the next revision may leave that can still be undone."""
        leaving = (each.leaves for each in self._every() if each.leaves)
        return min((each for each in leaving if each > self._now), default=None)

    def _every(self) -> Iterable[Revision]:
        every = (each for of_session in self._newest.values() for each in of_session.values())
        return (each for each in every if self.knows(each.session, each.day))
