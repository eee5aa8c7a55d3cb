"""The store: one SQLite file, opened, made private to its owner, and brought up to date."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import zip_longest
from pathlib import Path

from sqlite_utils import Database

from data.migrations import MIGRATIONS

MEMORY = ":memory:"
PRIVATE = 0o600
BUSY_SECONDS = 5.0
CACHE = 512  # in KB; the system keeps the file in memory, too


class NewerStoreError(sqlite3.DatabaseError):
    """The store has steps in its schema that this version of the program does not know."""


class ForeignStoreError(sqlite3.DatabaseError):
    """The file is the database of another program."""


def open_store(path: Path | str) -> Database:
    """Open the store at ``path`` (or in memory, as ``:memory:``), made and migrated if need be.

    A file is created readable by its owner alone. Before each step that changes the schema of a
    store in use, a copy is set beside it, named after the step.

    Raises:
        OSError: where the file cannot be made.
        NewerStoreError: where a newer version of the program made the store.
        ForeignStoreError: where the file holds the tables of another program.
        sqlite3.Error: where the file is no store or cannot be used.
    """
    if path != MEMORY:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE))
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        db = Database(connection, execute_plugins=False)  # nobody else gets to run code here
        db.execute("pragma foreign_keys = on")
        db.execute(f"pragma cache_size = -{CACHE}")
        db.execute("pragma secure_delete = on")  # what is erased is overwritten in the file
        if path != MEMORY:
            db.execute("pragma journal_mode = wal")
            db.execute("pragma synchronous = normal")
        _migrate(db, None if path == MEMORY else Path(path))
    except BaseException:
        connection.close()
        raise
    return db


def pending(db: Database) -> list[str]:
    """Return the steps of the schema that are still to be taken, in order; nothing is changed.

    Raises:
        NewerStoreError: where a newer version of the program made the store.
        ForeignStoreError: where the file holds the tables of another program.
    """
    applied = {each.name for each in MIGRATIONS.applied(db)}
    known = {each.name for each in MIGRATIONS._migrations}  # noqa: SLF001 - nothing public lists them
    if unknown := applied - known:
        raise NewerStoreError(f"a newer version made it (step {max(unknown)})")
    if not applied and set(db.table_names()) - {MIGRATIONS.migrations_table}:
        raise ForeignStoreError("another program made it")
    return [each.name for each in MIGRATIONS.pending(db)]


def _migrate(db: Database, path: Path | None) -> None:
    steps = pending(db)
    in_use = bool(MIGRATIONS.applied(db))
    for name, following in zip_longest(steps, steps[1:]):
        if in_use and path is not None:
            copy(db, path.with_name(f"{path.name}.before-{name}"))
        MIGRATIONS.apply(db, stop_before=following)


def copy(db: Database, target: Path) -> None:
    """Write a consistent copy of the store to ``target``, readable by its owner alone."""
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_RDWR | os.O_CREAT, PRIVATE))
    copied = sqlite3.connect(target)
    try:
        db.conn.backup(copied)
    finally:
        copied.close()


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """Run the block as one transaction that holds the write lock from its beginning.

    With a plain ``begin``, a transaction that reads first fails at once where another process
    wrote in between, whatever the busy timeout. Nothing in the block may be awaited.
    """
    db.execute("begin immediate")
    try:
        yield
        db.conn.commit()
    except BaseException:
        db.conn.rollback()  # also where the commit failed: the transaction may be open still
        raise


def expect_free(db: Database) -> None:
    """Find out whether another process writes now, without the wait that a write would take.

    Raises:
        sqlite3.OperationalError: where it does.
    """
    db.execute("pragma busy_timeout = 0")
    try:
        db.execute("begin immediate")
        db.conn.rollback()
    finally:
        db.execute(f"pragma busy_timeout = {BUSY_SECONDS * 1000:.0f}")


@contextmanager
def tried(db: Database) -> Iterator[None]:
    """Run the block in a transaction of which nothing stays: to see how things would be."""
    db.execute("begin immediate")
    try:
        yield
    finally:
        db.conn.rollback()


@contextmanager
def durable(db: Database) -> Iterator[None]:
    """Run the block as one transaction that survives a power cut once it has ended.

    In WAL mode, ``synchronous = normal`` keeps a commit over a crash of the process alone; here
    it is written through to the disk, which costs some tenths of a millisecond.
    """
    db.execute("pragma synchronous = full")
    try:
        with writing(db):
            yield
    finally:
        db.execute("pragma synchronous = normal")


def log_of(db: Database) -> Path | None:
    """Return the file of the write-ahead log; None for a store in memory."""
    (path,) = (each[2] for each in db.execute("pragma database_list") if each[1] == "main")
    return Path(f"{path}-wal") if path else None


def flush(log: Path) -> None:
    """Have all that was committed survive a power cut, as ``durable`` does; for any thread.

    The log alone is written through: what is not in it any more, a checkpoint has written.

    Raises:
        OSError: where the disk does not take it.
    """
    with suppress(FileNotFoundError):
        held = os.open(log, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)


def write_back(log: Path) -> None:
    """Write what the log holds into the store itself, as far as nobody reads it; for any thread.

    Raises:
        sqlite3.Error: where the disk does not take it, or the store is gone.
    """
    path = log.with_name(log.name.removesuffix("-wal"))
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as own:
        own.execute("pragma wal_checkpoint(passive)")
