"""Who is what in a chat, read at the moment of asking."""

import pytest
from telegram import Bot, ChatMemberAdministrator, ChatMemberOwner, Update

from bot.localapi import Account, LocalApi, Place
from tests.bot.localapi.conftest import Refusal


async def test_members_are_read_as_they_are_now(
    api: LocalApi, bot: Bot, team: Place, ann: Account, bo: Account
) -> None:
    async def status() -> str:
        return (await bot.get_chat_member(team.id, ann.id)).status

    assert await status() == "member"
    api.promote(team, ann, bo)
    assert await status() == "administrator"
    api.demote(team, ann, bo)
    assert await status() == "member"
    api.leaves(ann, team)
    assert await status() == "left"


async def test_administrators_are_listed_with_the_bot_and_without_other_bots(
    api: LocalApi, bot: Bot, team: Place, bo: Account
) -> None:
    other = api.person("Other", username="other_bot", is_bot=True)
    api.promote(team, other, bo)
    api.promote_bot(team, bo)
    found = await bot.get_chat_administrators(team.id)
    assert {one.user.id for one in found} == {bo.id, api.bot.id}
    assert {type(one) for one in found} == {ChatMemberOwner, ChatMemberAdministrator}


async def test_an_administrators_rights_can_lack_some(
    api: LocalApi, bot: Bot, channel: Place, ann: Account, bo: Account
) -> None:
    api.promote(channel, ann, bo, without=["can_post_messages"])
    member = await bot.get_chat_member(channel.id, ann.id)
    assert isinstance(member, ChatMemberAdministrator)
    assert (member.can_post_messages, member.can_edit_messages) == (False, True)


async def test_an_anonymous_administrator_writes_as_the_group(
    api: LocalApi, bot: Bot, team: Place, ann: Account, bo: Account
) -> None:
    api.promote(team, ann, bo, anonymous=True)
    api.says(ann, team, "/subscribe", sender_chat=team)
    message = Update.de_json(api.updates[-1], bot).message
    assert message
    assert message.from_user
    assert message.sender_chat
    assert (message.from_user.username, message.sender_chat.id) == ("GroupAnonymousBot", team.id)
    member = await bot.get_chat_member(team.id, ann.id)
    assert isinstance(member, ChatMemberAdministrator)
    assert member.is_anonymous


async def test_someone_writes_in_a_channels_name(
    api: LocalApi, bot: Bot, team: Place, channel: Place, bo: Account
) -> None:
    api.says(bo, team, "/day 3", sender_chat=channel)
    message = Update.de_json(api.updates[-1], bot).message
    assert message
    assert message.from_user
    assert message.sender_chat
    assert (message.from_user.username, message.sender_chat.id) == ("Channel_Bot", channel.id)


async def test_who_reads_a_channel_is_told_to_its_administrators_alone(
    api: LocalApi, bot: Bot, bo: Account, refusal: Refusal
) -> None:
    place = api.channel("Open", owner=bo, username="open_news", bot="left")
    told = await refusal(bot.get_chat_member(place.id, bo.id))
    assert told == "400 Bad Request: member list is inaccessible"
    api.add_bot(place, bo)
    assert (await bot.get_chat_member(place.id, bo.id)).status == "creator"


async def test_a_stranger_to_the_server_is_not_found(
    bot: Bot, team: Place, refusal: Refusal
) -> None:
    told = await refusal(bot.get_chat_member(team.id, 77))
    assert told == "400 Bad Request: member not found"


async def test_a_private_chat_has_no_administrators(
    bot: Bot, place: Place, refusal: Refusal
) -> None:
    told = await refusal(bot.get_chat_administrators(place.id))
    assert told == "400 Bad Request: there are no administrators in the private chat"


async def test_members_are_counted_with_the_bot(bot: Bot, team: Place) -> None:
    assert await bot.get_chat_member_count(team.id) == 3


async def test_others_standing_is_told_to_administrators_that_asked_for_it(
    api: LocalApi, bot: Bot, administered: Place, ann: Account
) -> None:
    await bot.get_updates(allowed_updates=["chat_member", "my_chat_member"])
    api.leaves(ann, administered)
    changed = Update.de_json(api.updates[-1], bot).chat_member
    assert changed
    assert (changed.old_chat_member.status, changed.new_chat_member.status) == ("member", "left")


@pytest.mark.parametrize("act", ["promote_bot", "restrict_bot", "demote_bot", "kick_bot"])
async def test_every_change_of_the_bots_own_standing_is_told(
    api: LocalApi, bot: Bot, team: Place, bo: Account, act: str
) -> None:
    getattr(api, act)(team, bo)
    changed = Update.de_json(api.updates[-1], bot).my_chat_member
    assert changed
    assert changed.from_user.id == bo.id
    mine = await bot.get_chat_member(team.id, api.bot.id) if act != "kick_bot" else None
    assert changed.new_chat_member.status == (mine.status if mine else "kicked")
