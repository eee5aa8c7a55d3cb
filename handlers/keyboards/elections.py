"""Buttons under elections."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.elections import Election
from data.locales.words import Words
from data.people import Person
from data.states import State
from handlers import callbacks
from handlers.keyboards import layout


def listing(
    session: str,
    shown: Sequence[Election],
    turned: Sequence[InlineKeyboardButton],
    sources: int,
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer each election by who was elected, the pages, and the sources of all."""
    each = [layout.button(one.person, callbacks.ELECTION(session, one.id)) for one in shown]
    decided = layout.button(words.plain("start.outcomes"), callbacks.TOPICS(session))
    return layout.keyboard(
        *layout.in_rows(each, 1),
        turned,
        [layout.sources(session, "election", "all", sources, words), decided],
    )


def card(
    session: str,
    shown: Election,
    person: Person | None,
    stood: Sequence[State],
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer who was elected, the states of all who stood, the day, and all elections."""
    states = [layout.button(state.name, callbacks.STATE(session, state.id)) for state in stood]
    who = layout.button(person.name, callbacks.PERSON(session, person.id)) if person else None
    every = layout.button(words.plain("elections.all"), callbacks.ELECTIONS(session, 0))
    return layout.keyboard(
        [who, layout.sources(session, "election", shown.id, len(shown.sources), words)],
        *layout.in_rows(states, 2),
        [every, layout.day(session, shown.day, words)],
    )
