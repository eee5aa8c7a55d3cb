"""Which hour and zone people ask for."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import chat_times, places, zones
from data.chat_times import ChatTime, Wish

NAMES = sorted(
    name for named in places.known().by_name.values() for name, _ in named if len(name.split()) <= 4
)
HOURS = {
    "7:30": time(7, 30),
    "7h30": time(7, 30),
    "7 p.m.": time(19),
    "٧:٣٠": time(7, 30),
    "midi": time(12),
    "at 7": time(7),
    "19": time(19),
}


@pytest.mark.parametrize(
    ("text", "hour", "zone"),
    [
        ("", None, None),
        ("  ", None, None),
        ("7h30", time(7, 30), None),
        ("Nairobi", None, "Africa/Nairobi"),
        ("7h30 Nairobi", time(7, 30), "Africa/Nairobi"),
        ("Addis Ababa 7 pm", time(19), "Africa/Addis_Ababa"),
        ("7 p. m., Addis Ababa", time(19), "Africa/Addis_Ababa"),
        ("at 7 in the evening in New York", time(19), "America/New_York"),
        ("a las 7 de la tarde Santiago de Chile", time(19), "America/Santiago"),
        ("19 h 30 La Haye", time(19, 30), "Europe/Amsterdam"),
        ("Genève, Suisse 19h", time(19), "Europe/Zurich"),
        ("نيروبي، ٧:٣٠ م", time(19, 30), "Africa/Nairobi"),
        ("noon Africa/Nairobi", time(12), "Africa/Nairobi"),
        ("7:30 +3", time(7, 30), "UTC+03:00"),
        ("UTC +3 7:30", time(7, 30), "UTC+03:00"),
        ("+3", None, "UTC+03:00"),
    ],
)
def test_an_hour_and_a_zone_are_read_in_either_order(
    text: str, hour: time | None, zone: str | None
) -> None:
    wish = chat_times.read(text)
    assert wish.hour == hour
    assert [place.zone for place in wish.places] == ([zone] if zone else [])
    assert wish.unread == ""


def test_what_may_be_several_places_takes_a_choice() -> None:
    wish = chat_times.read("san jose 7pm")
    assert wish.hour == time(19)
    assert [place.zone for place in wish.places] == ["America/Costa_Rica", "America/Los_Angeles"]


@pytest.mark.parametrize(
    ("text", "hour", "unread"),
    [
        ("Nairobbi 7", time(7), "Nairobbi"),
        ("daily at 7", time(7), "daily"),
        ("25:00 Nairobi", None, "25:00 Nairobi"),
        ("7:30 Paris Texas", time(7, 30), "Paris Texas"),
        ("half past seven", None, "half past seven"),
        ("\U0001f642", None, "\U0001f642"),
        ("7 " * 100, None, "7 " * 100),
    ],
)
def test_what_cannot_be_read_is_handed_back(text: str, hour: time | None, unread: str) -> None:
    wish = chat_times.read(text)
    assert wish[:3] == Wish(hour=hour, unread=unread)[:3]


def test_an_unknown_place_beside_an_hour_is_answered_with_those_alike() -> None:
    assert chat_times.read("7 Nairobbi").alike == zones.read("Nairobi").found


@given(st.sampled_from(sorted(HOURS)), st.sampled_from(NAMES))
def test_every_place_is_read_beside_every_hour(hour: str, name: str) -> None:
    meant = Wish(HOURS[hour], zones.read(name).found)
    assert chat_times.read(f"{hour} {name}") == meant
    assert chat_times.read(f"{name} {hour}") == meant
    assert chat_times.read(f"{name}, {hour}") == meant


@given(st.text())
def test_any_text_is_read_or_handed_back(text: str) -> None:
    wish = chat_times.read(text)
    said = any(not each.isspace() and each not in ",;\u060c" for each in text)
    assert bool(wish.unread or wish.hour or wish.places) == said
    assert not (wish.places and wish.unread)


def test_the_zone_of_a_chats_time_is_the_one_it_names() -> None:
    assert str(ChatTime(time(19), "Europe/Amsterdam").tz) == "Europe/Amsterdam"
    with pytest.raises(ValueError, match="Nowhere"):
        _ = ChatTime(time(19), "Nowhere").tz
