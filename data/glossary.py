"""The terms that delegates use, a line each."""

from typing import ClassVar

from sqlite_utils import Database

from data.records import Record, Slug, Text, rows


class Term(Record):
    """A term, as ``glossary.toml`` gives it; without sources it is general knowledge."""

    table: ClassVar[str] = "terms"

    id: Slug
    term: Text
    meaning: Text
    sources: tuple[Slug, ...] = ()


def every(db: Database, session: str) -> list[Term]:
    """Return the terms of a session's glossary in alphabetical order."""
    found = rows(
        db, "select * from terms where session = ? order by term collate nocase", [session]
    )
    return [Term.from_row(row) for row in found]


def get(db: Database, session: str, term: str) -> Term | None:
    """Return one term by its id."""
    found = rows(db, "select * from terms where session = ? and id = ?", [session, term])
    return Term.from_row(found[0]) if found else None
