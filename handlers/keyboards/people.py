"""Buttons under a person."""

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardMarkup

from data.locales.words import Words
from data.people import Person
from data.records import Record
from data.states import State
from handlers import callbacks
from handlers.keyboards import layout
from handlers.views import titles


def card(  # noqa: PLR0913, PLR0917 - a person, and what stands around one
    session: str,
    person: Person,
    state: State | None,
    mentions: Sequence[tuple[str, Record]],
    states: Mapping[str, str],
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer what mentions a person, the sources, and the person's state."""
    records = [
        layout.button(
            titles.of(record, states, words), callbacks.of_record(session, kind, record.identity)
        )
        for kind, record in mentions
    ]
    to_state = layout.button(state.name, callbacks.STATE(session, state.id)) if state else None
    return layout.keyboard(
        *layout.in_rows(records, 1),
        [to_state, layout.sources(session, "person", person.id, len(person.sources), words)],
    )
