"""What a session decided or brought about."""

from typing import ClassVar

from sqlite_utils import Database

from data.records import Confidence, Date, DayNumber, Record, Slug, Sources, Text, Title, rows


class Outcome(Record):
    """An outcome, as ``outcomes.toml`` gives it.

    ``date`` and ``day`` are left out where no source gives them. ``symbol`` is the official
    document's, such as ``ICC-ASP/12/Res.7``.
    """

    table: ClassVar[str] = "outcomes"

    id: Slug
    topic: Slug
    title: Title
    text: Text
    date: Date | None = None
    day: DayNumber | None = None
    symbol: Text | None = None
    note: Text | None = None
    confidence: Confidence = "high"
    sources: Sources


def every(db: Database, session: str) -> list[Outcome]:
    """Return all outcomes of a session in the order of its file."""
    found = rows(db, "select * from outcomes where session = ? order by position", [session])
    return [Outcome.from_row(row) for row in found]


def get(db: Database, session: str, outcome: str) -> Outcome | None:
    """Return one outcome by its id."""
    found = rows(db, "select * from outcomes where session = ? and id = ?", [session, outcome])
    return Outcome.from_row(found[0]) if found else None


def of_topic(db: Database, session: str, topic: str) -> list[Outcome]:
    """Return the outcomes of a topic in the order of the file."""
    found = rows(
        db,
        "select * from outcomes where session = ? and topic = ? order by position",
        [session, topic],
    )
    return [Outcome.from_row(row) for row in found]


def of_day(db: Database, session: str, day: int) -> list[Outcome]:
    """Return what was decided on a day."""
    found = rows(
        db,
        "select * from outcomes where session = ? and day = ? order by position",
        [session, day],
    )
    return [Outcome.from_row(row) for row in found]


def counts(db: Database, session: str) -> dict[str, int]:
    """Return how many outcomes each topic has, by the topic's id."""
    found = rows(
        db, "select topic, count(*) as n from outcomes where session = ? group by topic", [session]
    )
    return {row["topic"]: row["n"] for row in found}
