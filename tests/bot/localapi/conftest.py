"""A server, Ann, and a bot that polls it: what the tests of the local Bot API share."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from telegram import Bot
from telegram.ext import Application

from bot.localapi import Account, LocalApi, Place

App = Application[Any, Any, Any, Any, Any, Any]


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
def place(api: LocalApi, ann: Account) -> Place:
    return api.private(ann, started=True)


@pytest_asyncio.fixture
async def bot(api: LocalApi) -> AsyncIterator[Bot]:
    async with Bot("1:A", request=api, get_updates_request=api) as real:
        yield real


@pytest.fixture
def application(api: LocalApi) -> App:
    """The real thing, not yet running."""
    return Application.builder().token("1:A").request(api).get_updates_request(api).build()
