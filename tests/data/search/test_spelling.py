"""Errors in a word are counted as a table of all letters would count them."""

from hypothesis import given
from hypothesis import strategies as st

from data.search.spelling import closest, errors

short = st.text("abc", max_size=7)


def textbook(one: str, other: str) -> int:
    table = {(row, 0): row for row in range(len(one) + 1)}
    table |= {(0, column): column for column in range(len(other) + 1)}
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            ways = [
                table[row - 1, column] + 1,
                table[row, column - 1] + 1,
                table[row - 1, column - 1] + (one[row - 1] != other[column - 1]),
            ]
            if min(row, column) > 1 and one[row - 2 : row] == other[column - 2 : column][::-1]:
                ways.append(table[row - 2, column - 2] + 1)
            table[row, column] = min(ways)
    return table[len(one), len(other)]


@given(short, short, st.integers(0, 2))
def test_errors_are_counted_as_the_whole_table_counts_them(one: str, other: str, most: int) -> None:
    assert min(errors(one, other, most), most + 1) == min(textbook(one, other), most + 1)


@given(short, st.lists(short), st.integers(1, 2))
def test_no_word_that_is_alike_is_passed_over(word: str, spelt: list[str], most: int) -> None:
    counted = [(each, textbook(word, each)) for each in spelt]
    alike = [each for each in counted if each[1] <= most]
    assert closest(word, spelt, most) == sorted(alike, key=lambda each: each[1])
