"""The kinds of records by name, for whatever treats all of them alike."""

from collections.abc import Sequence

from sqlite_utils import Database

from data.budget import Figure, Reaction
from data.conflicts import Conflict
from data.days import Day
from data.documents import Document
from data.elections import Election
from data.glossary import Term
from data.milestones import Milestone
from data.outcomes import Outcome
from data.people import Person
from data.phrasings import Phrasing
from data.pledges import Pledge
from data.programme import Event
from data.records import Record, rows
from data.resolutions import Resolution
from data.session import Session
from data.sources import Source
from data.states import State, Statement
from data.synonyms import Synonym
from data.topics import Topic

KINDS: dict[str, type[Record]] = {
    "session": Session,
    "day": Day,
    "topic": Topic,
    "source": Source,
    "outcome": Outcome,
    "resolution": Resolution,
    "conflict": Conflict,
    "document": Document,
    "pledge": Pledge,
    "election": Election,
    "figure": Figure,
    "reaction": Reaction,
    "event": Event,
    "state": State,
    "statement": Statement,
    "person": Person,
    "term": Term,
    "milestone": Milestone,
    "synonym": Synonym,
    "phrasing": Phrasing,
}


def get(db: Database, session: str, kind: str, identity: str) -> Record | None:
    """Return one record by its kind and its id within the session; None where there is none."""
    model = KINDS.get(kind)
    if model is None:
        return None
    narrowed = "" if model is Session else " and session = :session"
    found = rows(
        db,
        f"select * from {model.table} where {model.key} = :identity{narrowed}",  # noqa: S608 - our own names
        {"session": session, "identity": identity},
    )
    return model.from_row(found[0]) if found else None


def some(db: Database, session: str, kind: str, identities: Sequence[str]) -> list[Record]:
    """Return the records of a kind that have these ids, in the order of their file."""
    model = KINDS[kind]
    marks = ", ".join("?" * len(identities))
    found = rows(
        db,
        f"select * from {model.table} where session = ?"  # noqa: S608 - our own names
        f" and {model.key} in ({marks}) order by position",
        [session, *identities],
    )
    return [model.from_row(row) for row in found]


def of(record: Record) -> str:
    """Return the name of a record's kind."""
    return next(name for name, model in KINDS.items() if type(record) is model)


def every(db: Database, session: str, kind: str) -> list[Record]:
    """Return all records of a kind in the order of their file."""
    model = KINDS[kind]
    found = rows(
        db,
        f"select * from {model.table} where session = ? order by position",  # noqa: S608 - our own names
        [session],
    )
    return [model.from_row(row) for row in found]


def sources_of(record: Record) -> tuple[str, ...]:
    """Return the ids of a record's sources; none where its kind has none."""
    return tuple(getattr(record, "sources", ()))
