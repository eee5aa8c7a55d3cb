"""Money that states promised at a session."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from sqlite_utils import Database

from data.records import Confidence, DayNumber, Positive, Record, Slug, Sources, Text, rows


class Pledge(Record):
    """A pledge, as ``pledges.toml`` gives it.

    ``amount`` is in whole units of ``currency`` (an ISO 4217 code) for the whole period;
    ``years`` says over how many years it runs, where that is known.
    """

    table: ClassVar[str] = "pledges"

    id: Slug
    donor: Text
    state: Slug | None = None
    recipient: Text
    amount: Positive
    currency: Text
    years: Positive | None = None
    period: Text | None = None
    announced_by: Text | None = None
    announced: Text | None = None
    day: DayNumber | None = None
    note: Text | None = None
    confidence: Confidence = "high"
    sources: Sources


class Sum(NamedTuple):
    """Who gave how much, in whole units of a currency."""

    id: str
    donor: str
    amount: int
    currency: str


def sums(db: Database, session: str, pledges: Sequence[str]) -> list[Sum]:
    """Return the sums of the pledges with these ids, in the order of the file."""
    marks = ", ".join("?" * len(pledges))
    found = db.execute(
        "select id, donor, amount, currency from pledges"  # noqa: S608 - only marks
        f" where session = ? and id in ({marks}) order by position",
        [session, *pledges],
    )
    return [Sum(*row) for row in found]


def every(db: Database, session: str) -> list[Pledge]:
    """Return the pledges of a session in the order of its file."""
    found = rows(db, "select * from pledges where session = ? order by position", [session])
    return [Pledge.from_row(row) for row in found]


def get(db: Database, session: str, pledge: str) -> Pledge | None:
    """Return one pledge by its id."""
    found = rows(db, "select * from pledges where session = ? and id = ?", [session, pledge])
    return Pledge.from_row(found[0]) if found else None


def of_state(db: Database, session: str, state: str) -> list[Pledge]:
    """Return what a state gave, by the state's id."""
    found = rows(
        db,
        "select * from pledges where session = ? and state = ? order by position",
        [session, state],
    )
    return [Pledge.from_row(row) for row in found]
