"""Inline mode: queries, answers, and what is picked."""

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)

from bot.localapi import Account, LocalApi, Place
from tests.bot.localapi.conftest import Refusal


def article(
    number: int = 1, text: str = "Budget", buttons: bool = False
) -> InlineQueryResultArticle:
    button = InlineKeyboardButton("More", callback_data="more")
    return InlineQueryResultArticle(
        str(number),
        "A title",
        InputTextMessageContent(text, parse_mode="HTML"),
        reply_markup=InlineKeyboardMarkup.from_button(button) if buttons else None,
    )


async def test_a_query_brings_words_and_offset(api: LocalApi, bot: Bot, ann: Account) -> None:
    query_id = api.types_inline(ann, "budget", "10")
    query = Update.de_json(api.updates[-1], bot).inline_query
    assert query
    assert (query.id, query.query, query.offset) == (query_id, "budget", "10")


async def test_what_is_picked_is_posted_in_the_persons_name(
    api: LocalApi, bot: Bot, ann: Account, team: Place
) -> None:
    query_id = api.types_inline(ann, "budget")
    await bot.answer_inline_query(query_id, [article(text="<b>Budget</b>")])
    api.picks_inline(ann, query_id, "1", team)
    message = Update.de_json(api.updates[-1], bot).message
    assert message
    assert message.from_user
    assert message.via_bot
    assert (message.text_html, message.from_user.id) == ("<b>Budget</b>", ann.id)
    assert message.via_bot.id == api.bot.id


async def test_the_choice_is_told_where_feedback_is_switched_on(
    api: LocalApi, bot: Bot, ann: Account, team: Place
) -> None:
    api.world.inline_feedback = True
    query_id = api.types_inline(ann, "budget")
    await bot.answer_inline_query(query_id, [article(buttons=True)])
    posted = api.picks_inline(ann, query_id, "1", team)
    told = [Update.de_json(each, bot).chosen_inline_result for each in api.updates]
    chosen = next(one for one in told if one)
    assert (chosen.result_id, chosen.query) == ("1", "budget")
    assert chosen.inline_message_id == posted.inline_message_id


async def test_a_message_with_buttons_can_be_edited_by_its_inline_id(
    api: LocalApi, bot: Bot, ann: Account, team: Place
) -> None:
    query_id = api.types_inline(ann, "budget")
    await bot.answer_inline_query(query_id, [article(buttons=True)])
    posted = api.picks_inline(ann, query_id, "1", team)
    api.taps(ann, posted, "More")
    query = Update.de_json(api.updates[-1], bot).callback_query
    assert query
    assert query.message is None
    assert await bot.edit_message_text("More", inline_message_id=query.inline_message_id)
    assert posted.text == "More"


async def test_an_inline_query_is_answered_once(
    api: LocalApi, bot: Bot, ann: Account, refusal: Refusal
) -> None:
    query_id = api.types_inline(ann, "budget")
    await bot.answer_inline_query(query_id, [article()])
    told = await refusal(bot.answer_inline_query(query_id, [article()]))
    assert told.startswith("400 Bad Request: query is too old")


REFUSED = {
    "51 results": ([article(number) for number in range(51)], "RESULTS_TOO_MUCH"),
    "the same id twice": ([article(), article()], "RESULT_ID_DUPLICATE"),
    "an empty text": ([article(text="")], "message text is empty"),
    "a long text": ([article(text="x" * 4097)], "message is too long"),
}


@pytest.mark.parametrize(("results", "why"), REFUSED.values(), ids=REFUSED)
async def test_what_is_no_answer_is_refused(
    api: LocalApi,
    ann: Account,
    refusal: Refusal,
    results: list[InlineQueryResultArticle],
    why: str,
) -> None:
    query_id = api.types_inline(ann, "budget")
    async with Bot("1:A", request=api, get_updates_request=api) as bot:
        told = await refusal(bot.answer_inline_query(query_id, results))
    assert told == f"400 Bad Request: {why}"


async def test_a_button_above_the_results_has_a_start_parameter(
    api: LocalApi, bot: Bot, ann: Account, refusal: Refusal
) -> None:
    query_id = api.types_inline(ann, "budget")
    wrong = InlineQueryResultsButton("Open", start_parameter="a b")
    told = await refusal(bot.answer_inline_query(query_id, [article()], button=wrong))
    assert told == "400 Bad Request: START_PARAM_INVALID"
    right = InlineQueryResultsButton("Open", start_parameter="s")
    assert await bot.answer_inline_query(query_id, [], button=right)


async def test_where_inline_mode_is_off_nothing_can_be_typed(api: LocalApi, ann: Account) -> None:
    api.world.inline_mode = False
    with pytest.raises(RuntimeError, match="inline mode is switched off"):
        api.types_inline(ann, "budget")
