"""Buttons under the log of changes."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.audit import Change
from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout


def listing(
    changes: Sequence[Change], turned: Sequence[InlineKeyboardButton], words: Words
) -> InlineKeyboardMarkup | None:
    """Offer the whole text of changes that have one, and the pages."""
    buttons = [
        layout.button(words.plain("log.button", number=each.id), callbacks.CHANGE(each.id))
        for each in changes
        if each.before or each.after
    ]
    summaries = layout.button(words.plain("edit.button_summaries"), callbacks.SUMMARIES(""))
    return layout.keyboard(*layout.in_rows(buttons, 4), turned, [summaries])


def change(words: Words) -> InlineKeyboardMarkup | None:
    """Offer the way back to the log."""
    return layout.keyboard([layout.button(words.plain("log.button_all"), callbacks.AUDIT(0))])
