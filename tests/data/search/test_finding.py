"""Finding records: what stands first, and that anything can be asked."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from data import answers, search
from data.search.marking import marked, snippet

UNHURRIED = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60
)
TYPED = st.text(max_size=60) | st.text(
    alphabet="?!*\"'():^-+%_ AND OR NOT NEAR res.7 13", max_size=40
)


@UNHURRIED
@given(text=TYPED)
def test_anything_can_be_searched_for_and_asked(db: Database, text: str) -> None:
    hits = search.find(db, "asp12", text)
    assert all(hit.title and 0.5 <= hit.coverage <= 1 for hit in hits)
    found = answers.to_question(db, "asp12", text)
    assert found.record or found.nearest or found.no_meeting


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "?",
        "a",
        "🙂",
        "AND OR NOT (",
        "'; drop table x; --",
        "z" * 4096,
        "\u202eabc",
        "\x00",
    ],
)
def test_what_says_nothing_finds_nothing(db: Database, text: str) -> None:
    assert search.find(db, "asp12", text) == []
    assert answers.to_question(db, "asp12", text).record is None


def test_a_session_that_does_not_exist_holds_nothing(db: Database) -> None:
    assert search.find(db, "asp99", "judge") == []
    assert answers.to_question(db, "asp99", "who was elected on the last day?").record is None


def test_kinds_narrow_what_is_found(db: Database) -> None:
    kinds = {hit.kind for hit in search.find(db, "asp12", "victims", kinds=("outcome", "day"))}
    assert kinds == {"outcome", "day"}


def test_a_day_is_found_once_for_all_its_passages(db: Database) -> None:
    days = [hit.record for hit in search.find(db, "asp12", "Kenya", kinds=("day",))]
    assert len(days) == len(set(days)) > 1


def test_matched_words_are_bold_and_all_else_is_escaped() -> None:
    assert marked("Elections & <b>votes</b>", ("elect",)) == (
        "<b>Elections</b> &amp; &lt;b&gt;votes&lt;/b&gt;"
    )
    assert marked("Trust Fund for Victims", ("trust fund",)) == (
        "<b>Trust</b> <b>Fund</b> for Victims"
    )


@given(st.text(), st.lists(st.text(alphabet="abc ", max_size=6)))
def test_marking_changes_nothing_but_the_weight_of_words(text: str, needles: list[str]) -> None:
    assert marked(text, needles).striptags() == marked(text, ()).striptags()


def test_a_snippet_shows_the_words_that_matched() -> None:
    text = "One sentence of no use. " * 20 + "Here a judge was elected. " + "More of it. " * 20
    cut = snippet(text, ("judg", "elect"))
    assert "judge was elected" in cut
    assert len(cut) <= 162
