"""Where sources contradict each other: what each says, and what we go with."""

from typing import Annotated, ClassVar

from sqlite_utils import Database

from data.records import Entry, Record, Rule, Slug, Sources, Text, rows

Reference = Annotated[str, Rule(pattern=r"^[a-z]+/[a-z0-9-]+$")]


class Version(Entry):
    """What one side says, and who."""

    says: Text
    sources: Sources


class Conflict(Record):
    """A contradiction, as ``conflicts.toml`` gives it.

    ``records`` names what it is about, as ``outcome/budget-2014`` or ``day/7``; ``resolution``
    says what we go with and why.
    """

    table: ClassVar[str] = "conflicts"

    id: Slug
    about: Text
    records: tuple[Reference, ...] = ()
    resolution: Text
    versions: Annotated[tuple[Version, ...], Rule(shortest=1)]


def every(db: Database, session: str) -> list[Conflict]:
    """Return the contradictions of a session in the order of its file."""
    found = rows(db, "select * from conflicts where session = ? order by position", [session])
    return [Conflict.from_row(row) for row in found]


def get(db: Database, session: str, conflict: str) -> Conflict | None:
    """Return one contradiction by its id."""
    found = rows(db, "select * from conflicts where session = ? and id = ?", [session, conflict])
    return Conflict.from_row(found[0]) if found else None


def about(db: Database, session: str, kind: str, identity: str) -> list[Conflict]:
    """Return the contradictions that touch a record, such as ``"outcome", "budget-2014"``."""
    found = rows(
        db,
        "select * from conflicts where session = ? and exists"
        " (select 1 from json_each(records) where value = ?) order by position",
        [session, f"{kind}/{identity}"],
    )
    return [Conflict.from_row(row) for row in found]
