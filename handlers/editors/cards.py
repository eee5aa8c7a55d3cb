"""A record as followers see it, for those who write it."""

from collections.abc import Callable
from typing import Any, Final

from markupsafe import Markup

from data import edited, states
from data.forms import Built
from data.records import Record
from data.session import Session
from data.store import tried
from handlers.context import Context
from handlers.followers.records import with_sources
from handlers.views import documents, elections, outcomes, pledges

Card = Callable[[Context, Session, Any], Markup]


def _outcome(context: Context, session: Session, record: Any) -> Markup:
    return outcomes.card(session, record, context.words)


def _pledge(context: Context, _session: Session, record: Any) -> Markup:
    return pledges.card(record, context.words)


def _election(context: Context, session: Session, record: Any) -> Markup:
    named = {each.id: each.name for each in states.every(context.db, session.id)}
    return elections.card(record, named, context.words)


def _document(context: Context, _session: Session, record: Any) -> Markup:
    return documents.card(record, context.words)


_CARDS: Final[dict[str, Card]] = {
    "outcome": _outcome,
    "pledge": _pledge,
    "election": _election,
    "document": _document,
}


def card(context: Context, session: Session, kind: str, record: Record) -> Markup:
    """Return a record that is in the store as followers see it, with its source."""
    return with_sources(context, session, record, _CARDS[kind](context, session, record))


def preview(context: Context, session: Session, kind: str, built: Built) -> Markup:
    """Return a record that is not in the store yet as followers would see it."""
    with tried(context.db):
        if built.source:
            edited.place(context.db, session.id, built.source)
        edited.place(context.db, session.id, built.record)
        return card(context, session, kind, built.record)
