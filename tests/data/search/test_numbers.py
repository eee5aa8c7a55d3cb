"""Numbers and sums as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.search.bare import bare
from data.search.numbers import numbers, token


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("€121.55 million", ["#121550000", "#121.55"]),
        ("121,55 millions d'euros", ["#121550000", "#121.55"]),
        ("900k", ["#900000"]),
        ("£300,000", ["#300000"]),
        ("300 000", ["#300000"]),
        ("3.000.000", ["#3000000"]),
        ("three million", ["#3000000"]),
        ("98 votes", ["#98"]),
        ("ninety-eight votes", ["#98"]),
        ("twenty million", ["#20000000"]),
        ("ثلاثة ملايين يورو", []),
        ("rule134", []),
    ],
)
def test_a_sum_goes_by_its_value(typed: str, names: list[str]) -> None:
    assert [name for each in numbers(bare(typed)) for name in each.tokens] == names


def test_numbers_in_words_are_those_of_the_language() -> None:
    assert [each.tokens for each in numbers(bare("ثلاثة ملايين"), "ar")] == [("#3000000",)]
    assert [each.tokens for each in numbers("huit resolutions", "fr")] == [("#8",)]
    assert numbers("huit resolutions", "en") == []


@given(st.integers(0, 10**12))
def test_a_number_is_found_again_however_it_is_grouped(number: int) -> None:
    for written in (f"{number:,}", f"{number:,}".replace(",", " "), str(number)):
        assert [each.tokens[0] for each in numbers(written)] == [token(Decimal(number))]


@given(st.text(alphabet="0123456789., km", max_size=40))
def test_any_digits_can_be_read(text: str) -> None:
    numbers(text)
