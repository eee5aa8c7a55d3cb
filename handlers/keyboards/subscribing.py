"""Buttons of a subscription: which place is meant, the days before, and what can be changed.

``key`` is the chat that is meant: 0 for the one where the button stands.
"""

from collections.abc import Sequence
from datetime import datetime, time

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data import zones
from data.days import Day
from data.locales.words import Words
from data.places import Place
from data.subscriptions import Way
from handlers import callbacks
from handlers.callbacks import Screen
from handlers.keyboards import digests, layout

IN_A_ROW = 4


def places(  # noqa: PLR0913, PLR0917 - where the buttons lead, and what they say
    screen: Screen,
    key: int,
    hour: time | None,
    offered: Sequence[Place],
    now: datetime,
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer places, each with its distance from UTC, since several may have one name."""
    buttons = [
        layout.button(
            words.plain(
                "wish.place",
                place=place.name(words.language),
                distance=zones.distance(place.zone, now),
            ),
            screen(key, callbacks.of_hour(hour), callbacks.of_zone(place.zone)),
        )
        for place in offered
    ]
    return layout.keyboard(*layout.in_rows(buttons, 1), _others(screen, key, hour, words))


def _others(
    screen: Screen, key: int, hour: time | None, words: Words
) -> list[InlineKeyboardButton]:
    """Return the ways on for those whom no place that was offered suits."""
    if screen == callbacks.SUBSCRIBE_AT:
        usual = screen(key, callbacks.of_hour(hour), "")
        return [layout.button(words.plain("wish.usual"), usual)]
    return [
        layout.button(words.plain("wish.hours"), callbacks.HOURS(key)),
        layout.button(words.plain("wish.regions"), callbacks.REGIONS(key)),
    ]


def under_confirmation(  # noqa: PLR0913 - what the buttons say, and where they lead
    session: str,
    earlier: Sequence[Day],
    bot: str,
    key: int,
    words: Words,
    *,
    private: bool,
) -> InlineKeyboardMarkup | None:
    """Offer the days before a subscription counts, and its settings."""
    buttons = [digests.to_day(bot, session, day.number, words, private=private) for day in earlier]
    return layout.keyboard(
        *layout.in_rows(buttons, IN_A_ROW), [to_settings(key, words), to_end(key, words)]
    )


def replays(
    choices: Sequence[Way], session: str, key: int, words: Words
) -> InlineKeyboardMarkup | None:
    """Offer how the digests of a session that is over can come."""
    buttons = [
        layout.button(words.plain(f"replay.button_{way}"), callbacks.REPLAY(key, session, way))
        for way in choices
    ]
    return layout.keyboard(
        buttons,
        [layout.button(words.plain("start.days"), callbacks.fresh(callbacks.DAYS(session)))],
        [to_settings(key, words), to_end(key, words)],
    )


def under_end(session: str, key: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to begin again."""
    return layout.keyboard([to_begin(session, key, words), to_settings(key, words)])


def to_begin(session: str, key: int, words: Words) -> InlineKeyboardButton:
    """Return the button that subscribes a chat to a session."""
    return layout.button(words.plain("button.subscribe"), callbacks.SUBSCRIBE(key, session))


def to_end(key: int, words: Words) -> InlineKeyboardButton:
    """Return the button that ends all subscriptions of a chat."""
    return layout.button(words.plain("button.unsubscribe"), callbacks.UNSUBSCRIBE(key))


def to_settings(key: int, words: Words) -> InlineKeyboardButton:
    """Return the button that leads to the settings of a chat."""
    return layout.button(words.plain("button.settings"), callbacks.SETTINGS(key))
