"""Buttons under a message to every subscribed chat."""

from telegram import InlineKeyboardMarkup

from data.locales.words import Words
from data.work import Work
from handlers import callbacks
from handlers.keyboards import layout


def prompt(draft: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer not to write one."""
    leave = callbacks.DRAFT(draft, "discard", "")
    return layout.keyboard([layout.button(words.plain("edit.button_discard"), leave)])


def control(found: Work, words: Words) -> InlineKeyboardMarkup | None:
    """Offer what can become of a preview."""
    draft = found.draft
    send = callbacks.BROADCAST(draft.id, draft.version)
    return layout.keyboard(
        [layout.button(words.plain("broadcast.button_send"), send)],
        [
            layout.button(words.plain("edit.button_edit"), callbacks.DRAFT(draft.id, "edit", "")),
            layout.button(
                words.plain("edit.button_discard"), callbacks.DRAFT(draft.id, "discard", "")
            ),
        ],
    )


def result(number: int, words: Words, *, in_time: bool) -> InlineKeyboardMarkup | None:
    """Offer to take it back, as long as that can be."""
    undo = callbacks.UNDO_BROADCAST(number)
    return layout.keyboard(
        [layout.button(words.plain("edit.button_undo"), undo) if in_time else None],
        [layout.button(words.plain("delivery.stats"), callbacks.STATS())],
    )
