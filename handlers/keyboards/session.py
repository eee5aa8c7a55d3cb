"""Buttons to choose a session."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.locales.words import Words
from data.session import Session
from handlers import callbacks
from handlers.keyboards import layout


def choice(read: Session, sessions: Sequence[Session], words: Words) -> InlineKeyboardMarkup | None:
    """Offer the other sessions, and where to go on in the one that is read."""
    others = [
        layout.button(
            words.plain("session.other", session=each.short_name, place=each.place),
            callbacks.SESSION(each.id),
        )
        for each in sessions
        if each.id != read.id
    ]
    return layout.keyboard(
        *layout.in_rows(others, 1),
        [
            layout.button(words.plain("start.outcomes"), callbacks.TOPICS(read.id)),
            layout.button(words.plain("start.days"), callbacks.DAYS(read.id)),
        ],
        [
            layout.button(words.plain("days.milestones"), callbacks.MILESTONES(read.id)),
            layout.sources(read.id, "session", read.id, len(read.sources), words),
        ],
    )
