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


async def test_no_question_gets_examples(ann: Conversation) -> None:
    await ann.sends("/ask")
    assert "/ask who was elected judge?" in ann.text
    assert "Victims" in ann.labels


async def test_a_nearest_topic_opens(ann: Conversation) -> None:
    await ann.sends("/ask will it rain in Paris tomorrow?")
    await ann.taps(ann.labels[0])
    assert ann.text.startswith("ASP 12 · ")
