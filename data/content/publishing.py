"""The content without people, as one SQLite file for Datasette.

Only what stands here by name goes into the file: the fields of the records, and the summaries.
Whatever else the store holds or will ever hold (chats, deliveries, editors) cannot get there.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from data import days, session
from data.content import prose
from data.kinds import KINDS, every

Row = dict[str, object]
Held = dict[str, list[Row]]
Columns = dict[str, type]

APPLICATION = 0x61737062  # "aspb", by which an earlier file of ours is known
_PART = ".part"
_SEARCHED = {"title", "name", "text", "term", "meaning", "headline", "label", "note", "person"}
_SUMMARY: Columns = {"day": int, "language": str, "text": str, "markdown": str}


class OccupiedError(FileExistsError):
    """The file is there and was not written by an export."""


def publish(db: Database, target: Path) -> dict[str, int]:
    """Write all sessions to ``target`` and return how many rows each table got.

    An earlier export is replaced, as a whole or not at all. The file can be read by everyone
    whom the folder's rules allow: it is meant to be published.

    Raises:
        OccupiedError: where something else stands there, such as the store itself.
        OSError, sqlite3.Error: where the file cannot be written.
    """
    if target.exists() and not _is_ours(target):
        raise OccupiedError(f"{target} is not an earlier export: choose another name")
    part = target.with_name(target.name + _PART)
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as connection:
            counted = _filled(Database(connection), db)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return counted


def _is_ours(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            found: int = opened.execute("pragma application_id").fetchone()[0]
    except sqlite3.Error:
        return False
    return found == APPLICATION


def _filled(published: Database, db: Database) -> dict[str, int]:
    published.execute(f"pragma application_id = {APPLICATION}")
    sessions = sorted(each.id for each in session.every(db))
    counted = {}
    for kind, model in KINDS.items():
        types = db.table(model.table).columns_dict
        columns = {name: types[name] for name in model.fields}
        held = {each: [one.to_row() for one in every(db, each, kind)] for each in sessions}
        counted[model.table] = _add(published, model.table, columns, (model.key,), held)
    held = {each: _summaries(db, each) for each in sessions}
    counted["summaries"] = _add(published, "summaries", _SUMMARY, ("day", "language"), held)
    published.vacuum()
    return counted


def _add(published: Database, name: str, columns: Columns, key: tuple[str, ...], held: Held) -> int:
    """Make a table of the rows of all sessions, and return how many there are."""
    table = published.table(name)
    if name == "sessions":
        table.create(columns, pk=key)
        rows = [row for of_session in held.values() for row in of_session]
    else:
        table.create(
            {"session": str, **columns},
            pk=("session", *key),
            foreign_keys=[("session", "sessions", "id")],
        )
        rows = [{"session": each, **row} for each, of_session in held.items() for row in of_session]
    table.insert_all(rows)
    if searched := [column for column in columns if column in _SEARCHED]:
        table.enable_fts(searched, tokenize="porter")
    return len(rows)


def _summaries(db: Database, session: str) -> list[Row]:
    return [
        {
            "day": day,
            "language": language,
            "text": text.text,
            "markdown": prose.to_markdown(text),
        }
        for day, language, text in days.summaries(db, session)
    ]
