"""People whom the content names."""

from typing import ClassVar

from sqlite_utils import Database

from data.records import Record, Slug, Sources, Text, rows


class Person(Record):
    """A person, as ``people.toml`` gives them, in the role of that time."""

    table: ClassVar[str] = "people"

    id: Slug
    name: Text
    role: Text
    state: Slug | None = None
    text: Text | None = None
    sources: Sources


def every(db: Database, session: str) -> list[Person]:
    """Return the people of a session in the order of its file."""
    found = rows(db, "select * from people where session = ? order by position", [session])
    return [Person.from_row(row) for row in found]


def get(db: Database, session: str, person: str) -> Person | None:
    """Return one person by id."""
    found = rows(db, "select * from people where session = ? and id = ?", [session, person])
    return Person.from_row(found[0]) if found else None


def of_state(db: Database, session: str, state: str) -> list[Person]:
    """Return the people of a state, by the state's id."""
    found = rows(
        db,
        "select * from people where session = ? and state = ? order by position",
        [session, state],
    )
    return [Person.from_row(row) for row in found]
