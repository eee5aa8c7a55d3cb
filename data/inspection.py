"""The store looked at from outside, without changing anything."""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from data import days, following, reckoning, session
from data.days import Day
from data.reckoning import Reckoning
from data.records import rows
from data.session import Session
from data.store import pending

_MOST = 20


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found in a store.

    ``damage`` is what SQLite says of it, empty where it is sound. ``pending`` are the steps of
    the schema that its next opening will take. ``private`` is whether its owner alone may read
    it; always so where the system knows no such rights.
    """

    damage: tuple[str, ...]
    pending: tuple[str, ...]
    sessions: tuple[str, ...]
    private: bool


def inspected(path: Path) -> Inspection:
    """Look at the store at ``path``.

    Raises:
        sqlite3.Error: where the file is no store of this version or an older one, or too damaged
            to be looked at.
    """
    with closing(_read_only(path)) as connection:
        db = Database(connection)
        steps = pending(db)
        held = rows(db, "select id from sessions order by id") if db["sessions"].exists() else []
        return Inspection(
            damage=_damage(db),
            pending=tuple(steps),
            sessions=tuple(row["id"] for row in held),
            private=os.name != "posix" or not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO),
        )


def reckoned(path: Path, now: datetime) -> list[tuple[Session, Day, Reckoning]]:
    """Reckon up the deliveries of each day that anything is expected of by ``now``.

    Sessions that ended so long ago that their rows may be erased are left out.

    Raises:
        sqlite3.Error: where the store at ``path`` cannot be read, or is of another version.
    """
    with closing(_read_only(path)) as connection:
        db = Database(connection)
        found = [
            (held, day, reckoning.of_day(db, held, day, now))
            for held in session.every(db)
            if held.today(now) <= held.end + following.OVER
            for day in days.every(db, held.id)
        ]
        return [each for each in found if each[2].expected or each[2].total]


def _read_only(path: Path) -> sqlite3.Connection:
    # Without a log beside it nobody has the store open, and SQLite would make one to read it.
    is_open = path.with_name(f"{path.name}-wal").exists()
    options = "mode=ro" if is_open else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True)


def _damage(db: Database) -> tuple[str, ...]:
    said = [row["integrity_check"] for row in rows(db, f"pragma integrity_check({_MOST})")]
    torn = rows(db, "pragma foreign_key_check")
    found = [] if said == ["ok"] else said
    return (*found, *(f"a row of {row['table']} belongs to nothing" for row in torn[:_MOST]))
