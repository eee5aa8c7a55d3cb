"""The bot is served through bad times, and ends when it is told to."""

import asyncio
import logging
from datetime import timedelta

import pytest
from sqlite_utils import Database
from telegram import Update
from telegram.ext import ApplicationHandlerStop, CommandHandler

from bot import service
from bot.application import build
from bot.localapi import Account, Fault, LocalApi
from bot.menus import MENU
from bot.settings import Settings, read
from data import inbox
from data.clock import SettableClock
from handlers.context import Context
from tests.bot.served import Served

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # noqa: S105 - nobody's


@pytest.fixture
def settings() -> Settings:
    return read(None, telegram_token=TOKEN)


@pytest.fixture
def served(api: LocalApi, db: Database, clock: SettableClock) -> Served:
    return Served(api, build(request=api, db=db, clock=clock, token=TOKEN))


@pytest.fixture
def ann(api: LocalApi) -> Account:
    return api.person("Ann")


def troubles(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if "tried again" in each.message]


async def test_it_answers_and_says_what_it_serves(
    served: Served, settings: Settings, ann: Account, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with served.running(settings):
        assert "unofficial" in await served.answers(ann, "/start")
    assert "serves @asp_bot: ASP 12, polling" in caplog.text


async def test_what_was_written_while_it_was_away_is_answered(
    served: Served, settings: Settings, ann: Account
) -> None:
    place = served.api.private(ann)
    served.api.says(ann, place, "/help")
    async with served.running(settings):
        await served.until("sendMessage")
    assert not served.api.pending


async def test_menu_and_descriptions_are_put_up(served: Served, settings: Settings) -> None:
    async with served.running(settings):
        await served.until("setMyShortDescription")
    profile = served.api.profile
    assert [name for name, _ in profile.commands["default", ""]] == list(MENU)
    assert "neither to the Court nor" in profile.description[""]
    assert "Unofficial" in profile.short_description[""]


async def test_it_answers_while_the_menu_cannot_be_put_up(
    served: Served, settings: Settings, ann: Account
) -> None:
    served.api.fail(Fault.flood(600), "setMyCommands", times=None)
    async with served.running(settings):
        assert "unofficial" in await served.answers(ann, "/start")


@pytest.mark.parametrize("fault", [Fault.cut(), Fault(502, "Bad Gateway"), Fault.timeout()])
async def test_no_telegram_at_the_start_is_told_once_and_waited_for(
    served: Served,
    settings: Settings,
    ann: Account,
    fault: Fault,
    caplog: pytest.LogCaptureFixture,
) -> None:
    served.api.fail(fault, "getMe", times=8)
    async with served.running(settings):
        assert "unofficial" in await served.answers(ann, "/start")
    assert served.paused[:8] == [1, 2, 4, 8, 16, 30, 30, 30]
    assert len(troubles(caplog)) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault.cut(),
        Fault.timeout(),
        Fault.garbage(),
        Fault(500),
        Fault(409, "Conflict: terminated by other getUpdates request"),
        Fault(401, "Unauthorized", body=b"<html>Please sign in to the hotel's Wi-Fi</html>"),
    ],
)
async def test_trouble_while_polling_is_told_once_and_survived(
    served: Served,
    settings: Settings,
    ann: Account,
    fault: Fault,
    caplog: pytest.LogCaptureFixture,
) -> None:
    served.api.fail(fault, "getUpdates", times=100)
    async with served.running(settings):
        assert "unofficial" in await served.answers(ann, "/start")
    assert len(served.paused) == 100
    assert len(troubles(caplog)) == 1


async def test_it_waits_as_long_as_telegram_asks(
    served: Served, settings: Settings, ann: Account
) -> None:
    served.api.fail(Fault.flood(77), "getUpdates")
    async with served.running(settings):
        await served.answers(ann, "/start")
    assert served.paused == [77]


async def test_a_stop_cuts_a_pause_short(served: Served, settings: Settings) -> None:
    pausing = asyncio.Event()

    async def forever(_seconds: float) -> None:
        pausing.set()
        await asyncio.Event().wait()

    served.api.fail(Fault.cut(), times=None)
    served.pause = forever  # type: ignore[method-assign, assignment]
    async with served.running(settings):
        await pausing.wait()


async def test_a_token_that_is_refused_ends_it_with_status_4(
    served: Served, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    served.api.revoke_token()
    assert await served.status(settings) == 4
    assert "TELEGRAM REFUSES THE TOKEN" in caplog.text


async def test_so_does_one_that_is_revoked_later(
    served: Served, settings: Settings, ann: Account, caplog: pytest.LogCaptureFixture
) -> None:
    serving = asyncio.create_task(served.status(settings))
    await served.answers(ann, "/start")
    served.api.revoke_token()
    assert await serving == 4
    assert "TELEGRAM REFUSES THE TOKEN" in caplog.text


async def test_a_handler_that_hangs_does_not_keep_it(
    served: Served,
    settings: Settings,
    ann: Account,
    db: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    began = asyncio.Event()

    async def hang(_update: Update, _context: Context) -> None:
        began.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(service, "ANSWERING", 0.01)
    served.application.add_handler(CommandHandler("hang", hang), -1)
    async with served.running(settings):
        served.api.says(ann, served.api.private(ann), "/hang")
        await began.wait()
    assert inbox.waiting(db) == 1, "what was not answered must be tried after the next start"


async def test_what_was_begun_is_answered_before_it_ends(
    served: Served, settings: Settings, ann: Account
) -> None:
    began, go_on = asyncio.Event(), asyncio.Event()

    async def dawdle(update: Update, _context: Context) -> None:
        began.set()
        await go_on.wait()
        assert update.message
        await update.message.reply_text("At last")
        raise ApplicationHandlerStop

    served.application.add_handler(CommandHandler("dawdle", dawdle), -1)
    async with served.running(settings):
        served.api.says(ann, served.api.private(ann), "/dawdle")
        await began.wait()
        served.stop.wish()
        asyncio.get_running_loop().call_later(0, go_on.set)
    assert served.api.messages(served.api.private(ann))[-1].content == "At last"
    assert not served.api.pending


def test_all_the_bounds_of_stopping_fit_before_the_last_moment() -> None:
    from bot.stopping import LAST_MOMENT

    bounds = service.RECORDING + service.ANSWERING + service.CONFIRMING + 2 * service.CLOSING
    assert bounds < LAST_MOMENT < timedelta(seconds=5).total_seconds()
