"""What was published around a session."""

from typing import ClassVar

from sqlite_utils import Database

from data.records import Address, PartialDate, Record, Slug, Sources, Text, Title, rows


class Document(Record):
    """A publication, as ``documents.toml`` gives it.

    ``date`` may be a month or a year. ``url`` is left out where the text was not found.
    """

    table: ClassVar[str] = "documents"

    id: Slug
    kind: Text
    title: Title
    author: Text | None = None
    date: PartialDate
    url: Address | None = None
    language: Slug | None = None
    note: Text | None = None
    sources: Sources


def every(db: Database, session: str) -> list[Document]:
    """Return the publications of a session by date, the earliest first.

    A month or a year alone stands before its days.
    """
    found = rows(db, "select * from documents where session = ? order by date, position", [session])
    return [Document.from_row(row) for row in found]


def get(db: Database, session: str, document: str) -> Document | None:
    """Return one publication by its id."""
    found = rows(db, "select * from documents where session = ? and id = ?", [session, document])
    return Document.from_row(found[0]) if found else None


def of_date(db: Database, session: str, date: str) -> list[Document]:
    """Return what was published on a date, given as ``2013-11-22``."""
    found = rows(
        db,
        "select * from documents where session = ? and date = ? order by position",
        [session, date],
    )
    return [Document.from_row(row) for row in found]
