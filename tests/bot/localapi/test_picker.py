"""Telegram's own chat picker."""

import pytest
from telegram import (
    Bot,
    ChatAdministratorRights,
    KeyboardButton,
    KeyboardButtonRequestChat,
    ReplyKeyboardMarkup,
    Update,
)

from bot.localapi import Account, LocalApi, NotPossibleError, Place
from tests.bot.localapi.conftest import Refusal


def rights(**given: bool) -> ChatAdministratorRights:
    none = ChatAdministratorRights.no_rights().to_dict()
    return ChatAdministratorRights(**{**none, **given})


def picker(**request: object) -> ReplyKeyboardMarkup:
    wanted = KeyboardButtonRequestChat(7, **{"chat_is_channel": True, **request})  # type: ignore[arg-type]  # whatever a test asks for
    return ReplyKeyboardMarkup([[KeyboardButton("Choose", request_chat=wanted)]])


async def test_the_chosen_chat_is_told(
    api: LocalApi, bot: Bot, bo: Account, channel: Place
) -> None:
    place = api.private(bo, started=True)
    await bot.send_message(place.id, "Where?", reply_markup=picker(request_title=True))
    api.shares_chat(bo, place, "Choose", channel)
    message = Update.de_json(api.updates[-1], bot).message
    assert message
    shared = message.chat_shared
    assert shared
    assert (shared.request_id, shared.chat_id, shared.title) == (7, channel.id, "Channel")


async def test_choosing_brings_the_bot_in_with_the_rights_it_asks_for(
    api: LocalApi, bot: Bot, bo: Account
) -> None:
    channel = api.channel("New", owner=bo, bot="left")
    place = api.private(bo, started=True)
    post = rights(can_post_messages=True)
    keyboard = picker(user_administrator_rights=post, bot_administrator_rights=post)
    await bot.send_message(place.id, "Where?", reply_markup=keyboard)
    api.shares_chat(bo, place, "Choose", channel)
    assert await bot.send_message(channel.id, "x")
    assert [min(each) for each in api.updates] == ["my_chat_member", "message"]


@pytest.mark.parametrize(
    ("request_", "why"),
    [
        ({"chat_is_channel": False}, "Channel is a channel"),
        ({"chat_has_username": True}, "does not fit chat_has_username"),
        ({"chat_is_created": True}, "Ann does not own Channel"),
        (
            {"user_administrator_rights": rights(can_post_messages=True)},
            "Ann lacks can_post_messages",
        ),
    ],
    ids=["kind", "public", "own", "rights"],
)
async def test_the_picker_offers_what_fits_alone(
    api: LocalApi, bot: Bot, ann: Account, request_: dict[str, object], why: str
) -> None:
    channel = api.channel("Channel", members=[ann])
    place = api.private(ann, started=True)
    await bot.send_message(place.id, "Where?", reply_markup=picker(**request_))
    with pytest.raises(NotPossibleError, match=why):
        api.shares_chat(ann, place, "Choose", channel)


async def test_the_bot_asks_for_no_more_than_the_person_has(
    bot: Bot, place: Place, refusal: Refusal
) -> None:
    keyboard = picker(bot_administrator_rights=rights(can_post_messages=True))
    assert (await refusal(bot.send_message(place.id, "x", reply_markup=keyboard))).startswith("400")


async def test_chats_are_asked_for_in_private_alone(
    bot: Bot, team: Place, refusal: Refusal
) -> None:
    told = await refusal(bot.send_message(team.id, "x", reply_markup=picker()))
    assert told == "400 Bad Request: chats can be requested in private chats only"


async def test_a_label_that_is_not_there_cannot_be_pressed(
    api: LocalApi, ann: Account, place: Place
) -> None:
    with pytest.raises(LookupError, match="no button 'Choose'"):
        api.presses(ann, place, "Choose")
