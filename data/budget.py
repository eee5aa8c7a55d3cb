"""The figures of the budget, each with who says so, and what people said of it."""

from typing import ClassVar, Literal

from sqlite_utils import Database

from data.records import Positive, Record, Slug, Sources, Text, rows

Kind = Literal["approved", "increase", "previous", "requested", "proposed", "premises", "saving"]


class Figure(Record):
    """A figure of the budget, as ``budget.toml`` gives it.

    ``amount`` is in whole units of ``currency`` (an ISO 4217 code); where the source gives no
    exact number, ``words`` says what it says.
    """

    table: ClassVar[str] = "figures"

    id: Slug
    label: Text
    kind: Kind
    year: int
    amount: Positive | None = None
    words: Text | None = None
    currency: Text
    said_by: Text
    note: Text | None = None
    sources: Sources


class Reaction(Record):
    """What somebody said of the budget, restated."""

    table: ClassVar[str] = "reactions"

    id: Slug
    who: Text
    text: Text
    sources: Sources


def figures(db: Database, session: str) -> list[Figure]:
    """Return the figures of a session's budget in the order of its file."""
    found = rows(db, "select * from figures where session = ? order by position", [session])
    return [Figure.from_row(row) for row in found]


def reactions(db: Database, session: str) -> list[Reaction]:
    """Return what was said of the budget, in the order of the file."""
    found = rows(db, "select * from reactions where session = ? order by position", [session])
    return [Reaction.from_row(row) for row in found]
