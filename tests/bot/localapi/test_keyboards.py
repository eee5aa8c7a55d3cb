"""Keyboards: what the server takes, and what it refuses."""

from typing import Any

import pytest
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.localapi import LocalApi, Place
from tests.bot.localapi.conftest import Refusal


def inline(**action: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.from_button(InlineKeyboardButton("x", **action))


async def test_buttons_come_back_as_they_were_given(api: LocalApi, bot: Bot, place: Place) -> None:
    keyboard = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton("◀ Day 2", callback_data="d2")],
            [InlineKeyboardButton("Source", url="https://asp.icc-cpi.int/")],
        ]
    )
    sent = await bot.send_message(place.id, "Day 3", reply_markup=keyboard)
    assert sent.reply_markup == keyboard
    assert api.sent(place)[0].labels == [["◀ Day 2"], ["Source"]]


REFUSED = {
    "data of 65 bytes": (inline(callback_data="é" * 32 + "x"), "BUTTON_DATA_INVALID"),
    "257 units to copy": (inline(copy_text=CopyTextButton("👍" * 129)), "BUTTON_COPY_TEXT_INVALID"),
    "no address": (
        inline(url="nowhere"),
        "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ),
    "no action": (inline(), "Text buttons are not allowed in the inline keyboard"),
    "two actions": (
        inline(callback_data="a", url="https://a.org"),
        "can't parse InlineKeyboardButton: exactly one action expected, got url, callback_data",
    ),
    "no label": (
        InlineKeyboardMarkup.from_button(InlineKeyboardButton(" ", callback_data="a")),
        "keyboard button text must be non-empty",
    ),
    "101 buttons": (
        InlineKeyboardMarkup.from_column([InlineKeyboardButton("x", callback_data="a")] * 101),
        "reply markup is too long",
    ),
    "nine in a row": (
        InlineKeyboardMarkup.from_row([InlineKeyboardButton("x", callback_data="a")] * 9),
        "reply markup is too long",
    ),
}


@pytest.mark.parametrize(("keyboard", "why"), REFUSED.values(), ids=REFUSED)
async def test_what_no_keyboard_may_hold_is_refused(
    bot: Bot, place: Place, refusal: Refusal, keyboard: InlineKeyboardMarkup, why: str
) -> None:
    told = await refusal(bot.send_message(place.id, "x", reply_markup=keyboard))
    assert told in {f"400 Bad Request: {why}", f"400 Bad Request: {why[0].lower()}{why[1:]}"}


@pytest.mark.parametrize(
    "keyboard",
    [inline(callback_data="é" * 32), inline(copy_text=CopyTextButton("x" * 256))],
    ids=["64 bytes", "256 units"],
)
async def test_what_just_fits_is_taken(
    bot: Bot, place: Place, keyboard: InlineKeyboardMarkup
) -> None:
    assert await bot.send_message(place.id, "x", reply_markup=keyboard)


async def test_a_channel_takes_inline_keyboards_alone(
    bot: Bot, channel: Place, refusal: Refusal
) -> None:
    await bot.send_message(channel.id, "x", reply_markup=inline(callback_data="a"))
    keyboard = ReplyKeyboardMarkup([["Choose"]])
    told = await refusal(bot.send_message(channel.id, "x", reply_markup=keyboard))
    assert told == "400 Bad Request: inline keyboard expected"


async def test_inline_mode_is_not_offered_in_channels(
    bot: Bot, channel: Place, refusal: Refusal
) -> None:
    keyboard = inline(switch_inline_query="budget")
    told = await refusal(bot.send_message(channel.id, "x", reply_markup=keyboard))
    assert told.startswith("400 Bad Request: can't use switch_inline_query button in a channel")


async def test_a_contact_is_asked_for_in_private_alone(
    bot: Bot, team: Place, refusal: Refusal
) -> None:
    keyboard = ReplyKeyboardMarkup([[KeyboardButton("Me", request_contact=True)]])
    told = await refusal(bot.send_message(team.id, "x", reply_markup=keyboard))
    assert told == "400 Bad Request: phone number can be requested in private chats only"


async def test_a_reply_keyboard_stays_until_it_is_removed(bot: Bot, place: Place) -> None:
    await bot.send_message(place.id, "x", reply_markup=ReplyKeyboardMarkup([["Choose"]]))
    await bot.send_message(place.id, "y")
    assert place.chat.reply_keyboard
    await bot.send_message(place.id, "z", reply_markup=ReplyKeyboardRemove())
    assert place.chat.reply_keyboard is None


async def test_a_link_whose_start_parameter_is_lost_is_a_violation(
    api: LocalApi, bot: Bot, place: Place
) -> None:
    link = "https://t.me/asp_bot?start=asp12.o"
    await bot.send_message(place.id, "x", reply_markup=inline(url=link))
    assert api.violations == ["reply_markup: the start parameter 'asp12.o' is not passed on"]
