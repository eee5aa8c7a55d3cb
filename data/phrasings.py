"""How people ask for a record: questions and keywords to which it is the answer."""

import json
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from sqlite_utils import Database

from data.conflicts import Reference
from data.records import Record, Text, rows

LANGUAGES = ("en", "fr", "es", "ar")


class Phrasing(Record):
    """How people ask for one record, as ``phrasings.toml`` gives it.

    ``record`` is its kind and id, as in ``pledge/tfv-sweden``. ``en``, ``fr``, ``es`` and ``ar``
    are what people may type. ``unknown`` are questions near it that no record answers.
    """

    table: ClassVar[str] = "phrasings"
    key: ClassVar[str] = "record"

    record: Reference
    en: tuple[Text, ...] = ()
    fr: tuple[Text, ...] = ()
    es: tuple[Text, ...] = ()
    ar: tuple[Text, ...] = ()
    unknown: tuple[Text, ...] = ()


class Phrase(NamedTuple):
    """One way to ask for a record; ``answered`` says whether the record answers it.

    In which language questions that no record answers are asked is not written down: None.
    """

    record: str
    language: str | None
    text: str
    answered: bool


def phrases(db: Database, session: str) -> Iterator[Phrase]:
    """Return all ways to ask for the records of a session, in the order of its file."""
    found = rows(
        db,
        "select record, en, fr, es, ar, unknown from phrasings where session = ? order by position",
        [session],
    )
    for row in found:
        for name in (*LANGUAGES, "unknown"):
            language, answered = (None, False) if name == "unknown" else (name, True)
            for text in json.loads(row[name] or "[]"):
                yield Phrase(row["record"], language, text, answered)


def unread(db: Database) -> bool:
    """Say whether there are phrasings that the search has not read yet (``search.learning``)."""
    found = db.execute("select 1 from search_revisions where phrased <> number limit 1")
    return found.fetchone() is not None
