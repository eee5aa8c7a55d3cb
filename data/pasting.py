"""What can be pasted into another chat: outcomes and days."""

from datetime import date

from sqlite_utils import Database

from data import days, kinds, outcomes, search
from data.days import Day
from data.outcomes import Outcome

LONGEST_QUERY = 256


def found(
    db: Database, session: str, words: str, today: date, places: slice
) -> tuple[list[Outcome | Day], bool]:
    """Return what matches at some places of the list, the best first, and whether more follows.

    The last of ``words`` may be half a word. For no words that is the day at hand, then all
    outcomes. ``today`` is the date at the venue.
    """
    if not words.strip():
        every: list[Outcome | Day] = [*at_hand(db, session, today), *outcomes.every(db, session)]
        return every[places], bool(places.stop < len(every))
    hits = search.find(db, session, words[:LONGEST_QUERY], kinds=("outcome", "day"), typing=True)
    records = (kinds.get(db, session, hit.kind, hit.record) for hit in hits[places])
    shown = [record for record in records if isinstance(record, Outcome | Day)]
    return shown, bool(places.stop < len(hits))


def at_hand(db: Database, session: str, today: date) -> list[Day]:
    """Return today's day or the last one held, as a list of one; before the session none."""
    return [day for day in days.every(db, session) if day.date <= today][-1:]
