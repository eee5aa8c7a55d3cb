"""Callback data: hours and zones go in and come out the same, within 64 bytes."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import offsets, places
from handlers import callbacks

FARTHEST_CHAT = -1_997_852_516_352  # the last number that Telegram gives to a supergroup
QUARTERS = st.integers(-12 * 4, 14 * 4)


@given(st.times())
def test_an_hour_is_carried_to_the_minute(hour: time) -> None:
    assert callbacks.hour_in(callbacks.of_hour(hour)) == time(hour.hour, hour.minute)


@given(QUARTERS)
def test_every_distance_from_utc_is_carried(quarters: int) -> None:
    name = offsets.key(offsets.STEP * quarters)
    assert callbacks.zone_in(callbacks.of_zone(name)) == name


def test_every_zone_that_a_place_has_is_carried_within_the_bytes_that_there_are() -> None:
    for name in places.known().by_zone:
        data = callbacks.SUBSCRIBE_AT(FARTHEST_CHAT, "2359", callbacks.of_zone(name))
        assert callbacks.zone_in(callbacks.SUBSCRIBE_AT.parts_of(data)[2]) == name


def test_a_topic_of_the_longest_name_fits_too() -> None:
    assert callbacks.LISTED(FARTHEST_CHAT, "a" * 40, callbacks.OFF)


@given(st.text(max_size=64))
def test_whatever_was_made_up_is_an_hour_or_none(text: str) -> None:
    assert callbacks.hour_in(text) is None or callbacks.of_hour(callbacks.hour_in(text)) == text


@pytest.mark.parametrize("text", ["", "Nowhere/At_All", "../../etc/passwd", "UTC+2500", "\0"])
def test_a_zone_that_there_is_none_of_is_none(text: str) -> None:
    assert callbacks.zone_in(text) is None


def test_data_is_known_by_its_screen_with_and_without_the_mark() -> None:
    data = callbacks.SETTINGS(0)
    assert callbacks.SETTINGS.is_named_in(data)
    assert callbacks.SETTINGS.is_named_in(callbacks.fresh(data))
    assert not callbacks.SUBSCRIBE.is_named_in(callbacks.SUBSCRIBE_AT(0, "", ""))
