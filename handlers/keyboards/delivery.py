"""Buttons under how a day's digest goes out."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout


def delivery(session: str, day: int, words: Words, *, stopped: bool) -> InlineKeyboardMarkup | None:
    """Offer to stop the delivery of a day or let it go on, and to look again."""
    act, label = ("on", "delivery.go_on") if stopped else ("stop", "delivery.stop")
    return layout.keyboard(
        [layout.button(words.plain(label), callbacks.DELIVERY(session, day, act))],
        [
            layout.button(words.plain("delivery.again"), callbacks.DELIVERY(session, day, "")),
            layout.button(words.plain("delivery.stats"), callbacks.STATS()),
        ],
    )


def days(session: str, numbers: Sequence[int], words: Words) -> InlineKeyboardMarkup | None:
    """Offer the days that were delivered."""
    buttons = [
        layout.button(
            words.plain("digest.to_day", number=number), callbacks.DELIVERY(session, number, "")
        )
        for number in numbers
    ]
    editors = layout.button(words.plain("editors.button_all"), callbacks.EDITORS())
    summaries = layout.button(words.plain("edit.button_summaries"), callbacks.SUMMARIES(session))
    return layout.keyboard(*layout.in_rows(buttons, 4), [editors, summaries])
