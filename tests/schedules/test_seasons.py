"""Whole sessions with everything that happens to phones, networks, servers and clocks."""

import random
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.localapi import Fault, Place
from data import days, due, following, outbox, reckoning, session, subscriptions
from data.chat_times import ChatTime
from tests.schedules.conftest import SESSION, Evenings

ZONES = (
    "Europe/Amsterdam",
    "Africa/Nairobi",
    "America/New_York",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Pacific/Auckland",
    "America/Bogota",
    "Europe/London",
    "Africa/Lagos",
    "Asia/Kabul",
    "America/Sao_Paulo",
    "UTC-09:30",
)
END = datetime(2013, 12, 4, tzinfo=UTC)


class Season:
    """A session that passes in random steps, with a mishap at each; all follow from the seed."""

    def __init__(self, evenings: Evenings, seed: int) -> None:
        """Let some chats of all zones be subscribed, and some days not be written."""
        self.evenings = evenings
        self.random = random.Random(seed)  # noqa: S311 - a game of chance
        self.late: set[int] = set()  # given up before they were written
        self.unwritten = sorted(self.random.sample(range(1, 9), 3))
        evenings.unwritten(*self.unwritten)
        self.chats = [
            evenings.person(f"P{number}", self.hour(), zone)
            for number, zone in enumerate(ZONES * 2)
        ]
        self.happenings: tuple[Callable[[Place], None], ...] = (
            self.fails,
            self.fails,
            self.blocks,
            self.changes_time,
            self.restarts,
            self.publishes,
            self.corrects,
        )

    def hour(self) -> str:
        return f"{self.random.randrange(24):02}:{self.random.randrange(60):02}"

    async def passes(self) -> None:
        """Let the session pass, and then all that is left over be done."""
        while self.evenings.clock.now() < END:
            self.random.choice(self.happenings)(self.random.choice(self.chats))
            await self.evenings.passes(minutes=self.random.randrange(1, 300))
        self.evenings.api.recover()
        for chat in self.chats:
            self.comes_back(chat)
        while self.unwritten:
            self.publishes(self.chats[0])
        for _ in range(12):
            await self.evenings.passes(hours=2)

    def fails(self, chat: Place) -> None:
        faults = (Fault.flood(self.random.randrange(1, 90)), Fault(), Fault.cut(), Fault.garbage())
        method = self.random.choice(("sendMessage", "editMessageText", "deleteMessage"))
        times = self.random.randrange(1, 5)
        self.evenings.api.fail(self.random.choice(faults), method, times, chat_id=chat.chat.id)

    def blocks(self, chat: Place) -> None:
        person = self.evenings.api.world.people[chat.chat.id]
        if chat.chat.blocked:
            self.comes_back(chat)
        else:
            self.evenings.api.block(person)

    def comes_back(self, chat: Place) -> None:
        self.evenings.api.unblock(self.evenings.api.world.people[chat.chat.id])
        following.come_back(self.evenings.db, chat.chat.id, self.evenings.clock.now())

    def changes_time(self, chat: Place) -> None:
        hour = datetime.strptime(self.hour(), "%H:%M").time()  # noqa: DTZ007 - an hour alone
        when = ChatTime(hour, self.random.choice(ZONES))
        following.change_time(self.evenings.db, chat.chat.id, when, self.evenings.clock.now())

    def restarts(self, _chat: Place) -> None:
        self.evenings.restarts()

    def publishes(self, _chat: Place) -> None:
        if not self.unwritten:
            return
        day = self.unwritten.pop(0)
        self.evenings.publish(day, "Written late.")
        every = days.every(self.evenings.db, SESSION)
        held = session.get(self.evenings.db, SESSION)
        assert held is not None
        if due.waited_for_until(held, every, every[day - 1]) <= self.evenings.clock.now():
            self.late.add(day)

    def corrects(self, _chat: Place) -> None:
        written = [day for day in range(1, 9) if day not in self.unwritten]
        text = f"Corrected {self.random.random()}."
        self.evenings.publish(self.random.choice(written), text, "corrected")

    def offered(self, chat: Place) -> list[int]:
        return [
            int(label.split()[1])
            for message in self.evenings.sent(chat)
            if "Days you have not had yet" in message.content
            for row in message.labels
            for label in row
        ]


@pytest.mark.parametrize("seed", range(2))
async def test_whatever_happens_each_chat_gets_each_day_once_and_in_order(
    evenings: Evenings, seed: int
) -> None:
    season = Season(evenings, seed)
    await season.passes()
    for chat in season.chats:
        got, offered = evenings.days(chat), season.offered(chat)
        subscription = subscriptions.get(evenings.db, chat.chat.id, SESSION)
        assert subscription is not None
        assert sorted(got + offered) == list(range(subscription.first_day, 9)), chat
        in_time = [day for day in got if day not in season.late]
        assert in_time == sorted(in_time)
        assert not [line for line in evenings.got(chat) if "not written yet" in line]
    assert outbox.count(evenings.db) == 0
    held = session.get(evenings.db, SESSION)
    assert held
    for day in days.every(evenings.db, SESSION):
        assert reckoning.of_day(evenings.db, held, day, evenings.clock.now()).is_right
    assert not evenings.api.violations
