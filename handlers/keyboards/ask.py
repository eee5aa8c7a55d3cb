"""Buttons under an answer."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data import kinds
from data.locales.words import Words
from data.records import Record
from data.search import Hit
from handlers import callbacks
from handlers.keyboards import layout
from handlers.keyboards.search import beside


def under_answer(
    session: str, record: Record, neighbours: Sequence[Hit], words: Words
) -> InlineKeyboardMarkup | None:
    """Offer the record that answers with its sources, and what to see beside it."""
    kind, identity = kinds.of(record), record.identity
    key = "ask.open" if kind in callbacks.RECORDS else "ask.open_list"
    to_record = layout.button(words.plain(key), callbacks.of_record(session, kind, identity))
    number = len(kinds.sources_of(record))
    return layout.keyboard(
        [to_record, layout.sources(session, kind, identity, number, words)],
        *layout.in_rows([beside(session, hit, words) for hit in neighbours], 1),
    )
