"""Texts that the bot sends."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram import Bot, LinkPreviewOptions, MessageEntity, ReplyParameters, User

from bot.localapi import Account, LocalApi, Place, html
from tests.bot.localapi.conftest import Refusal


async def test_a_text_stands_where_it_was_sent(api: LocalApi, bot: Bot, place: Place) -> None:
    sent = await bot.send_message(place.id, "<b>Day 3</b>", parse_mode="HTML")
    assert [one.text for one in api.sent(place)] == ["Day 3"]
    assert (sent.text, sent.text_html, sent.chat.type) == ("Day 3", "<b>Day 3</b>", "private")


async def test_the_limit_counts_utf16_units_after_parsing(
    bot: Bot, place: Place, refusal: Refusal
) -> None:
    await bot.send_message(place.id, "<b>" + "👍" * 2048 + "</b>", parse_mode="HTML")
    told = await refusal(bot.send_message(place.id, "👍" * 2048 + "x"))
    assert told == "400 Bad Request: message is too long"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "message text is empty"),
        (" \n\u200b ", "text must be non-empty"),
        ("<b>x", "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ],
)
async def test_what_is_no_text_is_refused(
    bot: Bot, place: Place, refusal: Refusal, text: str, why: str
) -> None:
    told = await refusal(bot.send_message(place.id, text, parse_mode="HTML"))
    assert told == f"400 Bad Request: {why}"


async def test_entities_come_back_as_they_were_given(bot: Bot, place: Place) -> None:
    given_ones = (
        MessageEntity("bold", 0, 4),
        MessageEntity("text_link", 5, 2, url="https://a.org/"),
    )
    sent = await bot.send_message(place.id, "bold to", entities=given_ones)
    assert sent.entities == given_ones


async def test_a_known_person_is_mentioned_in_full(bot: Bot, place: Place, ann: Account) -> None:
    markup = f'<a href="tg://user?id={ann.id}">A</a> <a href="tg://user?id=5">B</a>'
    sent = await bot.send_message(place.id, markup, parse_mode="HTML")
    assert [(one.type, one.user) for one in sent.entities] == [
        ("text_mention", User(ann.id, "Ann", is_bot=False))
    ]


async def test_silence_protection_and_previews_are_kept(
    api: LocalApi, bot: Bot, place: Place
) -> None:
    await bot.send_message(
        place.id,
        "https://a.org",
        disable_notification=True,
        protect_content=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    message = api.sent(place)[0]
    assert (message.silent, message.protected) == (True, True)
    assert message.link_preview == {"is_disabled": True}


async def test_a_reply_names_what_it_replies_to(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    asked = api.says(ann, place, "/day 3")
    sent = await bot.send_message(
        place.id, "Day 3", reply_parameters=ReplyParameters(asked.message_id)
    )
    assert sent.reply_to_message
    assert sent.reply_to_message.text == "/day 3"


async def test_a_reply_to_what_is_gone_is_refused_unless_it_may_go_without(
    bot: Bot, place: Place, refusal: Refusal
) -> None:
    told = await refusal(bot.send_message(place.id, "x", reply_parameters=ReplyParameters(99)))
    assert told == "400 Bad Request: message to be replied not found"
    alone = ReplyParameters(99, allow_sending_without_reply=True)
    sent = await bot.send_message(place.id, "x", reply_parameters=alone)
    assert sent.reply_to_message is None


async def test_replies_in_a_plain_supergroup_hang_together_but_are_no_topic(
    api: LocalApi, bot: Bot, team: Place, ann: Account, refusal: Refusal
) -> None:
    first = api.says(ann, team, "/day 3")
    second = await bot.send_message(
        team.id, "Day 3", reply_parameters=ReplyParameters(first.message_id)
    )
    assert (second.message_thread_id, second.is_topic_message) == (first.message_id, None)
    told = await refusal(bot.send_message(team.id, "x", message_thread_id=first.message_id))
    assert told == "400 Bad Request: message thread not found"


@pytest.mark.parametrize(
    ("chat_id", "why"),
    [
        ("", "400 Bad Request: chat_id is empty"),
        (4_000_000, "400 Bad Request: chat not found"),
        ("@nobody_here", "400 Bad Request: chat not found"),
        (1, "403 Forbidden: bot can't send messages to itself"),
        (1087968824, "403 Forbidden: bots can't send messages to bots"),
    ],
)
async def test_a_chat_that_cannot_be_written_to_is_refused(
    bot: Bot, refusal: Refusal, chat_id: int | str, why: str
) -> None:
    assert await refusal(bot.send_message(chat_id, "x")) == why


async def test_a_public_chat_is_found_by_its_name(api: LocalApi, bot: Bot) -> None:
    place = api.supergroup("Open", username="open_team")
    sent = await bot.send_message("@Open_Team", "x")
    assert sent.chat_id == place.id


async def test_a_copy_has_no_origin_and_a_forward_has(
    api: LocalApi, bot: Bot, place: Place, team: Place, ann: Account
) -> None:
    written = api.says(ann, place, "Look")
    await bot.copy_message(team.id, place.id, written.message_id)
    forwarded = await bot.forward_message(team.id, place.id, written.message_id)
    assert [one.text for one in api.sent(team)] == ["Look", "Look"]
    assert api.sent(team)[0].forward_origin is None
    assert forwarded.forward_origin
    assert forwarded.forward_origin.type == "user"


async def test_protected_content_is_not_forwarded(
    bot: Bot, place: Place, team: Place, refusal: Refusal
) -> None:
    sent = await bot.send_message(place.id, "x", protect_content=True)
    told = await refusal(bot.forward_message(team.id, place.id, sent.message_id))
    assert told == "400 Bad Request: the message can't be forwarded"


async def test_an_action_of_no_known_kind_is_refused(
    bot: Bot, place: Place, refusal: Refusal
) -> None:
    await bot.send_chat_action(place.id, "typing")
    told = await refusal(bot.send_chat_action(place.id, "thinking"))
    assert told == "400 Bad Request: wrong parameter action in request"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=60))
async def test_what_was_escaped_is_shown_as_it_was(bot: Bot, place: Place, words: str) -> None:
    sent = await bot.send_message(place.id, f"<i>{html.escape(words)}.</i>", parse_mode="HTML")
    assert sent.text == f"{words}."
