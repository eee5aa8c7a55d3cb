"""Which publications somebody's words mean."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from data import publications


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("PR967", ["pr967"]),
        ("icc-asp-20131129-pr967", ["pr967"]),
        ("sentinel impunity", ["sentinel"]),
        ("clôture", ["france-closing"]),
        ("cloture", ["france-closing"]),
        ("daily summary", ["day2-email", "day3-email"]),
        ("Kevin Heller", ["oj-review"]),
    ],
)
def test_every_word_counts_wherever_it_stands(db: Database, words: str, names: list[str]) -> None:
    found = publications.found(db, "asp12", words)
    assert found.exact
    assert [each.id for each in found.documents] == names


def test_words_that_do_not_stand_together_come_near(db: Database) -> None:
    found = publications.found(db, "asp12", "victms report")
    assert not found.exact
    assert "vrwg-post" in [each.id for each in found.documents]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(max_size=80))
def test_any_words_are_answered_without_doubles(db: Database, words: str) -> None:
    names = [each.id for each in publications.found(db, "asp12", words).documents]
    assert len(names) == len(set(names))
