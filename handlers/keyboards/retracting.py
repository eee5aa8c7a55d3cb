"""Buttons before a summary is taken back."""

from telegram import InlineKeyboardMarkup

from data.drafts import Draft
from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout


def ask(session: str, day: int, draft: Draft | None, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to take a summary back, with a reason or without."""
    reason = draft.id if draft else ""
    now = callbacks.RETRACT(session, day, "now", reason)
    why = callbacks.RETRACT(session, day, "why", "")
    keep = layout.button(words.plain("edit.button_keep"), callbacks.SUMMARY(session, day))
    return layout.keyboard(
        [layout.button(words.plain("edit.button_retract"), now)],
        [layout.button(words.plain("edit.button_why"), why) if not draft else None],
        [keep],
    )


def without_reason(session: str, day: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer not to give a reason after all."""
    back = callbacks.RETRACT(session, day, "", "")
    return layout.keyboard([layout.button(words.plain("edit.button_no_reason"), back)])
