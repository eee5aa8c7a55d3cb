"""The days of a session and their summaries."""

from datetime import UTC, date, datetime, time
from typing import ClassVar

from sqlite_utils import Database

from data.records import Date, DayNumber, HourMinute, Record, Sources, Text, rows
from data.richtext import RichText
from data.session import Session


class Day(Record):
    """A working day of a session, as ``days.toml`` gives it.

    ``number`` counts from 1. ``closes`` is an hour at the venue, where it differs from the
    session's own.
    """

    table: ClassVar[str] = "days"
    key: ClassVar[str] = "number"

    number: DayNumber
    date: Date
    headline: Text
    closes: HourMinute | None = None
    note: Text | None = None
    sources: Sources

    def closes_at(self, session: Session) -> datetime:
        """Return the close of the day in UTC; no digest of the day is due before it."""
        hour = time.fromisoformat(self.closes or session.closes)
        return datetime.combine(self.date, hour, tzinfo=session.zone).astimezone(UTC)


def every(db: Database, session: str) -> list[Day]:
    """Return the days of a session in order."""
    found = rows(db, "select * from days where session = ? order by number", [session])
    return [Day.from_row(row) for row in found]


def get(db: Database, session: str, number: int) -> Day | None:
    """Return day ``number`` of a session."""
    found = rows(db, "select * from days where session = ? and number = ?", [session, number])
    return Day.from_row(found[0]) if found else None


def on(db: Database, session: str, on_date: date) -> Day | None:
    """Return the day that was held on a date at the venue; None where there was no meeting."""
    found = rows(
        db, "select * from days where session = ? and date = ?", [session, on_date.isoformat()]
    )
    return Day.from_row(found[0]) if found else None


def beside(days: list[Day], on_date: date) -> tuple[Day | None, Day | None]:
    """Return the last day before and the first day after a date, among ``days`` in order."""
    before = [day for day in days if day.date < on_date]
    after = [day for day in days if day.date > on_date]
    return (before[-1] if before else None, after[0] if after else None)


def summary(db: Database, session: str, number: int, language: str = "en") -> RichText | None:
    """Return the published summary of a day in a language; None where there is none."""
    found = rows(
        db,
        "select text, entities from summaries where session = ? and day = ? and language = ?",
        [session, number, language],
    )
    return RichText.from_row(found[0]) if found else None


def summaries(db: Database, session: str) -> list[tuple[int, str, RichText]]:
    """Return all published summaries of a session with day and language, in that order."""
    found = rows(
        db,
        "select day, language, text, entities from summaries where session = ?"
        " order by day, language",
        [session],
    )
    return [(row["day"], row["language"], RichText.from_row(row)) for row in found]


def summarised_in_any(db: Database, session: str) -> set[int]:
    """Return the numbers of the days that have a published summary, in whatever language."""
    found = rows(db, "select distinct day from summaries where session = ?", [session])
    return {row["day"] for row in found}


def summarised(db: Database, session: str, language: str = "en") -> set[int]:
    """Return the numbers of the days that have a published summary in a language."""
    found = rows(
        db,
        "select day from summaries where session = ? and language = ?",
        [session, language],
    )
    return {row["day"] for row in found}
