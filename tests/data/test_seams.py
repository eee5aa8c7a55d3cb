"""Parts of a text that an app has cut go together so that no word is broken."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from data import seams
from data.parts import Part, Source
from data.richtext import MAX_LENGTH, Entity, RichText

NOON = datetime(2013, 11, 22, 12, tzinfo=UTC)
WORDS = ["victims", "and", "the", "Assembly", "spoke.", "States", "of", "98", "été", "a", "money,"]


def part(number: int, text: str, source: Source = "message", seconds: int = 0) -> Part:
    return Part(1, number, RichText(text), source, NOON + timedelta(seconds=seconds))


def hard(text: str) -> list[Part]:
    """Cut a text as an app does that cuts anywhere, and trims what it sends."""
    pieces = [text[n : n + MAX_LENGTH].strip() for n in range(0, len(text), MAX_LENGTH)]
    return [part(number, each) for number, each in enumerate(pieces) if each]


def soft(text: str) -> list[Part]:
    """Cut a text as an app does that looks for a space or a line's end."""
    parts: list[Part] = []
    while text:
        end = len(text)
        if end > MAX_LENGTH:
            end = max(text.rfind(mark, 0, MAX_LENGTH) for mark in ("\n", " "))
        parts.append(part(len(parts), text[:end].strip()))
        text = text[end:].strip()
    return parts


def long_text(seed: int) -> str:
    """Return a text of some messages' length."""
    chance = random.Random(seed)  # noqa: S311 - a test, not a secret
    return " ".join(chance.choices(WORDS, k=chance.randint(1500, 3000)))


texts = st.integers(0, 10_000).map(long_text)


@given(texts)
def test_a_text_that_was_cut_at_spaces_has_all_its_words(text: str) -> None:
    assert seams.whole(soft(text)).text.split() == text.split()


@given(texts)
def test_a_text_that_was_cut_anywhere_has_its_words_but_at_the_seams(text: str) -> None:
    told = seams.whole(hard(text)).text.split()
    assert abs(len(told) - len(text.split())) <= len(hard(text)) - 1
    assert "".join(told) == "".join(text.split())


def test_a_word_that_was_cut_is_whole_again() -> None:
    text = ("The Assembly spoke of victims. " * 300)[:9000]
    assert seams.whole(hard(text)).text == text.strip()


def test_what_was_sent_apart_are_paragraphs() -> None:
    apart = [part(1, "a" * 4096), part(2, "b", seconds=3)]
    assert seams.whole(apart).text == "a" * 4096 + "\n\nb"
    assert seams.whole([part(1, "a"), part(2, "b")]).text == "a\n\nb"
    forwarded = [part(1, "a" * 4096, "forward"), part(2, "b", "forward")]
    assert seams.whole(forwarded).text == "a" * 4096 + "\n\nb"


def test_a_list_that_was_cut_between_items_goes_on() -> None:
    listed = "\n".join("• an item of the list" for _ in range(120))
    whole = seams.whole([part(1, listed), part(2, "• the last item")])
    assert whole.text == f"{listed}\n• the last item"


def test_paragraphs_that_were_cut_apart_stay_apart() -> None:
    text = "One.\n\n" + "Words of a paragraph. " * 100
    assert seams.whole([part(1, text.strip()), part(2, "Two.")]).text.endswith("\n\nTwo.")


def test_entities_move_along() -> None:
    one = Part(1, 1, RichText("One"), "message", NOON)
    two = Part(1, 2, RichText("Two", (Entity("bold", 0, 3),)), "message", NOON)
    assert seams.whole([one, two]).entities == (Entity("bold", 5, 3),)
