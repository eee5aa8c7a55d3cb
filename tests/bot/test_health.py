"""How the bot fares, for a watchdog and for Prometheus."""

import socket
from contextlib import closing

import httpx
import pytest
from sqlite_utils import Database

from bot.application import build
from bot.health import Health
from bot.hearing import Hearing
from bot.localapi import LocalApi
from bot.processing import inbox_of
from bot.settings import Address, read
from data.clock import SettableClock
from handlers.context import App
from tests.bot.served import Served
from tests.bot.test_serving import TOKEN


@pytest.fixture
def free() -> Address:
    """An address on which nothing listens."""
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return Address("127.0.0.1", found.getsockname()[1])


async def test_a_bot_that_hears_is_well_and_says_its_numbers(
    api: LocalApi, db: Database, clock: SettableClock, free: Address
) -> None:
    served = Served(api, build(request=api, db=db, clock=clock, token=TOKEN))
    settings = read(None, telegram_token=TOKEN, health_listen=f"{free.host}:{free.port}")
    async with served.running(settings), httpx.AsyncClient() as client:
        await served.answers(api.person("Ann"), "/help")
        await inbox_of(served.application).turns.join()
        well = await client.get(f"http://{free.host}:{free.port}/healthz")
        numbers = await client.get(f"http://{free.host}:{free.port}/metrics")
    assert (well.status_code, well.text) == (200, "ok\n")
    assert numbers.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert 'aspbot_updates_total{fate="answered"} 1\n' in numbers.text
    assert "aspbot_updates_waiting 0\n" in numbers.text
    assert "Ann" not in numbers.text


def test_whatever_prometheus_reads_is_a_metric(application: App) -> None:
    services = application.bot_data
    health = Health(Hearing(), inbox_of(application), services.db, services.clock)
    lines = "".join(health.lines()).splitlines()
    named = {line.split()[2] for line in lines if line.startswith("# TYPE")}
    for line in lines:
        if not line.startswith("#"):
            name, _, value = line.partition(" ")
            assert name.partition("{")[0] in named
            float(value)


async def test_it_says_what_is_not_well(application: App, monkeypatch: pytest.MonkeyPatch) -> None:
    past = 0.0
    inbox = inbox_of(application)
    services = application.bot_data
    health = Health(hearing := Hearing(lambda: past), inbox, services.db, services.clock)
    assert health.complaint() == "Telegram has not been heard yet."
    hearing.heard()
    assert not health.complaint()
    past = 75
    assert health.complaint() == "Telegram was heard last 75 seconds ago."
    hearing.heard()
    monkeypatch.setattr(type(inbox), "is_kept", property(lambda _: False))
    assert health.complaint() == "The store takes no updates."
