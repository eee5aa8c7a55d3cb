"""``aspbot backup`` and ``aspbot restore``: a copy of the store, made while the bot runs."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import click
from sqlite_utils import Database

from bot.alone import alone
from bot.settings import Settings
from bot.told import WRONG_SETTINGS, Told
from data import backups, inspection, session
from data.clock import Clock, SystemClock
from data.store import NewerStoreError, open_store

BESIDE = ("-wal", "-shm")


def back_up(settings: Settings, file: Path) -> None:
    """Write a copy of the store to ``file``.

    Raises:
        Told: where there is no store, or the copy cannot be written.
    """
    path = settings.database
    if not path.is_file():
        raise Told(f"{path} is not there: nothing to back up.")
    if file.exists() and file.samefile(path):
        raise Told(f"{file} is the store itself. Name another file.")
    with _told(file):
        backups.write(path, file)
    click.echo(f"{file}: a copy of {path}, {_size(file)}.")


def restore(
    settings: Settings, file: Path, *, sent: bool | None, clock: Clock | None = None
) -> None:
    """Put ``file`` in the place of the store; what was there stays beside it.

    ``sent`` tells whether what fell due since the copy was made went out; None asks.

    Raises:
        Told: where the file is damaged, newer or no store, where a process serves with the store,
            or nobody says whether digests went out; the store is as it was.
    """
    path = settings.database
    if not file.is_file():
        raise Told(f"{file} is not there.")
    _inspect(file)
    with alone(path), _told(file), _beside(path) as taken:
        backups.write(file, taken)
        with closing(open_store(taken)) as db:
            backups.forget_updates(db)
            _settle(db, sent, clock or SystemClock())
            db.execute("pragma journal_mode = delete")
        old = _set_aside(path)
        taken.replace(path)
    click.echo(f"{path}: taken from {file}." + (f" What was there is {old} now." if old else ""))


def _inspect(file: Path) -> None:
    try:
        damage = inspection.inspected(file).damage
    except NewerStoreError as error:
        raise Told(f"{file} cannot be taken: {error}. Bring the program up to date.") from error
    except sqlite3.Error as error:
        raise Told(f"{file} cannot be taken: {error}.") from error
    if damage:
        raise Told(f"{file} is damaged, and is not taken: {damage[0]}")


def _settle(db: Database, sent: bool | None, clock: Clock) -> None:
    """Say what fell due since the copy was made, and keep whether it went out."""
    now = clock.now()
    found = backups.forgotten(db, now)
    if not found:
        return
    names = {each.id: each.short_name for each in session.every(db)}
    click.echo("Since this copy was made, these digests fell due:")
    for (identity, day), number in found.items():
        chats = f"{number} chat" + "s" * (number != 1)
        click.echo(f"  {names.get(identity, identity)}, day {day}: {chats}")
    if sent is None:
        if not sys.stdin.isatty():
            raise Told("Did they go out? Say --sent or --unsent.", WRONG_SETTINGS)
        sent = click.confirm("Did they go out? (If not, they are sent when the bot starts.)")
    if sent:
        backups.count_as_sent(db, now)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Give the name of a file beside the store, and leave nothing of it behind."""
    taken = path.with_name(f"{path.name}.restored")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield taken
    finally:
        for each in path.parent.glob(f"{taken.name}*"):
            each.unlink(missing_ok=True)


def _set_aside(path: Path) -> Path | None:
    """Move the store out of the way, whole where it can be read; return where it is."""
    if not path.exists():
        return None
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as old:
        old.execute("pragma wal_checkpoint(truncate)")
    aside = path.with_name(f"{path.name}.before-restore")
    for end in BESIDE:  # a damaged one keeps its log
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).replace(aside.with_name(aside.name + end))
    path.replace(aside)
    aside.touch()  # kept for as long as the copies before upgrades, from now on
    return aside


def _size(file: Path) -> str:
    return f"{file.stat().st_size / 1_000_000:.1f} MB"


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Told(f"{error.filename or file}: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise Told(f"{file}: {error}.") from error
