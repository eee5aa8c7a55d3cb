"""Updates on their way: kept from their arrival until they are answered, then erased.

``inbox`` holds the update as Telegram gave it. Of an answered one nothing stays but its number,
in ``answered``, for as long as Telegram might send it again. Nothing else here is about people.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from sqlite_utils import Database

from data import moments
from data.records import rows
from data.store import writing

# Telegram keeps an update for a day. Most numbers: some seconds of the greatest traffic.
REMEMBERED: Final = timedelta(hours=25)
MOST_REMEMBERED: Final = 20_000
# A program that never gets beyond an update is begun that often, and then goes on without it.
MOST_STARTS: Final = 100


class Kept(NamedTuple):
    """An update that waits for its answer; ``body`` is the update in JSON."""

    number: int
    body: str
    arrived: datetime


def keep(db: Database, updates: Sequence[tuple[int, str]], now: datetime) -> list[int]:
    """Keep updates (number and body) in one commit; return the numbers of the new ones.

    Those that wait already, or were answered, are passed over. A power cut may take them, until
    ``store.flush`` was called.
    """
    new = []
    with writing(db):
        for number, body in updates:
            kept = db.execute(
                "insert or ignore into inbox (number, body, arrived) select ?, ?, ?"
                " where not exists (select 1 from answered where number = ?)",
                [number, body, moments.stamp(now), number],
            )
            if kept.rowcount == 1:
                new.append(number)
    return new


def get(db: Database, number: int) -> Kept | None:
    """Return an update that waits; None where it does not."""
    found = rows(db, "select * from inbox where number = ?", [number])
    return _kept(found[0]) if found else None


def _kept(row: dict[str, Any]) -> Kept:
    return Kept(row["number"], row["body"], moments.read(row["arrived"]))


def left(db: Database) -> list[Kept]:
    """Return what an earlier run of the program left, in the order of its arrival."""
    return [_kept(row) for row in rows(db, "select * from inbox order by arrived, number")]


def count_start(db: Database) -> None:
    """Count a start of the program for all that waits.

    What has waited through ``MOST_STARTS`` of them is erased: it may be what ended them.
    """
    with writing(db):
        db.execute("update inbox set starts = starts + 1")
        db.execute("delete from inbox where starts > ?", [MOST_STARTS])


def erase(db: Database, numbers: Sequence[int], now: datetime) -> None:
    """Erase updates that were answered, in one commit, and remember their numbers."""
    with writing(db):
        for number in numbers:
            db.execute("delete from inbox where number = ?", [number])
            db.execute(
                "insert or replace into answered (number, at) values (?, ?)",
                [number, moments.stamp(now)],
            )


def first_time(db: Database, number: int) -> bool:
    """Whether an update may make its change: true once, then never again for this update.

    Call it in the very transaction that makes the change. An update that is not kept has
    nobody who would repeat it.
    """
    marked = db.execute(
        "update inbox set changed = 1 where number = ? and changed = 0 returning 1", [number]
    ).fetchone()
    if marked is not None:
        return True
    return db.execute("select 1 from inbox where number = ?", [number]).fetchone() is None


def waiting(db: Database) -> int:
    """Return how many updates wait for their answer."""
    count: int = db.execute("select count(*) from inbox").fetchone()[0]
    return count


def forget_old(db: Database, now: datetime) -> None:
    """Forget the numbers that Telegram cannot send again, and those beyond the most recent."""
    db.execute("delete from answered where at < ?", [moments.stamp(now - REMEMBERED)])
    db.execute(
        "delete from answered where at <"
        " (select at from answered order by at desc limit 1 offset ?)",
        [MOST_REMEMBERED],
    )


def wipe(db: Database) -> None:
    """Take what was erased out of the file's log too, where nothing waits any more."""
    db.execute("pragma wal_checkpoint(truncate)").fetchall()


def forget_answered(db: Database) -> None:
    """Forget the numbers of all that was answered: another server counts its updates anew."""
    with writing(db):
        db.execute("delete from answered")
