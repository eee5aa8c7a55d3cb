"""Buttons under the programme."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.days import Day
from data.locales.words import Words
from data.programme import Event
from handlers import callbacks
from handlers.keyboards import layout


def day(  # noqa: PLR0913, PLR0917 - a day, and what stands around it
    session: str,
    shown: Day,
    total: int,
    events: Sequence[Event],
    turned: Sequence[InlineKeyboardButton],
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer each item, the pages, the day's summary, and the programme of the days beside."""
    summary = layout.button(
        words.plain("programme.summary", number=shown.number),
        callbacks.DAY(session, shown.number, 0),
    )
    whole = layout.button(words.plain("programme.whole"), callbacks.PROGRAMME(session, 0, 0))
    before, after = shown.number - 1, shown.number + 1
    return layout.keyboard(
        *_events(session, events),
        turned,
        [summary, whole],
        [
            _beside(session, before, "day.before", words) if before else None,
            _beside(session, after, "day.after", words) if after <= total else None,
        ],
    )


def _events(session: str, events: Sequence[Event]) -> list[Sequence[InlineKeyboardButton]]:
    each = [layout.button(one.title, callbacks.EVENT(session, one.id)) for one in events]
    return layout.in_rows(each, 1)


def _beside(session: str, number: int, key: str, words: Words) -> InlineKeyboardButton:
    label = words.plain(key, number=number)
    return layout.button(label, callbacks.PROGRAMME(session, number, 0))


def choice(session: str, days: Sequence[Day], words: Words) -> InlineKeyboardMarkup | None:
    """Offer the programme of these days, and the whole."""
    whole = layout.button(words.plain("programme.whole"), callbacks.PROGRAMME(session, 0, 0))
    return layout.keyboard(*_days(session, days, words), [whole])


def _days(session: str, days: Sequence[Day], words: Words) -> list[Sequence[InlineKeyboardButton]]:
    each = [
        layout.button(
            words.plain("day.button", number=day.number, date=words.short_date(day.date)),
            callbacks.PROGRAMME(session, day.number, 0),
        )
        for day in days
    ]
    return layout.in_rows(each, 2)


def whole(
    session: str,
    days: Sequence[Day],
    undated: Sequence[Event],
    turned: Sequence[InlineKeyboardButton],
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer the programme of each day, and each item without a day."""
    every = layout.button(words.plain("day.all"), callbacks.DAYS(session))
    return layout.keyboard(
        *_days(session, days, words), *_events(session, undated), turned, [every]
    )


def card(session: str, event: Event, words: Words) -> InlineKeyboardMarkup | None:
    """Offer an item's sources, its day, and the programme of that day."""
    back = layout.button(
        words.plain("programme.back"), callbacks.PROGRAMME(session, event.day or 0, 0)
    )
    return layout.keyboard(
        [layout.sources(session, "event", event.id, len(event.sources), words)],
        [back, layout.day(session, event.day, words)],
    )
