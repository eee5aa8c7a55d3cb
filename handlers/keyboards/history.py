"""Buttons under what stood of a day."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from data.revisions import Revision
from handlers import callbacks
from handlers.keyboards import layout
from handlers.keyboards.editing import to_day


def listing(
    session: str,
    day: int,
    every: Sequence[Revision],
    turned: Sequence[InlineKeyboardButton],
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer each revision, and the pages."""
    buttons = [
        layout.button(
            words.plain("edit.button_revision", number=each.revision),
            callbacks.REVISION(session, day, each.revision),
        )
        for each in every
    ]
    return layout.keyboard(*layout.in_rows(buttons, 3), turned, [to_day(session, day, words)])


def revision(shown: Revision, words: Words, *, stands: bool) -> InlineKeyboardMarkup | None:
    """Offer to bring a text back, unless it is what stands."""
    session, day = shown.session, shown.day
    restore = callbacks.RESTORE(session, day, shown.revision)
    back = callbacks.HISTORY(session, day, "")
    offered = layout.button(words.plain("edit.button_restore"), restore)
    return layout.keyboard(
        [offered if shown.text and not stands else None],
        [layout.button(words.plain("edit.button_history"), back)],
    )
