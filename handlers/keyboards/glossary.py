"""Buttons under the glossary and its terms."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.glossary import Term
from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout


def choice(session: str, terms: Sequence[Term], words: Words) -> InlineKeyboardMarkup | None:
    """Offer the terms that may be meant, and the whole glossary."""
    buttons = [layout.button(term.term, callbacks.TERM(session, term.id)) for term in terms]
    every = layout.button(words.plain("glossary.all"), callbacks.GLOSSARY(session, 0))
    return layout.keyboard(*layout.in_rows(buttons, 1), [every])


def card(session: str, term: Term, words: Words) -> InlineKeyboardMarkup | None:
    """Offer a term's sources and the whole glossary."""
    every = layout.button(words.plain("glossary.all"), callbacks.GLOSSARY(session, 0))
    return layout.keyboard(
        [layout.sources(session, "term", term.id, len(term.sources), words)], [every]
    )
