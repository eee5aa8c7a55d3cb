"""Chats that the bot can write to, or no longer."""

import pytest
from telegram import Bot, Update
from telegram.error import ChatMigrated, Forbidden

from bot.localapi import Account, LocalApi, NotPossibleError, Place
from tests.bot.localapi.conftest import Refusal


def statuses(api: LocalApi, bot: Bot) -> list[tuple[str, str]]:
    """How the bot's own standing changed, as it heard of it."""
    heard = [Update.de_json(each, bot).my_chat_member for each in api.updates]
    return [(one.old_chat_member.status, one.new_chat_member.status) for one in heard if one]


async def test_nobody_is_written_to_before_they_wrote(
    api: LocalApi, bot: Bot, ann: Account, refusal: Refusal
) -> None:
    told = await refusal(bot.send_message(ann.id, "x"))
    assert told == "403 Forbidden: bot can't initiate conversation with a user"
    api.says(ann, api.private(ann), "/start")
    assert await bot.send_message(ann.id, "x")


async def test_who_blocks_the_bot_is_not_reached_until_they_return(
    api: LocalApi, bot: Bot, place: Place, ann: Account, refusal: Refusal
) -> None:
    api.block(ann)
    told = await refusal(bot.send_message(ann.id, "x"))
    assert told == "403 Forbidden: bot was blocked by the user"
    api.unblock(ann)
    assert await bot.send_message(place.id, "x")
    assert statuses(api, bot) == [("member", "kicked"), ("kicked", "member")]


async def test_start_unblocks_the_bot(api: LocalApi, bot: Bot, ann: Account) -> None:
    api.block(ann)
    api.starts(ann)
    assert [min(each) for each in api.updates] == [
        "my_chat_member",
        "my_chat_member",
        "message",
    ]
    assert await bot.send_message(ann.id, "x")


async def test_an_account_that_is_gone_is_not_reached(
    api: LocalApi, bot: Bot, place: Place, ann: Account, refusal: Refusal
) -> None:
    api.deactivate(ann)
    told = await refusal(bot.send_message(place.id, "x"))
    assert told == "403 Forbidden: user is deactivated"


async def test_a_bot_that_was_thrown_out_hears_it_and_reaches_nobody(
    api: LocalApi, bot: Bot, team: Place, bo: Account, refusal: Refusal
) -> None:
    api.kick_bot(team, bo)
    told = await refusal(bot.send_message(team.id, "x"))
    assert told == "403 Forbidden: bot was kicked from the supergroup chat"
    api.says(bo, team, "/day 3")
    assert statuses(api, bot) == [("member", "kicked")]
    assert len(api.updates) == 1


async def test_a_bot_that_left_is_no_member(bot: Bot, team: Place, refusal: Refusal) -> None:
    await bot.leave_chat(team.id)
    told = await refusal(bot.send_message(team.id, "x"))
    assert told == "403 Forbidden: bot is not a member of the supergroup chat"


async def test_a_bot_that_is_brought_in_hears_its_standing_and_the_line(
    api: LocalApi, bot: Bot, bo: Account
) -> None:
    group = api.group("Team", owner=bo, bot="left")
    api.add_bot(group, bo)
    standing, line = (Update.de_json(each, bot) for each in api.updates)
    assert standing.my_chat_member
    assert standing.my_chat_member.new_chat_member.status == "member"
    assert line.message
    assert [one.id for one in line.message.new_chat_members] == [api.bot.id]
    assert await bot.send_message(group.id, "x")


async def test_a_group_that_was_deleted_says_so(
    api: LocalApi, bot: Bot, bo: Account, refusal: Refusal
) -> None:
    group = api.group("Team", owner=bo)
    api.delete_chat(group)
    told = await refusal(bot.send_message(group.id, "x"))
    assert told == "403 Forbidden: the group chat was deleted"


