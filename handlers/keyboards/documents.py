"""Buttons under publications."""

from collections.abc import Iterable, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.days import Day
from data.documents import Document
from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout

Rows = Iterable[Iterable[InlineKeyboardButton | None]]


def listing(
    session: str, shown: Sequence[Document], start: int, below: Rows
) -> InlineKeyboardMarkup | None:
    """Offer each publication under its number, and the rows that belong below."""
    each = [
        layout.button(f"{number} · {one.title}", callbacks.DOCUMENT(session, one.id))
        for number, one in enumerate(shown, start)
    ]
    return layout.keyboard(*layout.in_rows(each, 1), *below)


def all_of_them(session: str, words: Words) -> InlineKeyboardButton:
    """Return the button to all publications."""
    return layout.button(words.plain("documents.all"), callbacks.DOCUMENTS(session, 0))


def nothing(session: str, words: Words) -> InlineKeyboardMarkup | None:
    """Offer all publications, and the topics of what was decided."""
    decided = layout.button(words.plain("start.outcomes"), callbacks.TOPICS(session))
    return layout.keyboard([all_of_them(session, words)], [decided])


def card(
    session: str, shown: Document, day: Day | None, words: Words
) -> InlineKeyboardMarkup | None:
    """Offer to open a publication, its sources, the day it came out on, and all of them."""
    opening = (
        InlineKeyboardButton(words.plain("documents.open"), url=shown.url) if shown.url else None
    )
    return layout.keyboard(
        [opening, layout.sources(session, "document", shown.id, len(shown.sources), words)],
        [all_of_them(session, words), layout.day(session, day.number if day else None, words)],
    )
