"""Buttons under the days of a session, for those who write about them."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout
from handlers.views.summaries import State, mark


def listing(session: str, every: Sequence[State], words: Words) -> InlineKeyboardMarkup | None:
    """Offer the days, each with a mark of how it stands."""
    buttons = [
        layout.button(
            words.plain("digest.to_day", number=each.day.number) + mark(each),
            callbacks.SUMMARY(session, each.day.number),
        )
        for each in every
    ]
    drafts = layout.button(words.plain("edit.button_drafts"), callbacks.DRAFTS())
    return layout.keyboard(*layout.in_rows(buttons, 3), [drafts])


def card(session: str, state: State, words: Words) -> InlineKeyboardMarkup | None:
    """Offer what can be done with a day."""
    day = state.day.number
    write = layout.button(words.plain("edit.button_write"), callbacks.WRITE(session, day, ""))
    correct = layout.button(words.plain("edit.button_correct"), callbacks.CORRECT(session, day, ""))
    retract = layout.button(words.plain("edit.button_retract"), callbacks.RETRACT(session, day, ""))
    history = layout.button(words.plain("edit.button_history"), callbacks.HISTORY(session, day, ""))
    back = layout.button(words.plain("edit.button_all_days"), callbacks.SUMMARIES(session))
    return layout.keyboard(
        [write, correct if state.is_out else None],
        [retract if state.is_out else None, history if state.has_history else None],
        [back],
    )


def reminder(session: str, day: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to write a day that closed without a summary; the reminder stays as it is."""
    write = callbacks.fresh(callbacks.WRITE(session, day, ""))
    every = callbacks.fresh(callbacks.SUMMARIES(session))
    return layout.keyboard(
        [layout.button(words.plain("edit.button_write"), write)],
        [layout.button(words.plain("edit.button_summaries"), every)],
    )
