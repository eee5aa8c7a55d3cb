"""Buttons under the sentence by which the bot says how to subscribe."""

from telegram import InlineKeyboardMarkup

from data.locales.words import Words
from handlers.keyboards import layout, subscribing


def to_begin(session: str, words: Words) -> InlineKeyboardMarkup | None:
    """Offer a group to subscribe."""
    return layout.keyboard([subscribing.to_begin(session, 0, words)])


def of_group(words: Words) -> InlineKeyboardMarkup | None:
    """Offer a group that is subscribed its settings."""
    return layout.keyboard([subscribing.to_settings(0, words)])


def of_channel(channel: int, session: str, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to subscribe a channel, to whoever added the bot there."""
    return layout.keyboard(
        [subscribing.to_begin(session, channel, words), subscribing.to_settings(channel, words)]
    )
