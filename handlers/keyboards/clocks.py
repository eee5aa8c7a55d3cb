"""Buttons to choose the hour and the place of a chat; ``key`` is the chat that is meant."""

from collections.abc import Sequence
from datetime import datetime, time

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data import regions as parts
from data import zones
from data.locales.words import Words
from data.places import Place
from handlers import callbacks
from handlers.keyboards import layout, settings

IN_A_ROW = 4
QUARTERS = (0, 15, 30, 45)


def hours(key: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the hours of the day."""
    buttons = [
        layout.button(f"{time(hour):%H:%M}", callbacks.MINUTES(key, hour)) for hour in range(24)
    ]
    return layout.keyboard(*layout.in_rows(buttons, IN_A_ROW), [settings.back(key, words)])


def minutes(key: int, hour: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the quarters of an hour."""
    quarters = [time(hour, minute) for minute in QUARTERS]
    buttons = [
        layout.button(f"{each:%H:%M}", callbacks.AT(key, callbacks.of_hour(each), ""))
        for each in quarters
    ]
    to_hours = layout.button(words.plain("clock.other_hour"), callbacks.HOURS(key))
    return layout.keyboard(buttons, [to_hours, settings.back(key, words)])


def regions(
    key: int, near: Sequence[str], now: datetime, words: Words
) -> InlineKeyboardMarkup | None:
    """Offer the parts of the world, and the zones that are ``near`` at hand."""
    to_parts = [
        layout.button(words.plain(f"region.{each}"), callbacks.REGION(key, each, 0))
        for each in parts.EVERY
    ]
    at_hand = [_zone(key, zone, zones.shown(zone, words.language), now, words) for zone in near]
    return layout.keyboard(at_hand, *layout.in_rows(to_parts, 2), [settings.back(key, words)])


def cities(
    key: int,
    shown: Sequence[Place],
    turned: Sequence[InlineKeyboardButton],
    now: datetime,
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer cities, each with its distance from UTC, and the pages before and after."""
    buttons = [_zone(key, each.zone, each.name(words.language), now, words) for each in shown]
    to_regions = layout.button(words.plain("clock.other_region"), callbacks.REGIONS(key))
    return layout.keyboard(
        *layout.in_rows(buttons, 2), turned, [to_regions, settings.back(key, words)]
    )


def _zone(key: int, zone: str, name: str, now: datetime, words: Words) -> InlineKeyboardButton:
    distance = zones.distance(zone, now)
    label = words.plain("wish.place", place=name, distance=distance) if name != distance else name
    return layout.button(label, callbacks.AT(key, "", callbacks.of_zone(zone)))
