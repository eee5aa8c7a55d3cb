"""Buttons under resolutions."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from data.resolutions import Resolution
from handlers import callbacks
from handlers.keyboards import layout


def listing(
    session: str,
    shown: Sequence[Resolution],
    turned: Sequence[InlineKeyboardButton],
    sources: int,
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer each resolution, the pages, the sources of all, and the other decisions."""
    each = [layout.button(one.title, callbacks.RESOLUTION(session, one.id)) for one in shown]
    decided = layout.button(words.plain("start.outcomes"), callbacks.TOPICS(session))
    return layout.keyboard(
        *layout.in_rows(each, 1),
        turned,
        [layout.sources(session, "resolution", "all", sources, words), decided],
    )


def card(session: str, shown: Resolution, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the outcome that tells more, the sources, the day, the topic, and all resolutions."""
    more = (
        layout.button(words.plain("resolutions.outcome"), callbacks.OUTCOME(session, shown.outcome))
        if shown.outcome
        else None
    )
    topic = callbacks.TOPIC(session, shown.topic, 0)
    every = layout.button(words.plain("resolutions.all"), callbacks.RESOLUTIONS(session, 0))
    return layout.keyboard(
        [more, layout.sources(session, "resolution", shown.id, len(shown.sources), words)],
        [layout.button(words.plain("topic.same"), topic), layout.day(session, shown.day, words)],
        [every],
    )
