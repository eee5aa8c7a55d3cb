"""Buttons under a contradiction between sources."""

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardMarkup

from data.locales.words import Words
from data.records import Record
from handlers import callbacks
from handlers.keyboards import layout
from handlers.views import titles


def card(
    session: str,
    touched: Sequence[tuple[str, Record]],
    states: Mapping[str, str],
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer each record that it is about, or the list that it stands in, and what was decided."""
    labels = {
        callbacks.of_record(session, kind, record.identity): _label(kind, record, states, words)
        for kind, record in touched
    }
    each = [layout.button(label, data) for data, label in labels.items()]
    decided = layout.button(words.plain("start.outcomes"), callbacks.TOPICS(session))
    return layout.keyboard(*layout.in_rows(each, 1), [decided])


def _label(kind: str, record: Record, states: Mapping[str, str], words: Words) -> str:
    named = titles.kind(kind, words)
    if kind not in callbacks.RECORDS:
        return named
    return words.plain("ask.beside", kind=named, title=titles.of(record, states, words))
