"""The resolutions that a session adopted."""

from typing import ClassVar

from sqlite_utils import Database

from data.records import Date, DayNumber, Record, Slug, Sources, Text, Title, rows


class Resolution(Record):
    """A resolution, as ``resolutions.toml`` gives it; ``outcome`` is the outcome that tells more.

    ``symbol`` and ``adopted`` are left out where no source gives them.
    """

    table: ClassVar[str] = "resolutions"

    id: Slug
    topic: Slug
    title: Title
    symbol: Text | None = None
    adopted: Date | None = None
    day: DayNumber | None = None
    adopted_by: Text
    text: Text | None = None
    note: Text | None = None
    outcome: Slug | None = None
    sources: Sources


def every(db: Database, session: str) -> list[Resolution]:
    """Return the resolutions of a session in the order of its file."""
    found = rows(db, "select * from resolutions where session = ? order by position", [session])
    return [Resolution.from_row(row) for row in found]


def get(db: Database, session: str, resolution: str) -> Resolution | None:
    """Return one resolution by its id."""
    found = rows(
        db, "select * from resolutions where session = ? and id = ?", [session, resolution]
    )
    return Resolution.from_row(found[0]) if found else None