@pytest.mark.parametrize("kind", ["supergroup", "channel"])
async def test_a_supergroup_or_channel_that_was_deleted_is_closed_to_the_bot(
    api: LocalApi, bot: Bot, refusal: Refusal, kind: str
) -> None:
    place = getattr(api, kind)("Gone")
    api.delete_chat(place)
    told = await refusal(bot.send_message(place.id, "x"))
    assert told == f"403 Forbidden: bot was kicked from the {kind} chat"


async def test_a_group_that_became_a_supergroup_names_its_new_id(
    api: LocalApi, bot: Bot, ann: Account, bo: Account
) -> None:
    group = api.group("Team", owner=bo, members=[ann])
    grown = api.migrate(group, bo)
    with pytest.raises(ChatMigrated) as refusal:
        await bot.send_message(group.id, "x")
    assert refusal.value.new_chat_id == grown.id
    assert await bot.send_message(grown.id, "x")
    old, new = (Update.de_json(each, bot).message for each in api.updates)
    assert old
    assert new
    assert (old.migrate_to_chat_id, new.migrate_from_chat_id) == (grown.id, group.id)


async def test_a_grown_group_keeps_its_members(api: LocalApi, bot: Bot, bo: Account) -> None:
    group = api.group("Team", owner=bo)
    grown = api.migrate(group, bo)
    assert (await bot.get_chat_member(grown.id, bo.id)).status == "creator"
    assert (await bot.get_chat(group.id)).title == "Team"
    with pytest.raises(ChatMigrated):
        await bot.get_chat_administrators(group.id)


async def test_a_muted_group_hears_administrators_alone(
    api: LocalApi, bot: Bot, team: Place, bo: Account, refusal: Refusal
) -> None:
    api.mute(team)
    told = await refusal(bot.send_message(team.id, "x"))
    assert told == "400 Bad Request: not enough rights to send text messages to the chat"
    assert statuses(api, bot) == []
    api.promote_bot(team, bo)
    assert await bot.send_message(team.id, "x")


async def test_a_bot_that_is_restricted_hears_of_it(
    api: LocalApi, bot: Bot, team: Place, bo: Account, refusal: Refusal
) -> None:
    api.restrict_bot(team, bo)
    told = await refusal(bot.send_message(team.id, "x"))
    assert told == "400 Bad Request: not enough rights to send text messages to the chat"
    assert statuses(api, bot) == [("member", "restricted")]


async def test_a_channel_wants_the_right_to_post(
    api: LocalApi, bot: Bot, channel: Place, bo: Account, refusal: Refusal
) -> None:
    api.promote_bot(channel, bo, without=["can_post_messages"])
    told = await refusal(bot.send_message(channel.id, "x"))
    assert told == "400 Bad Request: need administrator rights in the channel chat"
    heard = Update.de_json(api.updates[-1], bot).my_chat_member
    assert heard
    assert heard.new_chat_member.to_dict()["can_post_messages"] is False


async def test_a_bot_is_no_plain_member_of_a_channel(
    api: LocalApi, bot: Bot, channel: Place, bo: Account
) -> None:
    api.demote_bot(channel, bo)
    with pytest.raises(Forbidden, match="bot is not a member of the channel chat"):
        await bot.send_message(channel.id, "x")


async def test_a_post_in_a_channel_comes_from_the_channel(
    api: LocalApi, bot: Bot, channel: Place, bo: Account
) -> None:
    sent = await bot.send_message(channel.id, "x")
    api.says(bo, channel, "/subscribe")
    post = Update.de_json(api.updates[-1], bot).channel_post
    assert post
    for one in (sent, post):
        assert one.from_user is None
        assert one.sender_chat
        assert one.sender_chat.id == channel.id


async def test_readers_of_a_channel_do_not_write_there(
    api: LocalApi, channel: Place, ann: Account
) -> None:
    with pytest.raises(NotPossibleError, match="Ann only reads Channel"):
        api.says(ann, channel, "Hello")
