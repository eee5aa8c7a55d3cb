"""The store of the terminal and the tour, filled with the sessions that ship."""

from pathlib import Path

from data.store import open_store
from sqlite_utils import Database

from data import content

_BESIDE = ("", "-wal", "-shm")


def emptied(path: Path) -> None:
    """Remove a store and what SQLite keeps beside it."""
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def opened(path: Path | str, *, fresh: bool = False) -> Database:
    """Open the store at ``path``, made if need be, with the sessions that ship loaded."""
    if isinstance(path, Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if fresh:
            emptied(path)
    db = open_store(path)
    content.load_shipped(db)
    return db
