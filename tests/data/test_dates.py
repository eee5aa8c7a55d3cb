"""Which day people mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dates import held, meant
from data.days import Day
from data.session import Session

SESSION = Session(
    id="asp12",
    number=12,
    name="Twelfth session",
    short_name="ASP 12",
    place="The Hague",
    venue="World Forum",
    country="nl",
    start=date(2013, 11, 20),
    end=date(2013, 11, 28),
    timezone="Europe/Amsterdam",
    closes="18:00",
    president="Tiina Intelmann",
    states_parties=122,
    about="About.",
    sources=("page",),
)
DATES = [day for day in held(SESSION) if day != date(2013, 11, 24)]
DAYS = [
    Day(number=number, date=day, headline="A headline", sources=("page",))
    for number, day in enumerate(DATES, start=1)
]
TODAY = date(2013, 11, 22)


def read(text: str) -> list[date] | None:
    return meant(text, SESSION, DAYS, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "3",
        "day 3",
        "22",
        "22 Nov",
        "Nov 22",
        "22 November 2013",
        "Friday 22 November 2013",
        "22nd November",
        "22.11",
        "22.11.2013",
        "22/11/13",
        "2013-11-22",
        "friday",
        "FRI",
        "fri 22",
        "today",
        "٣",
        "22 novembre",
        "viernes",
        "vendredi",
        "الجمعة",
    ],
)
def test_the_third_day_is_found_however_it_is_written(text: str) -> None:
    assert read(text) == [date(2013, 11, 22)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("first", [date(2013, 11, 20)]),
        ("last day", [date(2013, 11, 28)]),
        ("yesterday", [date(2013, 11, 21)]),
        ("tomorrow", [date(2013, 11, 23)]),
        ("wed", [date(2013, 11, 20), date(2013, 11, 27)]),
        ("24 Nov", [date(2013, 11, 24)]),
        ("24", [date(2013, 11, 24)]),
        ("sun", [date(2013, 11, 24)]),
        ("1 December", [date(2013, 12, 1)]),
    ],
)
def test_other_ways_to_name_a_day(text: str, dates: list[date]) -> None:
    assert read(text) == dates


@pytest.mark.parametrize(
    "text", ["", "x", "99", "0", "31 February", "32.11", "1 2 3 4", "day", "🎉"]
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read(text) is None


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_without_an_error(text: str) -> None:
    found = read(text)
    assert found is None or found


@given(st.sampled_from(DATES), st.sampled_from(["%d %B %Y", "%d %b", "%Y-%m-%d", "%d.%m.%Y"]))
def test_every_day_is_found_by_its_date(day: date, form: str) -> None:
    assert read(day.strftime(form)) == [day]


@given(st.integers(min_value=-20, max_value=20))
def test_today_is_the_date_at_the_venue(distance: int) -> None:
    today = TODAY + timedelta(days=distance)
    assert meant("today", SESSION, DAYS, today) == [today]
