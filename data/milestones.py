"""What led to a session and what came of it."""

from typing import ClassVar, Literal

from sqlite_utils import Database

from data.records import PartialDate, Record, Slug, Sources, Text, rows


class Milestone(Record):
    """Something that happened before or after a session, as ``milestones.toml`` gives it."""

    table: ClassVar[str] = "milestones"

    id: Slug
    date: PartialDate
    when: Literal["before", "after"]
    text: Text
    note: Text | None = None
    sources: Sources


def every(db: Database, session: str) -> list[Milestone]:
    """Return the milestones around a session by date."""
    found = rows(
        db, "select * from milestones where session = ? order by date, position", [session]
    )
    return [Milestone.from_row(row) for row in found]


def get(db: Database, session: str, milestone: str) -> Milestone | None:
    """Return one milestone by its id."""
    found = rows(db, "select * from milestones where session = ? and id = ?", [session, milestone])
    return Milestone.from_row(found[0]) if found else None
