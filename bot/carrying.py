"""``aspbot import`` and ``aspbot export``: session content in and out of the store."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlite_utils import Database

from bot.opening import opened
from bot.settings import Settings
from bot.told import Told
from data import content, session
from data.clock import Clock, SystemClock
from data.content import ContentError, Loaded

SHOWN = 20


def take_in(settings: Settings, folder: Path, clock: Clock | None = None) -> None:
    """Load a session's folder into the store, and say what changed.

    Raises:
        Told: with all that is wrong; the store is as it was.
    """
    moment = (clock or SystemClock()).now()
    with _told(folder):
        given = content.read(folder)  # before the store is touched, or even made
        with opened(settings.database) as db:
            loaded = content.load_given(db, given, moment)
    for line in _changes(given.session.short_name, loaded):
        click.echo(line)


def write_out(
    settings: Settings, folder: Path | None, chosen: str | None, file: Path | None
) -> None:
    """Write the session ``chosen`` to ``folder``, and all of them to the SQLite ``file``.

    Raises:
        Told: where something cannot be written, or it is not clear which session is meant.
    """
    with opened(settings.database) as db:
        if folder is not None:
            identity = _chosen(db, chosen or settings.session)
            with _told(folder):
                written = content.write(db, identity, folder)
            click.echo(f"{folder}: {identity}, {len(written)} files.")
        if file is not None:
            with _told(file):
                counted = content.publish(db, file)
            held = f"{counted['sessions']} session" + "s" * (counted["sessions"] != 1)
            click.echo(f"{file}: {held}, {sum(counted.values())} records, no chats.")


def _chosen(db: Database, identity: str | None) -> str:
    known = [each.id for each in session.every(db)]
    if identity is None and len(known) == 1:
        return known[0]
    if identity in known:
        return str(identity)
    choice = " or ".join(sorted(known))
    if identity is None:
        raise Told(f"Which session? Say --session {choice}.")
    raise Told(f"There is no session {identity}. Say --session {choice}.")


def _changes(name: str, loaded: Loaded) -> Iterator[str]:
    acts = {"added": loaded.added, "changed": loaded.changed, "removed": loaded.removed}
    told = ", ".join(f"{len(names)} {act}" for act, names in acts.items() if names)
    yield f"{name} ({loaded.session}): {told or 'nothing changed'}."
    for act, names in acts.items():
        for each in names[:SHOWN]:
            yield f"  {act} {each}"
        if len(names) > SHOWN:
            yield f"  {act} {len(names) - SHOWN} more"
    if loaded.kept:
        yield "Kept, since editors changed them by message:"
        yield from (f"  {each}" for each in loaded.kept)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except ContentError as error:
        raise Told(str(error)) from None
    except content.OccupiedError as error:
        raise Told(f"{error}.") from None
    except OSError as error:
        raise Told(f"{error.filename or path}: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise Told(f"{path}: {error}.") from error
