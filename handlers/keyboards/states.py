"""Buttons under states and statements."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from data.states import State, Statement
from handlers import callbacks
from handlers.keyboards import layout
from handlers.views.states import Line

HALF_WIDTH = 18


def listing(
    session: str, states: Sequence[State], turned: Sequence[InlineKeyboardButton]
) -> InlineKeyboardMarkup | None:
    """Offer states by name."""
    buttons = [layout.button(state.name, callbacks.STATE(session, state.id)) for state in states]
    return layout.keyboard(*_paired(buttons), turned)


def _paired(buttons: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Set two buttons in a row where both fit into half a phone's width."""
    rows: list[list[InlineKeyboardButton]] = []
    for button in buttons:
        beside = rows[-1] if rows and len(rows[-1]) == 1 else None
        if beside and max(len(button.text), len(beside[0].text)) <= HALF_WIDTH:
            beside.append(button)
        else:
            rows.append([button])
    return rows


def choice(session: str, states: Sequence[State], words: Words) -> InlineKeyboardMarkup | None:
    """Offer the states that may be meant, and the list of all."""
    buttons = [layout.button(state.name, callbacks.STATE(session, state.id)) for state in states]
    return layout.keyboard(*layout.in_rows(buttons, 1), [_to_all(session, words)])


def card(
    session: str, lines: Sequence[Line], turned: Sequence[InlineKeyboardButton], words: Words
) -> InlineKeyboardMarkup | None:
    """Offer the record behind each line, the pages, and the list of all states."""
    records = [
        layout.button(line.label, callbacks.of_record(session, line.kind, line.record.identity))
        for line in lines
    ]
    return layout.keyboard(*layout.in_rows(records, 1), turned, [_to_all(session, words)])


def statement(
    session: str, shown: Statement, state: State | None, words: Words
) -> InlineKeyboardMarkup | None:
    """Offer a statement's sources, its day, and the state that made it."""
    to_state = layout.button(state.name, callbacks.STATE(session, state.id)) if state else None
    return layout.keyboard(
        [layout.sources(session, "statement", shown.id, len(shown.sources), words)],
        [to_state, layout.day(session, shown.day, words)],
        [_to_all(session, words)],
    )


def _to_all(session: str, words: Words) -> InlineKeyboardButton:
    return layout.button(words.plain("states.all"), callbacks.STATES(session, 0))
