"""Buttons under an editor's drafts."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.locales.words import Words
from data.work import Work
from handlers import callbacks
from handlers.keyboards import layout
from handlers.views import editing


def listing(mine: Sequence[Work], words: Words) -> InlineKeyboardMarkup | None:
    """Offer to go on with each draft."""
    rows = [
        [layout.button(editing.subject_of(each, words), callbacks.DRAFT(each.draft.id, "edit", ""))]
        for each in mine
    ]
    summaries = layout.button(words.plain("edit.button_summaries"), callbacks.SUMMARIES(""))
    return layout.keyboard(*rows, [summaries])


def left(work: Work, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to go on with a draft that was left aside, or to discard it."""
    draft = work.draft.id
    return layout.keyboard(
        [
            layout.button(words.plain("edit.button_go_on"), callbacks.DRAFT(draft, "edit", "")),
            layout.button(
                words.plain("edit.button_discard"), callbacks.DRAFT(draft, "discard", "")
            ),
        ],
        [layout.button(words.plain("edit.button_drafts"), callbacks.DRAFTS())],
    )
