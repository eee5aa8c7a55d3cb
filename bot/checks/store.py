"""The store that ``DATABASE`` names."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bot.checks.findings import Finding, note, ok, wrong
from bot.settings import Settings
from data import content, inspection


def check(settings: Settings) -> Iterator[Finding]:
    """Look at the store, or at the place where it will be made."""
    path = settings.database
    known = {each.name for each in content.folders()}
    try:
        if path.is_dir():
            yield wrong(f"store: {path} is a folder; DATABASE names a file")
        elif path.exists():
            found = inspection.inspected(path)
            known |= set(found.sessions)
            yield from _told(path, found)
        else:
            yield _place(path)
    except OSError as error:
        yield wrong(f"store: {path}: {error.strerror}")
    except sqlite3.Error as error:
        yield wrong(f"store: {path} cannot be used: {error}")
    if settings.session and settings.session not in known:
        choice = " or ".join(sorted(known))
        yield wrong(f"configuration: SESSION: there is no session {settings.session}, but {choice}")


def _told(path: Path, found: inspection.Inspection) -> Iterator[Finding]:
    yield from (wrong(f"store: {path} is damaged: {each}") for each in found.damage)
    if not found.private:
        yield wrong(f"store: others on this machine may read {path}: chmod 600 {path}")
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        yield wrong(f"store: {path} and its folder must be writable for who runs the bot")
    if found.pending:
        steps = ", ".join(found.pending)
        yield note(f"store: the next start brings it up to date, after a copy: {steps}")
    if not found.damage:
        yield ok(f"store: {path} is sound; it holds {', '.join(found.sessions) or 'no session'}")


def _place(path: Path) -> Finding:
    there = next(each for each in path.absolute().parents if each.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return note(f"store: {path} is not there yet; the first start makes it")
    return wrong(f"store: {path} cannot be made in {there}, which is not writable")
