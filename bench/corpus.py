"""A store of ten thousand records: the session's, over and over, in other words each time."""

import random
import re

from sqlite_utils import Database

from data import content, search
from data.kinds import KINDS
from data.records import rows
from data.store import MEMORY, open_store

KINDS_COPIED = (
    *("outcome", "resolution", "document", "pledge", "election", "figure", "reaction"),
    *("event", "statement", "person", "term", "milestone"),
)
TEXTS = ("text", "title", "note", "meaning", "label", "name", "role")
SYLLABLES = ("ka", "lo", "mi", "ta", "re", "su", "no", "vi", "pa", "de", "ru", "go", "ne", "si")
NEW_WORDS = 6000
KEPT = 0.6
WORD = re.compile(r"\b[a-z]{5,}\b")


def shipped() -> Database:
    """Return a store in memory with the sessions that ship, indexed."""
    db = open_store(MEMORY)
    content.load_shipped(db)
    return db


def large(records: int) -> Database:
    """Return such a store with so many records in its session, two words of five new in each."""
    db = shipped()
    chance = random.Random(12)  # noqa: S311 - the same store each time, and no secret
    pool = [_word(chance) for _ in range(NEW_WORDS)]
    tables = [KINDS[kind].table for kind in KINDS_COPIED]
    first = {table: rows(db, f"select * from {table}") for table in tables}  # noqa: S608 - our own names
    held, copy = sum(map(len, first.values())), 0
    while held < records:
        copy += 1
        for table, copied in first.items():
            db.table(table).insert_all(_other(row, copy, pool, chance) for row in copied)
            held += len(copied)
    search.refresh(db)
    search.warm(db)
    return db


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))


def _other(
    row: dict[str, object], copy: int, pool: list[str], chance: random.Random
) -> dict[str, object]:
    """Return a record under another id, some of its words others."""
    said = {
        name: WORD.sub(
            lambda word: word[0] if chance.random() < KEPT else chance.choice(pool), text
        )
        for name in TEXTS
        if isinstance(text := row.get(name), str)
    }
    return {**row, **said, "id": f"{str(row['id'])[:28]}-{copy}"}
