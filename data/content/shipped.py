"""The sessions that come with the program, and those that somebody gives it."""

from datetime import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from sqlite_utils import Database

from data import content_revision, phrasings
from data.content import files
from data.content.problems import ContentError, Problem
from data.records import rows

if TYPE_CHECKING:
    from data.content.loading import Loaded
    from data.content.reading import Content


def folders() -> list[Traversable]:
    """Return the folders of the sessions that ship, by name."""
    inside = resources.files("data") / "sessions"
    found = (each for each in inside.iterdir() if each.is_dir() and each.name[0] not in "._")
    return sorted(found, key=lambda one: one.name)


def load_shipped(db: Database, *, learning: bool = True) -> "list[Loaded]":
    """Load the sessions that ship, where the store has not this edition of them yet.

    A session that was imported from elsewhere is left as it is: who runs the bot chose it.
    Without ``learning`` how people ask for records stays to be read (``search.learning``).

    Raises:
        ContentError: where a folder is wrong; all the others are loaded before.
    """
    known = {row["session"]: row for row in rows(db, "select * from loads")}
    loaded = []
    problems: list[Problem] = []
    for folder in folders():
        before = known.get(folder.name)
        if before is None or (before["shipped"] and before["digest"] != files.digest(folder)):
            from data.content.loading import load

            try:
                loaded.append(load(db, read_shipped(folder), shipped=True))
            except ContentError as error:
                problems.extend(error.within(folder.name))
    if content_revision.unread(db):
        from data import search

        search.refresh(db)  # what a migration or another program left to be indexed
    if learning and phrasings.unread(db):
        from data.search.learning import learn

        learn(db)
    if problems:
        raise ContentError(problems)
    return loaded


def load_given(db: Database, content: "Content", now: datetime) -> "Loaded":
    """Load what somebody gives; from then on it is the session's content.

    Where it is exactly what ships, the session goes on following what ships. ``now`` is noted as
    the moment of new revisions of summaries.
    """
    from data.content.loading import load
    from data.search.learning import learn

    shipped = {each.name: files.digest(each) for each in folders()}
    follows = shipped.get(content.session.id) == content.digest
    loaded = load(db, content, shipped=follows, now=now)
    learn(db)
    return loaded


def read_shipped(folder: Traversable) -> "Content":
    """Read the folder of a session that ships. Raises ``ContentError``."""
    from data.content.reading import read

    content = read(folder)
    if content.session.id != folder.name:
        text = f"the folder of this session must be called {content.session.id}"
        raise ContentError([content.records["session"][0].problem(text, "id")])
    return content
