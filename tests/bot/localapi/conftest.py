"""A server of one's own, and a bot that talks to it: what the tests of the local Bot API share."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from telegram import Bot
from telegram.error import TelegramError
from telegram.ext import Application

from bot.localapi import Account, ApiError, LocalApi, Place

os.environ.setdefault("PTB_TIMEDELTA", "true")  # as the program itself does

App = Application[Any, Any, Any, Any, Any, Any]
Refusal = Callable[[Awaitable[Any]], Awaitable[str]]


class Clock:
    """Time that stands until it is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2013, 11, 22, 17, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def tick(self, **span: float) -> None:
        """Move on by a ``timedelta``'s arguments."""
        self.moment += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def api(clock: Clock) -> LocalApi:
    return LocalApi(now=clock)


@pytest.fixture
def ann(api: LocalApi) -> Account:
    return api.person("Ann", username="ann")


@pytest.fixture
def bo(api: LocalApi) -> Account:
    return api.person("Bo")


@pytest.fixture
def place(api: LocalApi, ann: Account) -> Place:
    return api.private(ann, started=True)


@pytest.fixture
def team(api: LocalApi, ann: Account, bo: Account) -> Place:
    """A supergroup of Bo's, in which Ann and the bot are members."""
    return api.supergroup("Team", owner=bo, members=[ann])


@pytest.fixture
def administered(api: LocalApi, team: Place, bo: Account) -> Place:
    """The same supergroup, in which the bot is an administrator."""
    api.promote_bot(team, bo)
    return team


@pytest.fixture
def channel(api: LocalApi, bo: Account) -> Place:
    """A channel of Bo's, which the bot administers."""
    return api.channel("Channel", owner=bo)


@pytest.fixture
def forum(api: LocalApi, ann: Account, bo: Account) -> Place:
    """A forum of Bo's with the topic News."""
    return api.forum("Forum", ["News"], owner=bo, members=[ann])


@pytest_asyncio.fixture
async def bot(api: LocalApi) -> AsyncIterator[Bot]:
    async with Bot("1:A", request=api, get_updates_request=api) as real:
        yield real


@pytest.fixture
def refusal(api: LocalApi) -> Refusal:
    """Await a call that the server refuses, and return its words."""

    async def told(call: Awaitable[Any]) -> str:
        with pytest.raises(TelegramError):
            await call
        error = api.calls[-1].result_or_error
        assert isinstance(error, ApiError)
        return f"{error.code} {error.description}"

    return told


@pytest.fixture
def application(api: LocalApi) -> App:
    """The real thing, not yet running."""
    return Application.builder().token("1:A").request(api).get_updates_request(api).build()
