"""Editors at work: an owner, two editors, followers, and delivery by hand."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlite_utils import Database

from bot.delivering import rounds_of
from bot.localapi import LocalApi, Message, Place
from data import chats, following, roles
from data.chat_times import ChatTime
from data.clock import SettableClock
from handlers.context import App
from schedules.pace import unhurried
from schedules.rounds import Rounds
from tests.conversation import Conversation

SESSION = "asp12"
AFTER_DAY_3 = datetime(2013, 11, 22, 17, 30, tzinfo=UTC)  # 18:30 at the venue


@dataclass
class Desk:
    """The editors' side of the bot on an evening of the session."""

    api: LocalApi
    application: App
    db: Database
    clock: SettableClock
    rounds: Rounds

    def conversation(self, name: str) -> Conversation:
        """Return the private chat of somebody of that name."""
        person = self.api.person(name)
        return Conversation(self.api, self.application, person, self.api.private(person))

    def editor(self, name: str) -> Conversation:
        """Return the private chat of somebody who is an editor."""
        talk = self.conversation(name)
        roles.keep_name(self.db, talk.person.id, name)
        roles.appoint(self.db, talk.person.id, 1, self.clock.now())
        return talk

    def owner(self, name: str) -> Conversation:
        """Return the private chat of an owner."""
        talk = self.conversation(name)
        owners = self.application.bot_data.owners
        self.application.bot_data.owners = owners | {talk.person.id}
        return talk

    def follower(self, name: str = "Cas", hour: str = "19:00") -> Place:
        """Return the private chat of somebody who gets digests at an hour in Amsterdam."""
        place = self.api.private(self.api.person(name), started=True)
        chats.choose_place(self.db, place.chat.id, "private", None)
        when = ChatTime(time.fromisoformat(hour), "Europe/Amsterdam")
        before = datetime(2013, 11, 19, 20, tzinfo=UTC)
        following.subscribe(self.db, place.chat.id, SESSION, when, before)
        return place

    async def passes(self, **time_: float) -> None:
        """Let some time pass, and all that is due then be done."""
        self.clock.tick(timedelta(**time_))
        await self.rounds.settle()

    def restarts(self) -> None:
        """Begin anew with nothing but the store, as after a crash."""
        self.rounds = rounds_of(self.application, unhurried())
        self.rounds.begin()

    def unwritten(self, *numbers: int) -> None:
        """Let the summaries of some days be not written."""
        for number in numbers:
            self.db.table("summaries").delete_where("day = ?", [number])
            self.db.table("revisions").delete_where("day = ?", [number])

    def sent(self, place: Place) -> list[Message]:
        """Return what the bot sent to a chat and still stands there."""
        return self.api.sent(place)


@pytest.fixture
def desk(api: LocalApi, application: App, db: Database, clock: SettableClock) -> Desk:
    """The evening of the third day, whose summary is not written."""
    clock.set(AFTER_DAY_3)
    made = Desk(api, application, db, clock, rounds_of(application, unhurried()))
    made.unwritten(3, 4, 5, 6, 7, 8)
    # Nobody is to be reminded in the middle of a test.
    made.db.execute("insert into reminded (session, day) values (?, 3)", [SESSION])
    return made


@pytest.fixture
def amina(desk: Desk) -> Conversation:
    """Amina, an editor."""
    return desk.editor("Amina")


@pytest.fixture
def bo(desk: Desk) -> Conversation:
    """Bo, another editor."""
    return desk.editor("Bo")
