"""How updates are fetched, and when the bot leaves them to another program."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import chain, repeat
from typing import Any

import pytest
from sqlite_utils import Database

from bot.application import build
from bot.hearing import Hearing
from bot.localapi import Fault, LocalApi
from bot.polling import BREATH, Polling, TakenError
from bot.processing import inbox_of
from bot.trouble import Trouble
from data.clock import SettableClock
from handlers.gate import KINDS

CONFLICT = Fault(409, "Conflict: terminated by other getUpdates request")


class Fetching:
    """Polling, in a time of its own."""

    def __init__(self, api: LocalApi, db: Database, clock: SettableClock) -> None:
        self.api = api
        self.past = 0.0
        self.hearing = Hearing(lambda: self.past)
        self.application = build(request=api, db=db, clock=clock)
        self.polling = Polling(
            self.application, Trouble(), self.hearing, self.pause, lambda: self.past
        )

    async def pause(self, seconds: float) -> None:
        self.past += seconds
        await asyncio.sleep(0)


@pytest.fixture
async def fetching(api: LocalApi, db: Database, clock: SettableClock) -> AsyncIterator[Fetching]:
    made = Fetching(api, db, clock)
    async with made.application as application:
        inbox_of(application).open(application.bot)
        yield made


async def test_whoever_meets_nothing_but_conflicts_for_a_minute_yields(fetching: Fetching) -> None:
    fetching.api.fail(CONFLICT, "getUpdates", times=None)
    with pytest.raises(TakenError):
        await fetching.polling.goes_on()
    assert 60 <= fetching.past < 120


async def test_whoever_was_there_first_stays(fetching: Fetching) -> None:
    going = asyncio.create_task(fetching.polling.goes_on())
    await fetching.hearing.begun()
    fetching.api.fail(CONFLICT, "getUpdates", times=50)
    fetching.api.says(ann := fetching.api.person("Ann"), fetching.api.private(ann), "/help")
    await fetching.api.world.updates.emptied()
    assert fetching.past > 60
    assert not going.done()
    going.cancel()


async def test_a_line_that_is_dead_at_the_start_is_no_conflict(fetching: Fetching) -> None:
    fetching.api.fail(Fault.cut(), "getUpdates", times=20)
    fetching.api.fail(CONFLICT, "getUpdates", times=2)
    going = asyncio.create_task(fetching.polling.goes_on())
    await fetching.hearing.begun()
    assert fetching.past > 60
    going.cancel()


async def test_it_asks_only_for_what_has_a_handler(fetching: Fetching) -> None:
    going = asyncio.create_task(fetching.polling.goes_on())
    await fetching.hearing.begun()
    updates = fetching.api.world.updates
    assert updates._kinds == frozenset(KINDS)  # noqa: SLF001 - what the server was told
    going.cancel()


class Odd:
    """A server that answers each fetch at once with what it was given, whatever is confirmed."""

    def __init__(self, gives: Iterator[Any]) -> None:
        self.gives = gives
        self.asked = 0

    async def get(self, *_asked: Any) -> Any:
        self.asked += 1
        await asyncio.sleep(0)
        return next(self.gives)


@asynccontextmanager
async def fetching_from(
    odd: Odd, fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[asyncio.Task[None]]:
    monkeypatch.setattr(fetching.api.world.updates, "get", odd.get)
    going = asyncio.create_task(fetching.polling.goes_on())
    async with asyncio.timeout(10):
        while odd.asked < 50:  # noqa: ASYNC110 - the server tells nobody
            await asyncio.sleep(0)
    yield going
    going.cancel()


ASKED = {
    "message_id": 1,
    "date": 1_385_121_600,
    "chat": {"id": 7, "type": "private"},
    "from": {"id": 7, "is_bot": False, "first_name": "Ann"},
    "text": "/help",
}
SAME = [{"update_id": 5, "message": ASKED}]


@pytest.mark.parametrize("given", [[], SAME], ids=["nothing", "the same again"])
async def test_a_server_that_never_waits_is_not_asked_without_a_breath(
    given: Any, fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with fetching_from(Odd(repeat(given)), fetching, monkeypatch):
        assert fetching.past >= 45 * BREATH


async def test_between_updates_that_are_new_no_breath_is_taken(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = ([{"update_id": number, "message": ASKED}] for number in range(1, 1000))
    async with fetching_from(Odd(many), fetching, monkeypatch):
        assert fetching.past == 0


@pytest.mark.parametrize(
    "given", [None, 7, "x", {"x": 1}, [None], ["x"], [{}], [{"update_id": ""}]]
)
async def test_what_is_no_list_of_updates_does_not_end_the_bot(
    given: Any, fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with fetching_from(
        Odd(chain(repeat(given, 60), repeat([]))), fetching, monkeypatch
    ) as going:
        assert not going.done()
        assert fetching.past > 5, "nor is it asked again and again"


@pytest.mark.parametrize(("seconds", "is_well"), [(0, True), (60, True), (61, False)])
def test_the_age_of_what_was_heard_last_is_known(seconds: float, *, is_well: bool) -> None:
    past = 0.0
    hearing = Hearing(lambda: past)
    assert (hearing.age, hearing.is_well) == (None, False)
    hearing.heard()
    past += seconds
    assert (hearing.age, hearing.is_well) == (seconds, is_well)
