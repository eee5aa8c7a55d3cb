"""Buttons under an answer."""

from telegram import InlineKeyboardMarkup

from data import kinds
from data.answers import Answer
from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout
from handlers.views import titles


def under_answer(session: str, found: Answer, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the record that answers with its sources, and what to see beside it."""
    if found.record is None:
        return None
    kind, identity = kinds.of(found.record), found.record.identity
    key = "ask.open" if kind in callbacks.RECORDS else "ask.open_list"
    to_record = layout.button(words.plain(key), callbacks.of_record(session, kind, identity))
    number = len(kinds.sources_of(found.record))
    beside = [
        layout.button(
            words.plain("ask.beside", kind=titles.kind(hit.kind, words), title=hit.title),
            callbacks.of_record(session, hit.kind, hit.record),
        )
        for hit in found.beside
    ]
    return layout.keyboard(
        [to_record, layout.sources(session, kind, identity, number, words)],
        *layout.in_rows(beside, 1),
    )
