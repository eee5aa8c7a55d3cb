"""What comes next in a session: the day at hand and what it still holds."""

from collections.abc import Sequence
from datetime import datetime, time

from data.days import Day
from data.programme import Event
from data.session import Session


def day(days: Sequence[Day], session: Session, moment: datetime) -> Day | None:
    """Return the first day that has not closed at ``moment``, which is aware; None after all."""
    return next((each for each in days if each.closes_at(session) > moment), None)


def events(held: Sequence[Event], session: Session, moment: datetime) -> list[Event]:
    """Return the items that are not known to be over at ``moment``, in the order given."""
    return [each for each in held if not _over(each, session, moment)]


def _over(event: Event, session: Session, moment: datetime) -> bool:
    if event.date is None or event.ends is None:
        return False
    ends = datetime.combine(event.date, time.fromisoformat(event.ends), tzinfo=session.zone)
    return ends <= moment
