"""Buttons under the calendar file."""

from telegram import InlineKeyboardMarkup

from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout


def under(session: str, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the same on screen: the days and the programme."""
    return layout.keyboard(
        [
            layout.button(words.plain("day.all"), callbacks.DAYS(session)),
            layout.button(words.plain("day.programme"), callbacks.PROGRAMME(session)),
        ]
    )
