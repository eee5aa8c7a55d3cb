"""Dates and days of a session among other words."""

from datetime import date, timedelta

import pytest
from babel.dates import get_day_names, get_month_names
from hypothesis import given
from hypothesis import strategies as st

from data.days import Day
from data.search import dated
from data.search.bare import bare
from data.search.grammar import LANGUAGES

FIRST = date(2013, 11, 20)
DAYS = [
    Day(number=number, date=FIRST + timedelta(days=after), headline="Work", sources=("page",))
    for number, after in enumerate((0, 1, 2, 3, 5, 6, 7, 8), start=1)
]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("what happened on 26 november", ["@11-26"]),
        ("Nov 27th, 2013", ["@2013-11-27"]),
        ("2013-11-21", ["@2013-11-21"]),
        ("22/11", ["@11-22"]),
        ("20.11.2013", ["@2013-11-20"]),
        ("6.4 million", []),
        ("the 23rd", ["@11-23"]),
        ("sat 23 nov 2013", ["@2013-11-23"]),
        ("on wednesday", ["@11-20", "@11-27"]),
        ("day three", ["@day3"]),
        ("the last day", ["@day8"]),
        ("dernier jour", ["@day8"]),
        ("segundo día", ["@day2"]),
        ("اليوم الأول", ["@day1"]),
        ("26 نوفمبر", ["@11-26"]),
        ("8-17 December 2014", ["@2014-12-08", "@2014-12-17"]),
        ("saturday 23", ["@11-23"]),
        ("wed 27th", ["@11-27"]),
        ("Monday the 25th", ["@11-25"]),
        ("what was on thurs?", ["@11-21", "@11-28"]),
        ("27.11", ["@11-27"]),
        ("27.12", []),
        ("3.11 million", []),
        ("24th", ["@11-24"]),
        ("the 12th session", []),
        ("26 تشرين الثاني", ["@11-26"]),
        ("7 sept 2015", ["@2015-09-07"]),
        ("jour sept", ["@day7"]),
        ("the sun and the mon", []),
        ("30 february", []),
        ("in november", []),
    ],
)
def test_a_date_goes_by_one_name_however_it_is_written(typed: str, names: list[str]) -> None:
    found = dated.mentioned(bare(typed), DAYS)
    assert [name for each in found for name in each.tokens] == names


def test_without_days_a_weekday_and_the_last_day_name_nothing() -> None:
    assert [each.tokens for each in dated.mentioned("monday and the last day", [])] == [
        (),
        ("@day0",),
    ]


@given(st.text(max_size=60))
def test_any_text_can_be_read_for_dates(text: str) -> None:
    dated.mentioned(bare(text), DAYS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_are_known_by_all_names_that_the_language_has_for_them(language: str) -> None:
    for width in ("abbreviated", "wide"):
        for number, name in get_month_names(width, locale=language).items():
            if len(name) > 2:
                (found,) = dated.written(bare(f"22 {str(name).strip('.')}"))
                assert found.tokens == (f"@{number:02}-22",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_of_the_week_are_known_as_the_language_names_them(language: str) -> None:
    for number, name in get_day_names("wide", locale=language).items():
        (found,) = dated.mentioned(bare(str(name)), DAYS)
        assert {each.weekday() for each in found.dates} == {number}
