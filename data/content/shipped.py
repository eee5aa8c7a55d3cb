"""The sessions that come with the program."""

from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from sqlite_utils import Database

from data.content.loading import Loaded, load
from data.content.reading import read
from data.records import rows

EDITION = b"1"  # raised when the same files are to be loaded anew


def folders() -> list[Traversable]:
    """Return the folders of the sessions that ship, by name."""
    inside = files("data") / "sessions"
    return sorted((each for each in inside.iterdir() if each.is_dir()), key=lambda one: one.name)


def load_shipped(db: Database) -> list[Loaded]:
    """Load the sessions that ship, where the store has not this edition of them yet.

    A session that was imported from elsewhere is left as it is: who runs the bot chose it.
    Raises ``ContentError`` where what ships is wrong.
    """
    known = {row["session"]: row for row in rows(db, "select * from loads")}
    loaded = []
    for folder in folders():
        before = known.get(folder.name)
        digest = _digest(folder)
        if before is None or (before["shipped"] and before["digest"] != digest):
            loaded.append(load(db, read(folder), digest=digest, shipped=True))
    return loaded


def _digest(folder: Traversable) -> str:
    summed = sha256(EDITION)
    for path, file in _walk(folder, ""):
        summed.update(path.encode() + b"\0" + file.read_bytes() + b"\0")
    return summed.hexdigest()


def _walk(folder: Traversable, before: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        path = f"{before}/{each.name}"
        found.extend(_walk(each, path) if each.is_dir() else [(path, each)])
    return found
