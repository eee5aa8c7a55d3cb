"""The store of the terminal and the tour, filled with the sessions that ship."""

from pathlib import Path

from sqlite_utils import Database

from bot import opening

_BESIDE = ("", "-wal", "-shm")


def emptied(path: Path) -> None:
    """Remove a store and what SQLite keeps beside it."""
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def opened(path: Path | str, *, fresh: bool = False, learning: bool = True) -> Database:
    """Open the store at ``path``, made if need be, with the sessions that ship loaded.

    Without ``learning`` how people ask for records stays to be read (``bot.learning``).

    Raises:
        Told: where the file cannot be used.
    """
    if isinstance(path, Path) and fresh:
        emptied(path)
    return opening.opened(path, learning=learning)
