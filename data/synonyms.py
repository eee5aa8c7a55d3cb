"""Other words for what a session's records say, in the languages in which people ask."""

import json
from typing import ClassVar

from sqlite_utils import Database

from data.records import Record, Slug, Text, rows


class Synonym(Record):
    """One idea, as ``synonyms.toml`` gives it.

    ``words`` are how the records say it: words, phrases or abbreviations. ``en``, ``fr``, ``es``
    and ``ar`` are what people may type; words that mean the same stand in ``words`` and in ``en``.
    """

    table: ClassVar[str] = "synonyms"

    id: Slug
    words: tuple[Text, ...]
    en: tuple[Text, ...] = ()
    fr: tuple[Text, ...] = ()
    es: tuple[Text, ...] = ()
    ar: tuple[Text, ...] = ()


def words(db: Database, session: str) -> list[dict[str, list[str]]]:
    """Return the words of all synonyms of a session by field, without making records of them."""
    found = rows(
        db,
        "select words, en, fr, es, ar from synonyms where session = ? order by position",
        [session],
    )
    return [{name: json.loads(value or "[]") for name, value in row.items()} for row in found]


def every(db: Database, session: str) -> list[Synonym]:
    """Return the synonyms of a session in the order of its file."""
    found = rows(db, "select * from synonyms where session = ? order by position", [session])
    return [Synonym.from_row(row) for row in found]
