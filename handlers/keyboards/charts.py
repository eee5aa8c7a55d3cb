"""Buttons under a chart."""

from typing import Final

from telegram import InlineKeyboardMarkup

from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout

LISTS: Final = {
    "budget": (callbacks.BUDGET, "budget.all", "figure"),
    "pledges": (callbacks.PLEDGES, "pledges.all", "pledge"),
}


def under(session: str, subject: str, sources: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the list that the chart is of, and its sources."""
    screen, key, kind = LISTS[subject]
    return layout.keyboard(
        [
            layout.button(words.plain(key), screen(session)),
            layout.sources(session, kind, "all", sources, words),
        ]
    )
