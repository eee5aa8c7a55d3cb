"""Buttons under hits, and under their absence."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from data.search import Hit
from data.topics import Topic
from handlers import callbacks
from handlers.keyboards import layout
from handlers.views import titles


def hits(
    session: str, shown: Sequence[Hit], start: int, turned: Sequence[InlineKeyboardButton]
) -> InlineKeyboardMarkup | None:
    """Offer the record behind each hit under the hit's number, and the pages."""
    buttons = [
        layout.button(f"{number} · {hit.title}", callbacks.of_record(session, hit.kind, hit.record))
        for number, hit in enumerate(shown, start)
    ]
    return layout.keyboard(*layout.in_rows(buttons, 1), turned)


def beside(session: str, hit: Hit, words: Words) -> InlineKeyboardButton:
    """Offer a record by its kind and title."""
    label = words.plain("ask.beside", kind=titles.kind(hit.kind, words), title=hit.title)
    return layout.button(label, callbacks.of_record(session, hit.kind, hit.record))


def nearest(
    session: str, closest: Hit | None, near: Sequence[Topic], words: Words
) -> InlineKeyboardMarkup | None:
    """Offer what comes nearest to an answer that nobody recorded, if anything, and topics."""
    found = topics(session, near, words)
    rows = found.inline_keyboard if found else ()
    return layout.keyboard([beside(session, closest, words)] if closest else [], *rows)


def topics(session: str, near: Sequence[Topic], words: Words) -> InlineKeyboardMarkup | None:
    """Offer topics, and all that can be asked."""
    buttons = [layout.button(topic.title, callbacks.TOPIC(session, topic.id, 0)) for topic in near]
    every = layout.button(words.plain("ask.all_topics"), callbacks.TOPICS(session))
    commands = layout.button(words.plain("start.commands"), callbacks.HELP())
    return layout.keyboard(*layout.in_rows(buttons, 1), [every, commands])
