"""What goes wrong on request, and the limits on how much may be sent."""

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.localapi import Account, Call, Fault, LocalApi, Place
from tests.bot.localapi.conftest import Clock


async def wait_of(bot: Bot, chat_id: int) -> float:
    """The seconds that the server asks to wait before a message; 0 where it takes it."""
    try:
        await bot.send_message(chat_id, "x")
    except RetryAfter as flood:
        wait = flood.retry_after
        return wait.total_seconds() if isinstance(wait, timedelta) else wait
    return 0


@pytest.mark.parametrize(
    ("fault", "raised"),
    [
        (Fault(500), NetworkError),
        (Fault.garbage(), NetworkError),
        (Fault.cut(), NetworkError),
        (Fault.dropped(), NetworkError),
        (Fault.timeout(), TimedOut),
        (Fault.flood(7), RetryAfter),
        (Fault(403, "Forbidden: bot was blocked by the user"), TelegramError),
    ],
    ids=["500", "garbage", "cut", "dropped", "timeout", "429", "403"],
)
async def test_a_fault_happens_once_and_nothing_is_sent(
    api: LocalApi, bot: Bot, place: Place, fault: Fault, raised: type[TelegramError]
) -> None:
    api.fail(fault)
    with pytest.raises(raised):
        await bot.send_message(place.id, "x")
    assert api.sent(place) == []
    assert await bot.send_message(place.id, "x")


async def test_an_answer_can_be_lost_after_the_message_was_taken(
    api: LocalApi, bot: Bot, place: Place
) -> None:
    api.fail(Fault.timeout(), after_acceptance=True)
    with pytest.raises(TimedOut):
        await bot.send_message(place.id, "x")
    assert [one.text for one in api.sent(place)] == ["x"]
    assert [(call.accepted, call.result_or_error) for call in api.called("sendMessage")] == [
        (True, Fault.timeout())
    ]


async def test_a_fault_can_be_for_one_method_or_one_chat(
    api: LocalApi, bot: Bot, place: Place, team: Place
) -> None:
    api.fail(Fault(500), "sendMessage", chat_id=team.id)
    await bot.send_message(place.id, "x")
    await bot.send_chat_action(team.id, "typing")
    with pytest.raises(NetworkError):
        await bot.send_message(team.id, "x")


async def test_a_lasting_fault_lasts_until_recovery(api: LocalApi, bot: Bot, place: Place) -> None:
    api.fail(Fault(502, "Bad Gateway"), times=None)
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.send_message(place.id, "x")
    api.recover()
    assert await bot.send_message(place.id, "x")


async def test_a_revoked_token_opens_nothing(api: LocalApi, bot: Bot) -> None:
    api.revoke_token()
    with pytest.raises(InvalidToken):
        await bot.get_me()


async def test_calls_can_be_held_back(api: LocalApi, bot: Bot, place: Place) -> None:
    opened = asyncio.Event()

    async def hold(_call: Call) -> None:
        await opened.wait()

    api.before = hold
    sending = asyncio.create_task(bot.send_message(place.id, "x"))
    for _ in range(5):
        await asyncio.sleep(0)
    assert api.sent(place) == []
    opened.set()
    await sending
    assert len(api.sent(place)) == 1


async def test_without_limits_a_flood_is_let_through(bot: Bot, place: Place) -> None:
    assert [await wait_of(bot, place.id) for _ in range(40)] == [0] * 40


async def test_a_chat_takes_one_message_a_second(
    api: LocalApi, bot: Bot, place: Place, clock: Clock
) -> None:
    api.limit_flood()
    assert [await wait_of(bot, place.id) for _ in range(2)] == [0, 1]
    clock.tick(seconds=1)
    assert await wait_of(bot, place.id) == 0


async def test_a_group_takes_twenty_a_minute(
    api: LocalApi, bot: Bot, team: Place, clock: Clock
) -> None:
    api.limit_flood()
    for _ in range(20):
        assert await wait_of(bot, team.id) == 0
        clock.tick(seconds=1)
    assert await wait_of(bot, team.id) == 40
    clock.tick(seconds=40)
    assert await wait_of(bot, team.id) == 0


async def test_all_chats_together_take_thirty_a_second(
    api: LocalApi, bot: Bot, clock: Clock
) -> None:
    people: list[Account] = [api.person(f"P{number}") for number in range(31)]
    places = [api.private(person, started=True) for person in people]
    api.limit_flood()
    assert [await wait_of(bot, place.id) for place in places] == [0] * 30 + [1]
    clock.tick(seconds=1)
    assert await wait_of(bot, places[30].id) == 0


async def test_what_sends_nothing_does_not_count(api: LocalApi, bot: Bot, place: Place) -> None:
    api.limit_flood(per_chat=1)
    sent = await bot.send_message(place.id, "x")
    await bot.edit_message_text("y", place.id, sent.message_id)
    assert await bot.send_chat_action(place.id, "typing")
