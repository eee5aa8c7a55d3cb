"""Which time of day people mean."""

from collections.abc import Callable
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import hours

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WAYS: tuple[Callable[[time], str], ...] = (
    lambda at: f"{at:%H:%M}",
    lambda at: f"{at.hour}:{at:%M}",
    lambda at: f"{at.hour}h{at:%M}",
    lambda at: f"{at.hour} H {at:%M}",
    lambda at: f"{at.hour}.{at:%M}",
    lambda at: f"{at.hour} {at:%M}",
    lambda at: f"{at:%H%M}",
    lambda at: f"{at:%I:%M %p}",
    lambda at: f"{at:%I.%M}{at:%p}".lower(),
    lambda at: f"{at:%I:%M} {'a.m.' if at.hour < 12 else 'p. m.'}",
    lambda at: f"{at:%H:%M}".translate(ARABIC),
    lambda at: f"\u200f{at:%H:%M}\u200f".translate(ARABIC),
    lambda at: f"الساعة {at:%I:%M} {'ص' if at.hour < 12 else 'م'}",
    lambda at: f"a las {at.hour}:{at:%M}",
    lambda at: f"à {at.hour} heures {at:%M}",
)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("7:30", 7, 30),
        ("7h30", 7, 30),
        ("7.30", 7, 30),
        ("7,30", 7, 30),
        ("730", 7, 30),
        ("1930", 19, 30),
        ("07:30", 7, 30),
        ("٧:٣٠", 7, 30),
        ("٧٫٣٠", 7, 30),
        ("7", 7, 0),
        ("0", 0, 0),
        ("7pm", 19, 0),
        ("7 p.m.", 19, 0),
        ("7 P.M", 19, 0),
        ("730pm", 19, 30),
        ("12am", 0, 0),
        ("12 pm", 12, 0),
        ("19h", 19, 0),
        ("19 h", 19, 0),
        ("19h30min", 19, 30),
        ("24:00", 0, 0),
        ("7 o'clock", 7, 0),
        ("at 7", 7, 0),
        ("à 7h", 7, 0),
        ("a las 7 de la tarde", 19, 0),
        ("7 du soir", 19, 0),
        ("8 de l\u2019après-midi", 20, 0),
        ("7 in the morning", 7, 0),
        ("11 at night", 23, 0),
        ("12 de la noche", 0, 0),
        ("12 de la tarde", 12, 0),
        ("٧ مساءً", 19, 0),
        ("٧ صباحا", 7, 0),
        ("1 ظهرا", 13, 0),
        ("noon", 12, 0),
        ("Midi", 12, 0),
        ("mediodía", 12, 0),
        ("ظهرًا", 12, 0),
        ("midnight", 0, 0),
        ("minuit", 0, 0),
        ("منتصف الليل", 0, 0),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, hour: int, minute: int) -> None:
    assert hours.read(text) == time(hour, minute)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "25",
        "7:60",
        "7:5",
        "24:01",
        "-7",
        "+3",
        "UTC+3",
        "h",
        "pm",
        "7 Nairobi",
        "Nairobi",
        "13 am",
        "0 pm",
        "12 du soir",
        "12 مساء",
        "12 in the morning",
        "1 at night",
        "7:30:00",
        "7ampm",
        "half past 7",
        "7 y media",
        "19300",
        "²",
        "½",
        "7" * 4096,
        " " * 4096 + "7",
    ],
)
def test_what_is_no_time_is_read_as_none(text: str) -> None:
    assert hours.read(text) is None


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.sampled_from(WAYS))
def test_every_time_is_read_in_every_way_of_writing_it(
    at: time, written: Callable[[time], str]
) -> None:
    assert hours.read(written(at)) == at


@given(st.text())
def test_whatever_is_read_is_a_minute_of_a_day(text: str) -> None:
    found = hours.read(text)
    assert found is None or (found.tzinfo is None and found == found.replace(second=0))


@given(st.text().filter(lambda text: not any(each.isdecimal() for each in text)))
def test_without_a_digit_only_noon_and_midnight_are_times(text: str) -> None:
    assert hours.read(text) in {None, time(0), time(12)}


@given(st.text(alphabet="0123456789:.h apm", max_size=12))
def test_what_looks_like_a_time_is_read_only_with_its_own_hour(text: str) -> None:
    found = hours.read(text)
    if found is not None:
        digits = "".join(each for each in text if each.isdecimal())
        assert found.minute == 0 or digits.endswith(f"{found.minute:02}")
        as_written = {digits, digits.removesuffix(f"{found.minute:02}")}
        assert found.hour % 12 in {int(each or 0) % 12 for each in as_written}
