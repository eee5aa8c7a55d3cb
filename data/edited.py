"""Records that editors added, changed or removed by message; a load of files leaves them alone.

A record that was touched has a row in ``edited``; one that was removed is gone from its table, and
the row says so. The functions that change something are called within a transaction.
"""

from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from data import kinds, search
from data.records import Record, rows

KINDS = ("outcome", "pledge", "election", "document")
# Records that were added by message stand behind those of the files.
FIRST_POSITION = 10_000
Mark = Literal["written", "removed"]


@dataclass(frozen=True, slots=True)
class Before:
    """How a record stood before a change: itself, None where there was none, and its mark."""

    record: Record | None
    mark: Mark | None


def marks(db: Database, session: str, kind: str) -> dict[str, Mark]:
    """Return the records of a kind that were touched by message, by id."""
    found = rows(
        db, "select record, removed from edited where session = ? and kind = ?", [session, kind]
    )
    return {row["record"]: "removed" if row["removed"] else "written" for row in found}


def before(db: Database, session: str, kind: str, identity: str) -> Before:
    """Return how a record stands, for what is to be changed."""
    return Before(kinds.get(db, session, kind, identity), marks(db, session, kind).get(identity))


def write(db: Database, session: str, record: Record) -> None:
    """Add a record, or put it in the place of the one of its id."""
    place(db, session, record)
    _mark(db, session, kinds.of(record), record.identity, "written")
    search.refresh(db)


def place(db: Database, session: str, record: Record) -> None:
    """Put a record where it is looked for, without a mark and without a word to search."""
    if kinds.get(db, session, kinds.of(record), record.identity) is None:
        _insert(db, session, record)
    else:
        _update(db, session, record)


def remove(db: Database, session: str, kind: str, identity: str) -> None:
    """Remove a record; the files do not bring it back."""
    _delete(db, session, kind, identity)
    _mark(db, session, kind, identity, "removed")
    search.refresh(db)


def restore(db: Database, session: str, kind: str, identity: str, to: Before) -> None:
    """Let a record stand again as it did before a change, mark and all."""
    if to.record is None:
        _delete(db, session, kind, identity)
    else:
        place(db, session, to.record)
    _mark(db, session, kind, identity, to.mark)
    search.refresh(db)


def _insert(db: Database, session: str, record: Record) -> None:
    query = f"select coalesce(max(position), 0) + 1 from [{record.table}] where session = ?"  # noqa: S608 - our own names
    position: int = db.execute(query, [session]).fetchone()[0]
    row = {
        "session": session,
        "position": max(position, FIRST_POSITION),
        **record.to_row(),
    }
    db.table(record.table).insert(row)


def _update(db: Database, session: str, record: Record) -> None:
    # Not upserted: the conflict clause of an upsert goes before those within triggers.
    row = record.to_row()
    assigned = ", ".join(f"[{column}] = ?" for column in row)
    db.execute(
        f"update [{record.table}] set {assigned} where session = ? and [{record.key}] = ?",  # noqa: S608 - our own names
        [*row.values(), session, record.identity],
    )


def _delete(db: Database, session: str, kind: str, identity: str) -> None:
    model = kinds.KINDS[kind]
    db.execute(
        f"delete from [{model.table}] where session = ? and [{model.key}] = ?",  # noqa: S608 - our own names
        [session, identity],
    )


def _mark(db: Database, session: str, kind: str, identity: str, mark: Mark | None) -> None:
    place = [session, kind, identity]
    if mark is None:
        db.execute("delete from edited where session = ? and kind = ? and record = ?", place)
    else:
        db.execute(
            "insert or replace into edited (session, kind, record, removed) values (?, ?, ?, ?)",
            [*place, int(mark == "removed")],
        )
