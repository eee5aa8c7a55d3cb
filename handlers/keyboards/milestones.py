"""Buttons under what was before and after a session."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout


def listing(
    session: str, turned: Sequence[InlineKeyboardButton], sources: int, words: Words
) -> InlineKeyboardMarkup | None:
    """Offer the pages, the sources of all, the days, and what the session was."""
    days = layout.button(words.plain("day.all"), callbacks.DAYS(session))
    about = layout.button(words.plain("milestones.session"), callbacks.SESSIONS())
    return layout.keyboard(
        turned, [layout.sources(session, "milestone", "all", sources, words)], [days, about]
    )
