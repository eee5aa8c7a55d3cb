"""The sessions that come with the program, and folders that are brought to it."""

from datetime import datetime
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from sqlite_utils import Database

from data import search
from data.content import files, summaries
from data.content.loading import Loaded, load
from data.content.problems import ContentError, Problem
from data.content.reading import Content, read
from data.records import rows

EDITION = b"1"  # raised when the same files are to be loaded anew


def folders() -> list[Traversable]:
    """Return the folders of the sessions that ship, by name."""
    inside = resources.files("data") / "sessions"
    return sorted((each for each in inside.iterdir() if each.is_dir()), key=lambda one: one.name)


def load_shipped(db: Database) -> list[Loaded]:
    """Load the sessions that ship, where the store has not this edition of them yet.

    A session that was imported from elsewhere is left as it is: who runs the bot chose it.

    Raises:
        ContentError: where a folder is wrong; all the others are loaded before.
    """
    known = {row["session"]: row for row in rows(db, "select * from loads")}
    loaded: list[Loaded] = []
    problems: list[Problem] = []
    for folder in folders():
        before = known.get(folder.name)
        digest = _digest(folder)
        if before is None or (before["shipped"] and before["digest"] != digest):
            try:
                loaded.append(load(db, read_shipped(folder), digest=digest, shipped=True))
            except ContentError as error:
                problems.extend(error.within(folder.name))
    search.refresh(db)  # what a migration or another program left to be indexed
    if problems:
        raise ContentError(problems)
    return loaded


def load_folder(db: Database, folder: Path, now: datetime) -> Loaded:
    """Load a folder that somebody brings; from then on it is the session's content.

    Where it holds exactly what ships, the session goes on following what ships. ``now`` is noted
    as the moment of new revisions of summaries.

    Raises:
        ContentError: with everything that is wrong; the store is as it was.
        OSError: where the folder cannot be read.
    """
    content = read(folder)
    digest = _digest(folder)
    shipped = {each.name: _digest(each) for each in folders()}
    follows = shipped.get(content.session.id) == digest
    return load(db, content, digest=digest, shipped=follows, now=now)


def read_shipped(folder: Traversable) -> Content:
    """Read the folder of a session that ships. Raises ``ContentError``."""
    content = read(folder)
    if content.session.id != folder.name:
        text = f"the folder of this session must be called {content.session.id}"
        raise ContentError([content.records["session"][0].problem(text, "id")])
    return content


def _digest(folder: Traversable) -> str:
    summed = sha256(EDITION)
    for path, file in _files(folder):
        summed.update(path.encode() + b"\0" + file.read_bytes() + b"\0")
    return summed.hexdigest()


def _files(folder: Traversable) -> list[tuple[str, Traversable]]:
    """Return the files of the format in a folder, in an order of their own."""
    found = {each.name: each for each in folder.iterdir() if each.name in files.FILES}
    inside = folder / files.SUMMARIES
    for each in inside.iterdir() if inside.is_dir() else ():
        if summaries.NAME.fullmatch(each.name):
            found[f"{files.SUMMARIES}/{each.name}"] = each
    return sorted(found.items())
