"""Buttons to begin with."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.days import Day
from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout


def beginning(
    session: str, day: Day | None, *, is_today: bool, writes: bool, words: Words
) -> InlineKeyboardMarkup | None:
    """Offer the outcomes, today's day or the last one, and each day's digest.

    Whoever ``writes`` the summaries gets them first.
    """
    outcomes = layout.button(words.plain("start.outcomes"), callbacks.TOPICS(session))
    subscribe = layout.button(words.plain("start.subscribe"), callbacks.SUBSCRIBE(0, session))
    return layout.keyboard(
        [_summaries(words) if writes else None],
        [outcomes],
        [_to_day(session, day, words, is_today=is_today)],
        [subscribe],
    )


def under_manual(
    session: str, day: Day | None, *, is_today: bool, writes: bool, words: Words
) -> InlineKeyboardMarkup | None:
    """Offer the beginning, and today's day or the last one; the summaries to who ``writes``."""
    start = layout.button(words.plain("start.beginning"), callbacks.START())
    return layout.keyboard(
        [_summaries(words) if writes else None],
        [start, _to_day(session, day, words, is_today=is_today)],
    )


def _summaries(words: Words) -> InlineKeyboardButton:
    return layout.button(words.plain("edit.button_summaries"), callbacks.SUMMARIES(""))


def _to_day(
    session: str, day: Day | None, words: Words, *, is_today: bool
) -> InlineKeyboardButton | None:
    if day is None:
        return None
    label = words.plain("start.today" if is_today else "start.last_day", number=day.number)
    return layout.button(label, callbacks.DAY(session, day.number, 0))


def ways_on(session: str, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the ways on from a refusal, so that no answer is a dead end."""
    return layout.keyboard(
        [
            layout.button(words.plain("start.outcomes"), callbacks.TOPICS(session)),
            layout.button(words.plain("start.days"), callbacks.DAYS(session)),
        ],
        [layout.button(words.plain("start.commands"), callbacks.HELP())],
    )
