"""Messages of the bot's that change where they stand."""

from typing import Any

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.localapi import Account, LocalApi, Place
from tests.bot.localapi.conftest import Clock, Refusal

KEYBOARD = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Day 2", callback_data="d2"))
SAME = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


async def test_an_edit_changes_the_text_and_takes_the_buttons_away(
    api: LocalApi, bot: Bot, place: Place
) -> None:
    sent = await bot.send_message(place.id, "Day 3", reply_markup=KEYBOARD)
    edited = await bot.edit_message_text("Day 2", place.id, sent.message_id)
    assert isinstance(edited, type(sent))
    assert (edited.text, edited.reply_markup) == ("Day 2", None)
    assert [one.text for one in api.sent(place)] == ["Day 2"]


async def test_what_changes_nothing_is_refused(bot: Bot, place: Place, refusal: Refusal) -> None:
    sent = await bot.send_message(place.id, "Day 3", reply_markup=KEYBOARD)
    ids: dict[str, Any] = {"chat_id": place.id, "message_id": sent.message_id}
    assert await refusal(bot.edit_message_text(" Day 3 ", reply_markup=KEYBOARD, **ids)) == SAME
    assert await refusal(bot.edit_message_reply_markup(reply_markup=KEYBOARD, **ids)) == SAME


async def test_the_bots_own_messages_can_be_edited_at_any_age(
    bot: Bot, place: Place, clock: Clock
) -> None:
    sent = await bot.send_message(place.id, "Day 3")
    clock.tick(days=400)
    edited = await bot.edit_message_text("Corrected", place.id, sent.message_id)
    assert isinstance(edited, type(sent))
    assert edited.edit_date == clock()


async def test_a_text_that_grows_too_long_is_refused_in_other_words_than_a_new_one(
    bot: Bot, place: Place, refusal: Refusal
) -> None:
    sent = await bot.send_message(place.id, "Day 3")
    told = await refusal(bot.edit_message_text("x" * 4097, place.id, sent.message_id))
    assert told == "400 Bad Request: MESSAGE_TOO_LONG"


@pytest.mark.parametrize(
    "markup", [ReplyKeyboardMarkup([["Choose"]]), ReplyKeyboardRemove()], ids=["keyboard", "remove"]
)
async def test_what_stands_above_a_reply_keyboard_cannot_be_edited(
    bot: Bot, place: Place, refusal: Refusal, markup: ReplyKeyboardMarkup | ReplyKeyboardRemove
) -> None:
    sent = await bot.send_message(place.id, "Choose", reply_markup=markup)
    told = await refusal(bot.edit_message_text("Chosen", place.id, sent.message_id))
    assert told == "400 Bad Request: message can't be edited"


async def test_what_others_wrote_cannot_be_edited(
    api: LocalApi, bot: Bot, place: Place, ann: Account, refusal: Refusal
) -> None:
    theirs = api.says(ann, place, "Hello")
    told = await refusal(bot.edit_message_text("Bye", place.id, theirs.message_id))
    assert told == "400 Bad Request: message can't be edited"


async def test_what_is_gone_cannot_be_edited(bot: Bot, place: Place, refusal: Refusal) -> None:
    sent = await bot.send_message(place.id, "Day 3")
    await bot.delete_message(place.id, sent.message_id)
    told = await refusal(bot.edit_message_text("Day 2", place.id, sent.message_id))
    assert told == "400 Bad Request: message to edit not found"


async def test_a_picture_has_a_caption_and_no_text(
    api: LocalApi, bot: Bot, place: Place, refusal: Refusal
) -> None:
    sent = await bot.send_document(place.id, b"BEGIN:VCALENDAR", filename="asp.ics")
    ids: dict[str, Any] = {"chat_id": place.id, "message_id": sent.message_id}
    told = await refusal(bot.edit_message_text("x", **ids))
    assert told == "400 Bad Request: there is no text in the message to edit"
    assert await refusal(bot.edit_message_caption(caption="x" * 1025, **ids)) == (
        "400 Bad Request: MEDIA_CAPTION_TOO_LONG"
    )
    await bot.edit_message_caption(caption="The session", **ids)
    assert api.sent(place)[0].caption == "The session"


async def test_a_text_has_no_caption(bot: Bot, place: Place, refusal: Refusal) -> None:
    sent = await bot.send_message(place.id, "Day 3")
    told = await refusal(bot.edit_message_caption(place.id, sent.message_id, caption="x"))
    assert told == "400 Bad Request: there is no caption in the message to edit"


async def test_a_text_can_become_a_file(api: LocalApi, bot: Bot, place: Place) -> None:
    sent = await bot.send_message(place.id, "One moment")
    file = InputMediaDocument(b"BEGIN", caption="Here", filename="asp.ics")
    await bot.edit_message_media(file, place.id, sent.message_id)
    message = api.sent(place)[0]
    assert (message.text, message.caption, message.filename) == (None, "Here", "asp.ics")


async def test_nobody_who_blocked_the_bot_sees_an_edit(
    api: LocalApi, bot: Bot, place: Place, ann: Account, refusal: Refusal
) -> None:
    sent = await bot.send_message(place.id, "Day 3")
    api.block(ann)
    told = await refusal(bot.edit_message_text("Day 2", place.id, sent.message_id))
    assert told == "403 Forbidden: bot was blocked by the user"


async def test_a_channels_posts_are_edited_by_who_may_post_there(
    api: LocalApi, bot: Bot, channel: Place, bo: Account, refusal: Refusal
) -> None:
    sent = await bot.send_message(channel.id, "Day 3")
    api.promote_bot(channel, bo, without=["can_post_messages", "can_edit_messages"])
    told = await refusal(bot.edit_message_text("Day 2", channel.id, sent.message_id))
    assert told == "400 Bad Request: message can't be edited"
