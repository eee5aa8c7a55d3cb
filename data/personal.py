"""What is kept about a chat, all of it.

Every table with a column ``chat`` is about chats, and ``chats`` itself, whose key is the chat. So
a table that comes later is shown, and erased, without a word about it here.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlite_utils import Database

from data import moments
from data.records import rows

Rows = dict[str, list[dict[str, Any]]]

# Columns that say who published or changed something: that stays when its author is forgotten.
_AUTHORS: Final = ("author", "made_by", "taken_by", "appointed_by", "stopped_by")
_MESSAGES: Final = (
    "select o.*, t.text as text_in_words from outbox o left join texts t on t.id = o.text"
    " where o.chat = ? order by o.id"
)


def tables(db: Database) -> list[tuple[str, str]]:
    """Return the tables that hold something about chats, and the column of the chat's number."""
    return [("chats", "id"), *_with_columns(db, ["chat"])]


def about(db: Database, chat: int) -> Rows:
    """Return what is kept about a chat by table; tables with nothing are left out.

    A message of the outbox comes with its text.
    """
    found = {
        table: rows(db, _MESSAGES, [chat]) if table == "outbox" else _of(db, table, column, chat)
        for table, column in tables(db)
    }
    return _filled(found)


def authored(db: Database, person: int) -> Rows:
    """Return what somebody published or changed as an editor or owner, by table."""
    found: Rows = {}
    for table, column in _with_columns(db, _AUTHORS):
        mine = found.setdefault(table, [])
        mine += [row for row in _of(db, table, column, person) if row not in mine]
    return _filled(found)


def as_file(db: Database, chat: int, preface: str, now: datetime) -> bytes | None:
    """Return all of it as JSON, begun by ``preface``; None where nothing is kept."""
    kept, published = about(db, chat), authored(db, chat)
    if not kept and not published:
        return None
    told = {
        "about": preface,
        "chat": chat,
        "at": moments.stamp(now),
        "kept": kept,
        "published": published,
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def _with_columns(db: Database, columns: Sequence[str]) -> list[tuple[str, str]]:
    marks = ", ".join("?" * len(columns))
    found = rows(
        db,
        "select t.name as name, c.name as col from sqlite_master t, pragma_table_info(t.name) c"  # noqa: S608 - question marks
        f" where t.type = 'table' and c.name in ({marks}) order by t.name, c.name",
        list(columns),
    )
    return [(row["name"], row["col"]) for row in found]


def _of(db: Database, table: str, column: str, value: int) -> list[dict[str, Any]]:
    return rows(db, f"select * from [{table}] where [{column}] = ?", [value])  # noqa: S608 - our own names


def _filled(found: Rows) -> Rows:
    return {table: of_table for table, of_table in found.items() if of_table}
