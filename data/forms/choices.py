"""What can be chosen for a field rather than typed: what the session has already."""

from collections import Counter
from typing import Any, Final, get_args

from sqlite_utils import Database

from data import days, kinds, sources, states, topics
from data.forms.fields import NEW, Field
from data.session import Session
from data.sources import Kind

MOST: Final = 8
CURRENCIES: Final = ("EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "AUD")
KINDS_OF_SOURCES: Final[tuple[str, ...]] = get_args(Kind)


def choices(
    db: Database, session: Session, kind: str, field: Field, fields: dict[str, Any]
) -> list[tuple[str, str]]:
    """Return what can be chosen: what is kept, and what it is called, where that is a name."""
    match field.how:
        case "topic":
            found = [(each.id, each.title) for each in topics.every(db, session.id)]
        case "day":
            found = [(str(each.number), "") for each in days.every(db, session.id)]
        case "currency":
            found = [(each, each) for each in CURRENCIES]
        case "open":
            found = [(each, each) for each in _used(db, session, kind, field.name)]
        case "source":
            found = _sources(db, session, kind, fields)
        case "source_kind":
            found = [(each, "") for each in KINDS_OF_SOURCES]
        case _:
            found = []
    return found


def _used(db: Database, session: Session, kind: str, name: str) -> list[str]:
    counted = Counter(getattr(each, name) for each in kinds.every(db, session.id, kind))
    return [value for value, _ in counted.most_common(MOST) if value]


def _sources(
    db: Database, session: Session, kind: str, fields: dict[str, Any]
) -> list[tuple[str, str]]:
    """Return the sources that are cited most; a publication can be its own."""
    counted = Counter(
        source
        for each in kinds.KINDS
        for record in kinds.every(db, session.id, each)
        for source in kinds.sources_of(record)
    )
    named = sources.named(db, session.id, [each for each, _ in counted.most_common(MOST)])
    itself = [(NEW, "")] if kind == "document" and fields.get("url") else []
    return [*itself, *((each.id, each.title) for each in named)]


def named(db: Database, session: Session, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the answers of a form as people read them: a topic by its title, not its id."""
    shown = dict(fields)
    if topic := topics.get(db, session.id, str(fields.get("topic"))):
        shown["topic"] = topic.title
    if state := states.get(db, session.id, str(fields.get("state"))):
        shown["state"] = state.name
    source = str(fields.get("source"))
    for each in sources.named(db, session.id, [source]):
        shown["source"] = each.title
    if source == NEW:
        shown["source"] = fields.get("source_url")
    return shown
