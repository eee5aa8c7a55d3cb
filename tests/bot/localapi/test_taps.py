"""Buttons that people tap, and the bot's answers."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.localapi import Account, Alert, LocalApi, Message, Place
from tests.bot.localapi.conftest import Clock, Refusal

KEYBOARD = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Day 2", callback_data="d2"))
OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def card(api: LocalApi, bot: Bot, place: Place) -> Message:
    """A message with the button Day 2."""
    await bot.send_message(place.id, "Day 3", reply_markup=KEYBOARD)
    return api.sent(place)[-1]


def heard(api: LocalApi, bot: Bot) -> Update:
    """The last update that waits for the bot."""
    return Update.de_json(api.updates[-1], bot)


async def test_a_tap_brings_the_data_and_the_message(
    api: LocalApi, bot: Bot, ann: Account, card: Message
) -> None:
    query_id = api.taps(ann, card, "Day 2")
    query = heard(api, bot).callback_query
    assert query
    assert query.message
    assert (query.id, query.data, query.message.message_id) == (query_id, "d2", card.message_id)


async def test_the_answer_is_kept_and_the_tap_no_longer_waits(
    api: LocalApi, bot: Bot, ann: Account, card: Message
) -> None:
    query_id = api.taps(ann, card, "Day 2")
    assert api.unanswered == [query_id]
    await bot.answer_callback_query(query_id, "Turned", show_alert=True)
    assert api.alerts == {query_id: Alert("Turned", show_alert=True)}
    assert api.unanswered == []


async def test_a_second_answer_is_refused(
    api: LocalApi, bot: Bot, ann: Account, card: Message, refusal: Refusal
) -> None:
    query_id = api.taps(ann, card, "Day 2")
    await bot.answer_callback_query(query_id)
    assert await refusal(bot.answer_callback_query(query_id)) == OLD


async def test_an_answer_that_comes_too_late_is_refused_and_is_no_violation(
    api: LocalApi, bot: Bot, card: Message, clock: Clock, refusal: Refusal
) -> None:
    assert card.chat.person
    query_id = api.taps(card.chat.person, card, "Day 2")
    clock.tick(minutes=16)
    assert await refusal(bot.answer_callback_query(query_id)) == OLD
    assert api.violations == []


async def test_a_long_answer_is_refused_and_can_be_given_again(
    api: LocalApi, bot: Bot, ann: Account, card: Message, refusal: Refusal
) -> None:
    query_id = api.taps(ann, card, "Day 2")
    told = await refusal(bot.answer_callback_query(query_id, "x" * 201))
    assert told == "400 Bad Request: MESSAGE_TOO_LONG"
    assert await bot.answer_callback_query(query_id, "x" * 200)


async def test_a_tap_may_open_the_bot_itself_and_nothing_else(
    api: LocalApi, bot: Bot, ann: Account, card: Message, refusal: Refusal
) -> None:
    query_id = api.taps(ann, card, "Day 2")
    told = await refusal(bot.answer_callback_query(query_id, url="https://a.org"))
    assert told == "400 Bad Request: URL_INVALID"
    assert await bot.answer_callback_query(query_id, url="https://t.me/asp_bot?start=s")


async def test_a_tap_on_what_is_gone_brings_a_message_that_cannot_be_read(
    api: LocalApi, bot: Bot, ann: Account, card: Message
) -> None:
    await bot.delete_message(card.chat.id, card.message_id)
    api.taps(ann, card, "Day 2")
    query = heard(api, bot).callback_query
    assert query
    assert query.message
    assert not query.message.is_accessible


async def test_a_button_that_is_not_there_cannot_be_tapped(
    api: LocalApi, ann: Account, card: Message
) -> None:
    with pytest.raises(LookupError, match="no button 'Day 4', only \\['Day 2'\\]"):
        api.taps(ann, card, "Day 4")


async def test_old_data_can_still_arrive(
    api: LocalApi, bot: Bot, ann: Account, card: Message
) -> None:
    api.taps(ann, card, "v0|old", stale=True)
    query = heard(api, bot).callback_query
    assert query
    assert query.data == "v0|old"


async def test_the_chat_instance_is_not_the_chats_number(
    api: LocalApi, bot: Bot, ann: Account, card: Message
) -> None:
    api.taps(ann, card, "Day 2")
    query = heard(api, bot).callback_query
    assert query
    assert query.chat_instance != str(card.chat.id)
