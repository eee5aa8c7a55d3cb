"""The log of what editors and owners changed: when, who, what, before and after."""

from datetime import datetime
from typing import Any, NamedTuple, Self

from sqlite_utils import Database

from data import moments
from data.records import rows


class Change(NamedTuple):
    """A change. ``subject`` says of what, ``name`` is what its author was called then."""

    id: int
    made: datetime
    author: int
    name: str
    act: str
    session: str | None
    subject: str | None
    before: str | None
    after: str | None

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Self:
        """Make it from a row of ``audit``."""
        return cls(**{**row, "made": moments.read(row["made"])})


def log(  # noqa: PLR0913 - all by name
    db: Database,
    *,
    made: datetime,
    author: int,
    name: str,
    act: str,
    session: str | None = None,
    subject: str | None = None,
    before: str | None = None,
    after: str | None = None,
) -> None:
    """Add a change to the log. Call it in the transaction that makes the change."""
    db.execute(
        "insert into audit (made, author, name, act, session, subject, before, after)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        [moments.stamp(made), author, name, act, session, subject, before, after],
    )


def get(db: Database, number: int) -> Change | None:
    """Return one change by its number."""
    found = rows(db, "select * from audit where id = ?", [number])
    return Change.from_row(found[0]) if found else None


def newest(db: Database, most: int, beyond: int = 0) -> list[Change]:
    """Return up to ``most`` changes, the newest first, without the ``beyond`` newest ones."""
    found = rows(db, "select * from audit order by id desc limit ? offset ?", [most, beyond])
    return [Change.from_row(row) for row in found]


def count(db: Database) -> int:
    """Return how many changes there were."""
    number: int = db.execute("select count(*) from audit").fetchone()[0]
    return number
