"""What can be pasted into another chat: outcomes and days."""

from datetime import date

from sqlite_utils import Database

from data import days, kinds, outcomes, search
from data.days import Day
from data.outcomes import Outcome

LONGEST_QUERY = 256


def found(db: Database, session: str, words: str, today: date) -> list[Outcome | Day]:
    """Return what matches, the best first; for no words the day at hand, then all outcomes.

    ``today`` is the date at the venue.
    """
    if not words.strip():
        return [*at_hand(db, session, today), *outcomes.every(db, session)]
    hits = search.find(db, session, words[:LONGEST_QUERY], kinds=("outcome", "day"))
    records = (kinds.get(db, session, hit.kind, hit.record) for hit in hits)
    return [record for record in records if isinstance(record, Outcome | Day)]


def at_hand(db: Database, session: str, today: date) -> list[Day]:
    """Return today's day or the last one held, as a list of one; before the session none."""
    return [day for day in days.every(db, session) if day.date <= today][-1:]
