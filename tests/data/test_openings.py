"""What a summary in one message opens with."""

import pytest

from data import openings
from data.openings import Opening
from data.richtext import Entity, RichText

DAYS = frozenset(range(1, 9))


@pytest.mark.parametrize(
    ("text", "day", "language", "rest"),
    [
        ("Day 3\nThe Assembly met.", 3, None, "The Assembly met."),
        ("day 3: The Assembly met.", 3, None, "The Assembly met."),
        ("Day 3\n- an item", 3, None, "- an item"),
        ("Jour 3 fr\nL'Assemblée", 3, "fr", "L'Assemblée"),
        ("اليوم ٣\nاجتمعت", 3, None, "اجتمعت"),
        ("DAY 12 es: Hoy", 12, "es", "Hoy"),
        ("Jour 3 En ce jour", 3, None, "En ce jour"),
        ("Day 3 friends met", 3, None, "friends met"),
    ],
)
def test_a_text_says_which_day_it_is_of(
    text: str, day: int, language: str | None, rest: str
) -> None:
    assert openings.by_day(RichText(text)) == Opening(day, language, RichText(rest))


@pytest.mark.parametrize("text", ["Daylight 3", "The day 3", "Day three", "Day 300", ""])
def test_other_texts_do_not(text: str) -> None:
    assert openings.by_day(RichText(text)) is None


@pytest.mark.parametrize(
    ("text", "day", "language", "rest"),
    [
        ("/addsummary", None, None, ""),
        ("/addsummary@asp_bot 3", 3, None, ""),
        ("/addsummary 3 fr", 3, "fr", ""),
        ("/addsummary fr", None, "fr", ""),
        ("/addsummary 3 100 came", 3, None, "100 came"),
        ("/addsummary 3\n\n- one\n- two", 3, None, "- one\n- two"),
        ("/addsummary 12 states spoke", None, None, "12 states spoke"),
        ("/addsummary 3.5 million", None, None, "3.5 million"),
        ("/addsummary The Assembly", None, None, "The Assembly"),
    ],
)
def test_a_command_names_day_and_language_or_begins_the_text(
    text: str, day: int | None, language: str | None, rest: str
) -> None:
    assert openings.by_command(RichText(text), DAYS) == Opening(day, language, RichText(rest))


def test_formatting_moves_along() -> None:
    text = RichText("/addsummary 3 The judges", (Entity("bold", 18, 6),))
    assert openings.by_command(text, DAYS).rest == RichText("The judges", (Entity("bold", 4, 6),))


def test_what_is_longer_than_a_question() -> None:
    assert not openings.is_long(RichText("Day 3?"))
    assert openings.is_long(RichText("Day 3\nwas good"))
    assert openings.is_long(RichText("a" * 201))
