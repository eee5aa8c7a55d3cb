"""Delivery on the real store and the in-process Bot API, with a clock that is set by hand."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlite_utils import Database

from bot.delivering import rounds_of
from bot.localapi import LocalApi, Message, Place
from data import chats, following, revisions
from data.chat_times import ChatTime
from data.clock import SettableClock
from data.richtext import RichText
from data.store import writing
from handlers.context import App
from schedules.pace import unhurried
from schedules.rounds import Rounds

AMSTERDAM = "Europe/Amsterdam"
SESSION = "asp12"


@dataclass
class Evenings:
    """The days of the session as they pass, and what chats get."""

    api: LocalApi
    application: App
    db: Database
    clock: SettableClock
    rounds: Rounds

    async def comes(self, moment: str) -> None:
        """Let it be ``moment``, in UTC, and all that is due then be done."""
        self.clock.set(datetime.fromisoformat(moment).replace(tzinfo=UTC))
        await self.rounds.settle()

    async def passes(self, **time_: float) -> None:
        """Let some time pass, and all that is due then be done."""
        self.clock.tick(timedelta(**time_))
        await self.rounds.settle()

    def restarts(self) -> None:
        """Begin anew with nothing but the store, as after a crash."""
        self.rounds = rounds_of(self.application, unhurried())
        self.rounds.begin()

    def person(self, name: str = "Ann", hour: str = "19:00", zone: str = AMSTERDAM) -> Place:
        """Return the private chat of somebody who subscribed."""
        return self.subscribed(self.api.private(self.api.person(name), started=True), hour, zone)

    def subscribed(self, place: Place, hour: str = "19:00", zone: str = AMSTERDAM) -> Place:
        """Subscribe a place."""
        kind: chats.Kind = "private" if place.chat.type == "private" else "group"
        chats.choose_place(self.db, place.chat.id, kind, place.thread_id)
        when = ChatTime(time.fromisoformat(hour), zone)
        following.subscribe(self.db, place.chat.id, SESSION, when, self.clock.now())
        return place

    def unwritten(self, *numbers: int) -> None:
        """Let the summaries of some days be not written."""
        for number in numbers:
            self.db.table("summaries").delete_where("day = ?", [number])
            self.db.table("revisions").delete_where("day = ?", [number])

    def publish(self, day: int, text: str, act: revisions.Act = "published") -> None:
        """Publish a day's summary, or correct it."""
        with writing(self.db):
            revisions.add(
                self.db,
                session=SESSION,
                day=day,
                language="en",
                act=act,
                text=RichText(text) if text else None,
                author=1,
                made=self.clock.now(),
            )

    def got(self, place: Place) -> list[str]:
        """Return the first lines of what stands in a chat, in order."""
        return [each.content.splitlines()[0] for each in self.sent(place)]

    def days(self, place: Place) -> list[int]:
        """Return the days whose digests stand in a chat, in order."""
        lines = (each.split(" · ") for each in self.got(place))
        return [
            int(parts[1].split()[1])
            for parts in lines
            if len(parts) > 2 and parts[1].startswith("Day ")
        ]

    def sent(self, place: Place) -> list[Message]:
        """Return what the bot sent to a chat and still stands there."""
        return self.api.sent(place)


@pytest.fixture
def evenings(api: LocalApi, application: App, db: Database, clock: SettableClock) -> Evenings:
    """The session from the evening before it begins."""
    clock.set(datetime(2013, 11, 19, 20, tzinfo=UTC))
    return Evenings(api, application, db, clock, rounds_of(application, unhurried()))
