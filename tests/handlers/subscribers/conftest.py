"""People who subscribe, in private, in a group and in a forum, and the days as they pass."""

from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from bot.delivering import rounds_of
from bot.localapi import LocalApi, Message, Place
from data.clock import SettableClock
from handlers.context import App
from schedules.pace import unhurried
from tests.conversation import Conversation
from tests.schedules.conftest import Evenings

# Friday of the third day: it has not closed yet, two days have.
THIRD_DAY = datetime(2013, 11, 22, 12, tzinfo=UTC)


class Subscriber(Conversation):
    """Somebody whose digests it is about, in one place or another."""

    def at(self, place: Place) -> "Subscriber":
        """Let the same person talk elsewhere."""
        return Subscriber(self.api, self.application, self.person, place)

    async def is_refused(self, label: str, message: Message) -> str:
        """Tap a button, which must change nothing; return what is said over the chat."""
        before = message.content, message.markup, len(self.heard)
        query = self.api.taps(self.person, message, label)
        await self.api.settled(self.application)
        assert (message.content, message.markup, len(self.heard)) == before
        alert = self.api.alerts[query]
        assert alert.show_alert
        return alert.text


@pytest.fixture
def evenings(api: LocalApi, application: App, db: Database, clock: SettableClock) -> Evenings:
    """The session from the third day on."""
    clock.set(THIRD_DAY)
    return Evenings(api, application, db, clock, rounds_of(application, unhurried()))


@pytest.fixture
def ann(evenings: Evenings) -> Subscriber:
    """Ann in her private chat; she administers nothing."""
    api = evenings.api
    person = api.person("Ann")
    return Subscriber(api, evenings.application, person, api.private(person))


@pytest.fixture
def bo(ann: Subscriber) -> Subscriber:
    """Bo in his private chat."""
    person = ann.api.person("Bo")
    return Subscriber(ann.api, ann.application, person, ann.api.private(person))


@pytest.fixture
def group(ann: Subscriber, bo: Subscriber) -> Place:
    """A group of Bo's, in which Ann is a member."""
    return ann.api.supergroup("Team", owner=bo.person, members=[ann.person])


@pytest.fixture
def channel(ann: Subscriber, bo: Subscriber) -> Place:
    """A channel of Bo's, which Ann reads, and where the bot may post."""
    return ann.api.channel("News", owner=bo.person, members=[ann.person])
