"""States that the content names, and what each of them said."""

from typing import ClassVar, Literal

from sqlite_utils import Database

from data.records import Date, DayNumber, Record, Slug, Sources, Text, rows

Occasion = Literal["general-debate", "heads-of-state", "victims", "opening", "press"]
Speaker = Literal["state", "ngo", "official", "expert"]


class State(Record):
    """A state, as ``states.toml`` gives it: ``id`` is ISO 3166-1 alpha-2 in lower case.

    ``aliases`` are demonyms, short names and the names in other languages.
    """

    table: ClassVar[str] = "states"

    id: Slug
    name: Text
    aliases: tuple[Text, ...] = ()


class Statement(Record):
    """Who spoke where, as ``statements.toml`` gives it; ``text`` restates what was said."""

    table: ClassVar[str] = "statements"

    id: Slug
    occasion: Occasion
    by: Speaker
    state: Slug | None = None
    organisation: Text | None = None
    speaker: Text | None = None
    on_behalf_of: Text | None = None
    status: Text | None = None
    day: DayNumber | None = None
    date: Date | None = None
    text: Text | None = None
    note: Text | None = None
    sources: Sources


def every(db: Database, session: str) -> list[State]:
    """Return the states that a session's content names, by name."""
    found = rows(db, "select * from states where session = ? order by name", [session])
    return [State.from_row(row) for row in found]


def get(db: Database, session: str, state: str) -> State | None:
    """Return one state by its id, such as ``nl``."""
    found = rows(db, "select * from states where session = ? and id = ?", [session, state])
    return State.from_row(found[0]) if found else None


def statements(db: Database, session: str) -> list[Statement]:
    """Return all statements of a session in the order of its file."""
    found = rows(db, "select * from statements where session = ? order by position", [session])
    return [Statement.from_row(row) for row in found]


def statement(db: Database, session: str, statement: str) -> Statement | None:
    """Return one statement by its id."""
    found = rows(db, "select * from statements where session = ? and id = ?", [session, statement])
    return Statement.from_row(found[0]) if found else None


def statements_of(db: Database, session: str, state: str) -> list[Statement]:
    """Return what a state said, or what was said for it, by the state's id."""
    found = rows(
        db,
        "select * from statements where session = ? and state = ? order by position",
        [session, state],
    )
    return [Statement.from_row(row) for row in found]
