"""What the server notes down: calls that nobody's server would take."""

import pytest
from telegram import Bot
from telegram.error import TelegramError, TimedOut

from bot.localapi import Account, Fault, LocalApi, Place


async def test_a_call_that_breaks_a_rule_is_noted(api: LocalApi, bot: Bot, place: Place) -> None:
    with pytest.raises(TelegramError):
        await bot.send_message(place.id, "x" * 4097)
    assert api.violations == ["sendMessage: Bad Request: message is too long"]


async def test_what_the_server_swallows_is_noted(api: LocalApi, bot: Bot, place: Place) -> None:
    text = " ".join(["<b>a</b> c"] * 101)
    await bot.send_message(place.id, text, parse_mode="HTML")
    await bot.send_message(place.id, '<b style="x">a</b>', parse_mode="HTML")
    assert api.violations == [
        "sendMessage: 1 entities over the hundred are dropped silently",
        "sendMessage: the server skips <b style> without a word",
    ]


async def test_a_method_that_is_not_offered_is_noted(api: LocalApi, bot: Bot) -> None:
    with pytest.raises(TelegramError):
        await bot.send_dice(1)
    assert api.violations == ["sendDice: Not Found: method not found"]


async def test_what_the_state_of_things_forbids_is_no_violation(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    sent = await bot.send_message(place.id, "x")
    for chat_id, text in ((place.id, "x"), (4_000_000, "y")):
        with pytest.raises(TelegramError):
            await bot.edit_message_text(text, chat_id, sent.message_id)
    api.block(ann)
    with pytest.raises(TelegramError):
        await bot.send_message(place.id, "y")
    assert api.violations == []


async def test_an_answer_given_again_after_it_was_lost_is_no_violation(
    api: LocalApi, bot: Bot, ann: Account
) -> None:
    query_id = api.types_inline(ann, "x")
    api.fail(Fault.timeout(), after_acceptance=True)
    with pytest.raises(TimedOut):
        await bot.answer_inline_query(query_id, [])
    with pytest.raises(TelegramError):
        await bot.answer_inline_query(query_id, [])
    assert api.violations == []
