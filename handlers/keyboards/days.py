"""Buttons under the days of a session."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.days import Day
from data.digests import Digest
from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout


def under_card(digest: Digest, page: int, pages: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer what was decided, the pages, the sources, and the days beside this one."""
    session, day = digest.session.id, digest.day
    decided = [
        layout.button(outcome.title, callbacks.OUTCOME(session, outcome.id))
        for outcome in digest.decided
    ]
    return layout.keyboard(
        layout.pages(callbacks.DAY, (session, str(day.number)), page, pages, words),
        *([each] for each in decided if page + 1 == pages),
        [
            layout.sources(session, "day", day.identity, len(day.sources), words),
            layout.button(words.plain("day.programme"), callbacks.PROGRAMME(session, day.number)),
        ],
        beside(digest, words),
    )


def beside(digest: Digest, words: Words) -> list[InlineKeyboardButton]:
    """Return the buttons to the day before, to all days, and to the day after."""
    session, number = digest.session.id, digest.day.number
    row = [layout.button(words.plain("day.all"), callbacks.DAYS(session))]
    if number > 1:
        label = words.plain("day.before", number=number - 1)
        row.insert(0, layout.button(label, callbacks.DAY(session, number - 1, 0)))
    if number < digest.total:
        label = words.plain("day.after", number=number + 1)
        row.append(layout.button(label, callbacks.DAY(session, number + 1, 0)))
    return row


def choice(session: str, days: Sequence[Day], words: Words) -> InlineKeyboardMarkup | None:
    """Offer days by number and date."""
    buttons = [
        layout.button(
            words.plain("day.button", number=day.number, date=words.short_date(day.date)),
            callbacks.DAY(session, day.number, 0),
        )
        for day in days
    ]
    milestones = layout.button(words.plain("days.milestones"), callbacks.MILESTONES(session))
    return layout.keyboard(*layout.in_rows(buttons, 2), [milestones])
