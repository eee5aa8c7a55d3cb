"""What of a group's talk reaches the bot."""

from datetime import UTC, datetime

import pytest
from telegram import Bot, Update

from bot.localapi import Account, LocalApi, NotPossibleError, Place


def texts(api: LocalApi, bot: Bot) -> list[str | None]:
    heard = [Update.de_json(each, bot).effective_message for each in api.updates]
    return [one.text for one in heard if one]


async def test_in_a_group_commands_are_heard_and_talk_is_not(
    api: LocalApi, bot: Bot, team: Place, ann: Account
) -> None:
    for said in ("Hello", "/day 3", "/day@asp_bot 3", "/day@other_bot 3", "see /day"):
        api.says(ann, team, said)
    assert texts(api, bot) == ["/day 3", "/day@asp_bot 3"]


async def test_replies_to_the_bot_are_heard(
    api: LocalApi, bot: Bot, team: Place, ann: Account
) -> None:
    await bot.send_message(team.id, "Day 3")
    api.says(ann, team, "And the budget?", reply_to=api.sent(team)[0])
    assert texts(api, bot) == ["And the budget?"]


async def test_an_administrator_hears_everything(
    api: LocalApi, bot: Bot, administered: Place, ann: Account
) -> None:
    api.says(ann, administered, "Hello")
    assert texts(api, bot)[-1] == "Hello"


async def test_without_privacy_mode_everything_is_heard(ann: Account, bot: Bot) -> None:
    api = LocalApi(privacy=False, now=lambda: datetime(2013, 11, 22, tzinfo=UTC))
    api.says(ann, api.supergroup("Team"), "Hello")
    assert texts(api, bot) == ["Hello"]


async def test_an_edit_is_heard_as_one(api: LocalApi, bot: Bot, place: Place, ann: Account) -> None:
    said = api.says(ann, place, "/day 3")
    api.edits(ann, said, "/day 4")
    edited = Update.de_json(api.updates[-1], bot).edited_message
    assert edited
    assert (edited.message_id, edited.text) == (said.message_id, "/day 4")


async def test_a_deletion_is_not_heard(api: LocalApi, place: Place, ann: Account) -> None:
    said = api.says(ann, place, "/day 3")
    heard = len(api.updates)
    api.deletes(ann, said)
    assert len(api.updates) == heard


async def test_what_is_typed_carries_the_entities_that_telegram_finds(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    api.says(ann, place, "👍 /day@asp_bot see icc-cpi.int")
    message = Update.de_json(api.updates[-1], bot).message
    assert message
    assert list(message.parse_entities().values()) == ["/day@asp_bot", "icc-cpi.int"]


async def test_a_long_paste_comes_in_parts(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    words = "x" * 4096 + "👍" * 100
    api.pastes(ann, place, words)
    assert texts(api, bot) == ["x" * 4096, "👍" * 100]


async def test_an_app_sends_no_more_than_one_message_at_once(
    api: LocalApi, place: Place, ann: Account
) -> None:
    with pytest.raises(NotPossibleError, match="longer than 4096 units"):
        api.says(ann, place, "x" * 4097)


async def test_a_forward_shows_where_it_comes_from(
    api: LocalApi, bot: Bot, place: Place, channel: Place, ann: Account
) -> None:
    await bot.send_message(channel.id, "Digest")
    api.forwards(ann, place, api.sent(channel)[0])
    message = Update.de_json(api.updates[-1], bot).message
    assert message
    assert message.forward_origin
    assert (message.text, message.forward_origin.type) == ("Digest", "channel")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://t.me/asp_bot?start=asp12-d-3", "/start asp12-d-3"),
        ("https://t.me/asp_bot", "/start"),
    ],
)
async def test_a_link_into_the_bot_starts_it(
    api: LocalApi, bot: Bot, ann: Account, url: str, said: str
) -> None:
    api.follows(ann, url)
    assert texts(api, bot) == [said]


@pytest.mark.parametrize(
    "url",
    [
        "https://t.me/other_bot?start=s",
        "https://t.me/asp_bot?start=a.b",
        "https://t.me/asp_bot?start=" + "x" * 65,
    ],
)
def test_no_other_link_starts_it(api: LocalApi, ann: Account, url: str) -> None:
    with pytest.raises(NotPossibleError, match=r"does not lead to|no link carries"):
        api.follows(ann, url)
