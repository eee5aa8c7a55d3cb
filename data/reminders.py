"""Which days have closed without a summary, so that editors are reminded, once."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from sqlite_utils import Database

from data import days, revisions, session
from data.days import Day
from data.records import rows
from data.session import Session

# After so long nobody is reminded of a day any more: the bot was out of service at its close.
RECENT: Final = timedelta(hours=24)


class Unwritten(NamedTuple):
    """A day without a summary; ``closes`` is UTC."""

    session: Session
    day: Day
    closes: datetime


def due(db: Database, now: datetime) -> list[Unwritten]:
    """Return the days that closed recently without a summary, and of which nobody was reminded."""
    return [each for each in _unwritten(db) if now - RECENT < each.closes <= now]


def following(db: Database, now: datetime) -> datetime | None:
    """Return when the next day closes whose summary is not written."""
    return min((each.closes for each in _unwritten(db) if each.closes > now), default=None)


def done(db: Database, unwritten: Unwritten) -> None:
    """Keep that editors were reminded of a day."""
    db.execute(
        "insert or ignore into reminded (session, day) values (?, ?)",
        [unwritten.session.id, unwritten.day.number],
    )


def _unwritten(db: Database) -> Iterator[Unwritten]:
    reminded = {(row["session"], row["day"]) for row in rows(db, "select * from reminded")}
    for held in session.every(db):
        written = days.summarised_in_any(db, held.id)
        for day in days.every(db, held.id):
            if day.number in written or (held.id, day.number) in reminded:
                continue
            # Of a day that was taken back, whoever took it back knows.
            if not revisions.standing(revisions.of_day(db, held.id, day.number)):
                yield Unwritten(held, day, day.closes_at(held))
