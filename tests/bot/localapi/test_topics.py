"""Forums: topics that are there, closed, or gone."""

import pytest
from telegram import Bot, ReplyParameters, Update

from bot.localapi import Account, LocalApi, NotPossibleError, Place
from tests.bot.localapi.conftest import Refusal


async def test_a_message_stands_in_its_topic(api: LocalApi, bot: Bot, forum: Place) -> None:
    news = forum.topic("News")
    sent = await bot.send_message(forum.id, "x", message_thread_id=news.thread_id)
    assert (sent.message_thread_id, sent.is_topic_message) == (news.thread_id, True)
    assert [one.text for one in api.sent(news)] == ["x"]
    assert api.sent(forum.topic("General")) == []


async def test_the_general_topic_has_no_number(bot: Bot, forum: Place, refusal: Refusal) -> None:
    sent = await bot.send_message(forum.id, "x")
    assert (sent.message_thread_id, sent.is_topic_message) == (None, None)
    told = await refusal(bot.send_message(forum.id, "x", message_thread_id=1))
    assert told == "400 Bad Request: message thread not found"


async def test_what_is_said_in_a_topic_names_it(
    api: LocalApi, bot: Bot, forum: Place, ann: Account
) -> None:
    news = forum.topic("News")
    api.says(ann, news, "/day 3")
    message = Update.de_json(api.updates[-1], bot).message
    assert message
    assert (message.message_thread_id, message.is_topic_message) == (news.thread_id, True)


async def test_a_reply_goes_to_the_topic_of_what_it_replies_to(
    api: LocalApi, bot: Bot, forum: Place, ann: Account
) -> None:
    news = forum.topic("News")
    asked = api.says(ann, news, "/day 3")
    reply = ReplyParameters(asked.message_id)
    sent = await bot.send_message(forum.id, "x", reply_parameters=reply)
    assert sent.message_thread_id == news.thread_id


async def test_a_closed_topic_takes_nothing_from_members(
    api: LocalApi, bot: Bot, forum: Place, bo: Account, refusal: Refusal
) -> None:
    news = forum.topic("News")
    api.close_topic(news, bo)
    told = await refusal(bot.send_message(forum.id, "x", message_thread_id=news.thread_id))
    assert told == "400 Bad Request: TOPIC_CLOSED"
    api.reopen_topic(news, bo)
    assert await bot.send_message(forum.id, "x", message_thread_id=news.thread_id)
    heard = [Update.de_json(each, bot).message for each in api.updates]
    kinds = [(one.forum_topic_closed, one.forum_topic_reopened) for one in heard if one]
    assert [(bool(closed), bool(reopened)) for closed, reopened in kinds] == [
        (True, False),
        (False, True),
    ]


async def test_the_general_topic_can_be_closed_too(
    api: LocalApi, bot: Bot, forum: Place, bo: Account, refusal: Refusal
) -> None:
    api.close_topic(forum.topic("General"), bo)
    told = await refusal(bot.send_message(forum.id, "x"))
    assert told == "400 Bad Request: TOPIC_CLOSED"


async def test_members_do_not_write_in_a_closed_topic(
    api: LocalApi, forum: Place, ann: Account, bo: Account
) -> None:
    api.close_topic(forum.topic("News"), bo)
    with pytest.raises(NotPossibleError, match="the topic News is closed"):
        api.says(ann, forum.topic("News"), "x")
    assert api.says(bo, forum.topic("News"), "x")


async def test_a_deleted_topic_is_not_found_and_the_bot_hears_nothing(
    api: LocalApi, bot: Bot, forum: Place, refusal: Refusal
) -> None:
    news = forum.topic("News")
    sent = await bot.send_message(forum.id, "x", message_thread_id=news.thread_id)
    api.delete_topic(news)
    assert api.updates == []
    told = await refusal(bot.send_message(forum.id, "x", message_thread_id=news.thread_id))
    assert told == "400 Bad Request: message thread not found"
    told = await refusal(bot.edit_message_text("y", forum.id, sent.message_id))
    assert told == "400 Bad Request: message to edit not found"


async def test_a_topic_is_opened(api: LocalApi, bot: Bot, forum: Place, bo: Account) -> None:
    opened = api.open_topic(forum, "Corridor", bo)
    message = Update.de_json(api.updates[-1], bot).message
    assert message
    assert message.forum_topic_created
    assert message.forum_topic_created.name == "Corridor"
    assert await bot.send_message(forum.id, "x", message_thread_id=opened.thread_id)
