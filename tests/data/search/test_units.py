"""What the index holds of a record."""

from datetime import date

import pytest

from data.days import Day
from data.richtext import Entity, RichText
from data.search import passages
from data.search.units import spelt, unit


@pytest.mark.parametrize(
    "sentence",
    [
        "No source gives its symbol or the day of its adoption.",
        "The text was not found.",
        "The day of the announcement is therefore left open.",
        "The committee's own total was not found.",
        "No day is known.",
    ],
)
def test_what_is_not_known_stands_apart(sentence: str) -> None:
    made = unit("Budget", "It was agreed.", note=sentence)
    assert made.body == ("It was agreed.",)
    assert made.absent == (sentence,)


@pytest.mark.parametrize(
    "sentence",
    ["Holding office gives no immunity.", "There is no automatic right.", "No decision was taken."],
)
def test_what_is_denied_is_known(sentence: str) -> None:
    assert unit("Debate", sentence).body == (sentence,)


def test_a_note_belongs_to_a_record_and_is_not_what_it_says() -> None:
    made = unit("Judge", "Elected.", context=("Day 4",), note="Rounded by the source.")
    assert (made.body, made.context) == (("Elected.",), ("Day 4",))
    assert made.notes == ("Rounded by the source.",)


def test_a_summary_is_cut_into_passages_under_their_headings() -> None:
    text = "Opening.\nVictims\n- They came first.\nNot known: who spoke."
    summary = RichText(text, (Entity("bold", 9, 7),))
    day = Day(number=3, date=date(2013, 11, 22), headline="Victims", sources=("page",))
    whole, opening, victims, unknown = passages.of_day(day, [summary])
    assert whole.names == ("Day 3: Victims",)
    assert (opening.body, opening.subject) == (("Opening.",), ())
    assert (victims.body, victims.subject) == (("They came first.",), ("Victims",))
    assert (unknown.body, unknown.absent) == ((), ("Not known: who spoke.",))


@pytest.mark.parametrize(
    ("day", "said"),
    [("2013-11-22", "22 November 2013"), ("2013-11", "November 2013"), ("2013", "2013")],
)
def test_a_partial_date_is_spelt_as_far_as_it_goes(day: str, said: str) -> None:
    assert spelt(day) == said
