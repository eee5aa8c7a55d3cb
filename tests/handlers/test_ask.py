"""``/ask``, and plain text as a question."""

import pytest

from tests.conversation import Conversation


async def test_a_question_gets_one_answer_with_its_source(ann: Conversation) -> None:
    await ann.sends("/ask who was elected judge?")
    assert "Henderson" in ann.text
    assert "Source: " in ann.text
    assert ann.links


async def test_neighbours_stand_below_as_buttons(ann: Conversation) -> None:
    await ann.sends("/ask who was elected judge?")
    assert ann.text.endswith("See also")
    assert ann.labels[0].startswith("The whole ")
    assert len(ann.labels) == len(set(ann.labels))
    await ann.taps("The whole ")
    assert "See also" not in ann.text


async def test_plain_text_in_private_is_a_question(ann: Conversation) -> None:
    await ann.sends("who was elected judge?")
    assert "Henderson" in ann.text


@pytest.mark.parametrize(
    "question",
    [
        "will it rain in Paris tomorrow?",
        "🙂🙂🙂",
        "?",
        "AND OR NOT ( * \" '",
        "z" * 4096,
        "\u202eabc\u200b",
        "%xyzzy% <xyzzy>&amp;",
    ],
)
async def test_what_the_base_does_not_hold_is_said_plainly(
    ann: Conversation, question: str
) -> None:
    await ann.sends(question)
    assert ann.text.startswith("Nothing on that")
    assert ann.text.endswith("Nearest topics:")
    assert "All topics" in ann.labels


async def test_the_very_thing_that_is_asked_stands_first(ann: Conversation) -> None:
    await ann.sends("who gave most?")
    assert ann.text.startswith(
        "Sweden gave most: €3 million, of the 4 pledges that I hold.\n\n• Netherlands: €1 million\n"
    )
    await ann.sends("how many votes were needed?")
    assert ann.text.startswith("66 votes were required.\n\nGeoffrey A. Henderson was elected")
    await ann.sends("when was the judge elected?")
    assert ann.text.startswith("When: Saturday 23 November 2013, day 4\n\n")


async def test_sums_of_different_currencies_are_not_added_up(ann: Conversation) -> None:
    await ann.sends("/ask how much was pledged in total?")
    assert ann.text.startswith(
        "€4.9 million and £300,000 in all, from the 4 pledges that I hold.\n"
        "Different currencies are not added up.\n\n"
    )


async def test_what_nobody_recorded_leads_to_where_it_would_stand(ann: Conversation) -> None:
    await ann.sends("what did Poland say in the general debate?")
    assert ann.text == (
        "Nothing on that: no source that I know of ASP 12 tells it."
        " What comes nearest is below.\n\nNearest topics:"
    )
    assert ann.labels[0] == "Statement: Poland"
    await ann.taps("Statement: Poland")
    assert ann.text.startswith("Poland\n")


async def test_a_date_between_gets_the_days_beside_it(ann: Conversation) -> None:
    await ann.sends("what happened on Sunday?")
    assert ann.text.startswith("No meeting on Sunday 24 November 2013.")
    assert ann.labels[:2] == ["Day 4 · Sat 23 Nov", "Day 5 · Mon 25 Nov"]


@pytest.mark.parametrize(
    "question", ["combien la Suède a-t-elle donné ?", "¿cuánto dio Suecia?", "كم تبرعت السويد؟"]
)
async def test_a_question_in_another_language_is_answered(ann: Conversation, question: str) -> None:
    await ann.sends(question)
    assert ann.text.startswith("Sweden promised €3 million to the Trust Fund for Victims.")


async def test_no_question_gets_examples(ann: Conversation) -> None:
    await ann.sends("/ask")
    assert "/ask who was elected judge?" in ann.text
    assert "Victims" in ann.labels


async def test_a_nearest_topic_opens(ann: Conversation) -> None:
    await ann.sends("/ask will it rain in Paris tomorrow?")
    await ann.taps(ann.labels[0])
    assert ann.text.startswith("ASP 12 · ")
