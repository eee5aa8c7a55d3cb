"""Inline mode: what is offered and pasted in other chats."""

import pytest

from bot.localapi import InlineAnswer
from tests.conversation import Conversation


async def typed(ann: Conversation, words: str, offset: str = "") -> InlineAnswer:
    query = ann.api.types_inline(ann.person, words, offset)
    await ann.api.settled(ann.application)
    return ann.api.inline_answers[query]


async def test_words_find_outcomes_with_source_symbol_and_a_way_into_the_bot(
    ann: Conversation,
) -> None:
    answer = await typed(ann, "recorded testimony")
    first = answer.results[0]
    assert first["id"] == "outcome-recorded-testimony"
    content = first["input_message_content"]
    assert "ICC-ASP/12/Res.7" in content["message_text"]
    assert "Source: " in content["message_text"]
    assert [each["url"] for each in content["entities"] if each["type"] == "text_link"]
    assert content["link_preview_options"] == {"is_disabled": True}
    assert first["reply_markup"]["inline_keyboard"][0][0] == {
        "text": "Open in the bot",
        "url": "https://t.me/asp_bot?start=asp12-o-recorded-testimony",
    }
    assert (answer.cache_time, answer.is_personal, answer.button) == (300, False, None)


async def test_no_words_offer_the_day_at_hand_and_the_outcomes(ann: Conversation) -> None:
    answer = await typed(ann, "")
    assert [each["id"] for each in answer.results[:2]] == ["day-8", "outcome-excusal-from-trial"]
    assert len(answer.results) == 20
    rest = await typed(ann, "", answer.next_offset)
    assert not {each["id"] for each in rest.results} & {each["id"] for each in answer.results}
    assert not rest.next_offset


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("rec", "outcome-recorded-testimony"),
        ("recorded tes", "outcome-recorded-testimony"),
        ("recorded test", "outcome-recorded-testimony"),
        ("hende", "outcome-judge-election"),
        ("26 nov", "day-6"),
        ("day 3", "day-3"),
    ],
)
async def test_half_a_word_is_enough(ann: Conversation, words: str, first: str) -> None:
    assert (await typed(ann, words)).results[0]["id"] == first


async def test_what_follows_is_told_from_what_came_by_its_place(ann: Conversation) -> None:
    answer = await typed(ann, "icc")
    assert len(answer.results) == 20
    rest = await typed(ann, "icc", answer.next_offset)
    assert rest.results
    assert not {each["id"] for each in rest.results} & {each["id"] for each in answer.results}


@pytest.mark.parametrize("words", ["xyzzy", "🙂", "(*\"'", "z" * 256])
async def test_nothing_found_opens_the_bot(ann: Conversation, words: str) -> None:
    answer = await typed(ann, words)
    assert answer.results == []
    assert answer.button == {"text": "Nothing found: open the bot", "start_parameter": "inline"}


@pytest.mark.parametrize("offset", ["99", "x", "-1", "9" * 60])
async def test_any_offset_is_answered(ann: Conversation, offset: str) -> None:
    answer = await typed(ann, "victims", offset)
    assert answer.button is None


async def test_every_outcome_and_day_fits_a_message(ann: Conversation) -> None:
    for words in ("", "day", "session", "assembly"):
        for each in (await typed(ann, words)).results:
            assert len(each["input_message_content"]["message_text"]) <= 4096
    assert not ann.api.violations
