"""The real application on the in-process Bot API, with the session that ships and a set clock."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.application import build
from bot.localapi import LocalApi
from bot.polling import polled
from data import content
from data.clock import SettableClock
from data.store import open_store
from handlers.context import App
from tests.conversation import Conversation

AFTER_THE_SESSION = datetime(2014, 1, 15, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sessions that ship, made once; ``db`` is a copy of it."""
    path = tmp_path_factory.mktemp("library") / "library.db"
    db = open_store(path)
    content.load_shipped(db)
    db.conn.execute("pragma wal_checkpoint(truncate)")
    db.close()
    return path


@pytest.fixture
def db(library: Path, tmp_path: Path) -> Iterator[Database]:
    """A store of the test's own with the session that ships."""
    copied = tmp_path / "aspbot.db"
    copied.write_bytes(library.read_bytes())
    with open_store(copied) as opened:
        yield opened


@pytest.fixture
def clock() -> SettableClock:
    """A clock that stands some weeks after the session."""
    return SettableClock(AFTER_THE_SESSION)


@pytest.fixture
def api(clock: SettableClock) -> LocalApi:
    """What stands for Telegram."""
    return LocalApi(now=clock.now, username="asp_bot")


@pytest.fixture
async def application(api: LocalApi, db: Database, clock: SettableClock) -> AsyncIterator[App]:
    """The real application, polling the in-process Bot API."""
    application = build(request=api, db=db, clock=clock)
    async with polled(application):
        yield application


@pytest.fixture
def ann(api: LocalApi, application: App) -> Conversation:
    """Ann, a follower, in her private chat."""
    person = api.person("Ann")
    return Conversation(api, application, person, api.private(person))


@pytest.fixture
def team(api: LocalApi, application: App, ann: Conversation) -> Conversation:
    """Ann in her team's group, where Bo administers."""
    administrator = api.person("Bo")
    group = api.supergroup("Team", members=[ann.person], administrators=[administrator])
    return Conversation(api, application, ann.person, group)
