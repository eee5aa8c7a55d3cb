"""Updates on their way to the bot."""

import asyncio
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.error import Conflict
from telegram.ext import CommandHandler

from bot.localapi import Account, LocalApi, Place
from tests.bot.localapi.conftest import App, Clock, Refusal


async def test_the_offset_confirms_what_lies_below_it(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    api.says(ann, place, "one")
    api.says(ann, place, "two")
    first, second = await bot.get_updates()
    assert len(await bot.get_updates()) == 2
    assert [one.update_id for one in await bot.get_updates(offset=second.update_id)] == [
        first.update_id + 1
    ]
    assert not await bot.get_updates(offset=second.update_id + 1)
    assert not api.pending


async def test_no_more_comes_at_once_than_was_asked_for(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    for _ in range(102):
        api.says(ann, place, "x")
    assert len(await bot.get_updates(limit=3)) == 3
    assert len(await bot.get_updates()) == 100


async def test_a_long_poll_waits_for_the_first_update(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=30))
    for _ in range(10):
        await asyncio.sleep(0)
    assert not waiting.done()
    api.says(ann, place, "x")
    assert len(await waiting) == 1


async def test_of_two_that_poll_the_earlier_one_loses(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0)
    second = asyncio.create_task(bot.get_updates(timeout=30))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    api.says(ann, place, "x")
    assert len(await second) == 1


async def test_kinds_that_were_not_asked_for_do_not_come(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    api.says(ann, place, "x")
    assert not api.pending
    await bot.get_updates(allowed_updates=[])
    api.says(ann, place, "y")
    assert api.pending


async def test_after_a_day_the_server_forgets(
    api: LocalApi, bot: Bot, place: Place, ann: Account, clock: Clock
) -> None:
    api.says(ann, place, "old")
    clock.tick(hours=23)
    api.says(ann, place, "new")
    clock.tick(hours=1)
    heard = await bot.get_updates()
    assert [one.message.text for one in heard if one.message] == ["new"]


async def test_a_webhook_and_polling_exclude_each_other(
    api: LocalApi, bot: Bot, place: Place, ann: Account
) -> None:
    await bot.set_webhook("https://bot.example.org/hook", secret_token="s-1")  # noqa: S106
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    api.says(ann, place, "x")
    shown = await bot.get_webhook_info()
    assert (shown.url, shown.pending_update_count) == ("https://bot.example.org/hook", 1)
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"url": "http://a.org"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://a.org:8080"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            {"url": "https://a.org", "secret_token": "not this"},
            "secret token contains unallowed characters",
        ),
    ],
    ids=["no TLS", "wrong port", "wrong secret"],
)
async def test_a_webhook_that_telegram_does_not_call_is_refused(
    bot: Bot, refusal: Refusal, given: dict[str, Any], why: str
) -> None:
    assert await refusal(bot.set_webhook(**given)) == f"400 Bad Request: {why}"


async def test_the_real_application_answers_on_it(
    api: LocalApi, application: App, ann: Account, place: Place
) -> None:
    async def start(update: Update, _context: Any) -> None:
        assert update.message
        await update.message.reply_text("Hello")

    application.add_handler(CommandHandler("start", start))
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling()
        api.starts(ann)
        await api.settled(application)
        assert [one.text for one in api.sent(place)] == ["Hello"]
        await application.updater.stop()
        await application.stop()


async def test_settling_without_anybody_who_polls_says_so(
    api: LocalApi, application: App, ann: Account
) -> None:
    api.starts(ann)
    with pytest.raises(RuntimeError, match="does not poll"):
        await api.settled(application)
