"""Buttons under hits, and under their absence."""

from collections.abc import Sequence

from data.search import Hit
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from data.topics import Topic
from handlers import callbacks
from handlers.keyboards import layout


def hits(
    session: str, shown: Sequence[Hit], start: int, turned: Sequence[InlineKeyboardButton]
) -> InlineKeyboardMarkup | None:
    """Offer the record behind each hit under the hit's number, and the pages."""
    buttons = [
        layout.button(f"{number} · {hit.title}", callbacks.of_record(session, hit.kind, hit.record))
        for number, hit in enumerate(shown, start)
    ]
    return layout.keyboard(*layout.in_rows(buttons, 1), turned)


def topics(session: str, near: Sequence[Topic], words: Words) -> InlineKeyboardMarkup | None:
    """Offer topics, and all that can be asked."""
    buttons = [layout.button(topic.title, callbacks.TOPIC(session, topic.id, 0)) for topic in near]
    every = layout.button(words.plain("ask.all_topics"), callbacks.TOPICS(session))
    commands = layout.button(words.plain("start.commands"), callbacks.HELP())
    return layout.keyboard(*layout.in_rows(buttons, 1), [every, commands])
