"""Buttons to begin with."""

from telegram import InlineKeyboardMarkup

from data.days import Day
from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout


def beginning(
    session: str, day: Day | None, *, is_today: bool, words: Words
) -> InlineKeyboardMarkup | None:
    """Offer the outcomes, today's day or the last one, and what can be asked."""
    outcomes = layout.button(words.plain("start.outcomes"), callbacks.TOPICS(session))
    commands = layout.button(words.plain("start.commands"), callbacks.HELP())
    if day is None:
        return layout.keyboard([outcomes], [commands])
    key = "start.today" if is_today else "start.last_day"
    label = words.plain(key, number=day.number)
    to_day = layout.button(label, callbacks.DAY(session, day.number, 0))
    return layout.keyboard([outcomes], [to_day], [commands])


def ways_on(session: str, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the ways on from a refusal, so that no answer is a dead end."""
    return layout.keyboard(
        [
            layout.button(words.plain("start.outcomes"), callbacks.TOPICS(session)),
            layout.button(words.plain("start.days"), callbacks.DAYS(session)),
        ],
        [layout.button(words.plain("start.commands"), callbacks.HELP())],
    )
