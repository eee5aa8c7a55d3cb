"""Buttons about who may write."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from data.roles import Editor
from handlers import callbacks
from handlers.keyboards import layout


def invitation(key: str, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to make an invitation void, and to see the editors."""
    revoke = layout.button(words.plain("editors.button_revoke"), callbacks.INVITATION(key))
    return layout.keyboard([revoke], [_all(words)])


def ways_on(words: Words) -> InlineKeyboardMarkup | None:
    """Offer the editors."""
    return layout.keyboard([_all(words)])


def welcome(words: Words) -> InlineKeyboardMarkup | None:
    """Offer a new editor what there is to do."""
    summaries = layout.button(words.plain("edit.button_summaries"), callbacks.SUMMARIES(""))
    return layout.keyboard(
        [summaries], [layout.button(words.plain("start.commands"), callbacks.HELP())]
    )


def taken(user: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to revoke what an invitation gave."""
    label = words.plain("editors.button_revoke")
    return layout.keyboard([layout.button(label, callbacks.EDITOR(user, "revoke"))], [_all(words)])


def editors(found: Sequence[Editor], words: Words) -> InlineKeyboardMarkup | None:
    """Offer to revoke the role of each editor."""
    rows = [
        [
            layout.button(
                words.plain("editors.button_revoke_one", name=each.name),
                callbacks.EDITOR(each.id, "revoke"),
            )
        ]
        for each in found
    ]
    help_ = layout.button(words.plain("start.commands"), callbacks.HELP())
    return layout.keyboard(*rows, [help_])


def revoked(user: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to give the role back."""
    undo = layout.button(words.plain("edit.button_undo"), callbacks.EDITOR(user, "back"))
    return layout.keyboard([undo], [_all(words)])


def _all(words: Words) -> InlineKeyboardButton:
    return layout.button(words.plain("editors.button_all"), callbacks.EDITORS())
