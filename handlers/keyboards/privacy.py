"""Buttons of what is kept about a chat; ``key`` is the chat that is meant."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout, subscribing


def under_privacy(key: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to see what is kept, and to erase it."""
    to_data = layout.button(words.plain("privacy.button_data"), callbacks.MYDATA(key))
    return layout.keyboard([to_data, _to_forget(key, words)], [subscribing.to_settings(key, words)])


def under_data(key: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to erase what the file holds."""
    return layout.keyboard([_to_forget(key, words), _to_privacy(key, words)])


def sure(key: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to erase all, or to keep it."""
    erase = layout.button(words.plain("forget.button_yes"), callbacks.FORGET(key, callbacks.ON))
    keep = layout.button(words.plain("forget.button_no"), callbacks.PRIVACY(key))
    return layout.keyboard([erase, keep])


def nothing(key: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the ways on where nothing is kept."""
    return layout.keyboard([subscribing.to_settings(key, words), _to_privacy(key, words)])


def _to_forget(key: int, words: Words) -> InlineKeyboardButton:
    return layout.button(words.plain("privacy.button_forget"), callbacks.FORGET(key, ""))


def _to_privacy(key: int, words: Words) -> InlineKeyboardButton:
    return layout.button(words.plain("privacy.button"), callbacks.PRIVACY(key))
