"""Messages that are taken away."""

from telegram import Bot

from bot.localapi import Account, LocalApi, Place
from tests.bot.localapi.conftest import Clock, Refusal


async def test_what_is_deleted_is_gone(api: LocalApi, bot: Bot, place: Place) -> None:
    sent = await bot.send_message(place.id, "Day 3")
    await bot.delete_message(place.id, sent.message_id)
    assert api.sent(place) == []


async def test_after_two_days_nothing_is_deleted_any_more(
    bot: Bot, place: Place, clock: Clock, refusal: Refusal
) -> None:
    sent = await bot.send_message(place.id, "Day 3")
    clock.tick(hours=48)
    told = await refusal(bot.delete_message(place.id, sent.message_id))
    assert told == "400 Bad Request: message can't be deleted for everyone"


async def test_nor_by_an_administrator_in_a_supergroup(
    bot: Bot, administered: Place, clock: Clock, refusal: Refusal
) -> None:
    sent = await bot.send_message(administered.id, "Day 3")
    clock.tick(hours=48)
    told = await refusal(bot.delete_message(administered.id, sent.message_id))
    assert told == "400 Bad Request: message can't be deleted"


async def test_a_second_before_it_still_goes(bot: Bot, place: Place, clock: Clock) -> None:
    sent = await bot.send_message(place.id, "Day 3")
    clock.tick(hours=48, seconds=-1)
    assert await bot.delete_message(place.id, sent.message_id)


async def test_what_others_wrote_is_deleted_by_administrators_alone(
    api: LocalApi, bot: Bot, team: Place, bo: Account, refusal: Refusal
) -> None:
    theirs = api.says(bo, team, "Hello")
    told = await refusal(bot.delete_message(team.id, theirs.message_id))
    assert told == "400 Bad Request: message can't be deleted"
    api.promote_bot(team, bo)
    assert await bot.delete_message(team.id, theirs.message_id)


async def test_what_is_not_there_cannot_be_deleted(
    bot: Bot, place: Place, refusal: Refusal
) -> None:
    told = await refusal(bot.delete_message(place.id, 99))
    assert told == "400 Bad Request: message to delete not found"


async def test_several_go_together_or_not_at_all(
    api: LocalApi, bot: Bot, place: Place, clock: Clock, refusal: Refusal
) -> None:
    old = await bot.send_message(place.id, "old")
    clock.tick(hours=48)
    new = await bot.send_message(place.id, "new")
    await refusal(bot.delete_messages(place.id, [new.message_id, old.message_id]))
    assert [one.text for one in api.sent(place)] == ["old", "new"]
    assert await bot.delete_messages(place.id, [new.message_id, 99])
    assert [one.text for one in api.sent(place)] == ["old"]


async def test_pinning_needs_the_right(
    api: LocalApi, bot: Bot, team: Place, bo: Account, refusal: Refusal
) -> None:
    sent = await bot.send_message(team.id, "Day 3")
    told = await refusal(bot.pin_chat_message(team.id, sent.message_id))
    assert told == "400 Bad Request: not enough rights to manage pinned messages in the chat"
    api.promote_bot(team, bo)
    assert await bot.pin_chat_message(team.id, sent.message_id)
    pinned = (await bot.get_chat(team.id)).pinned_message
    assert pinned
    assert pinned.message_id == sent.message_id
