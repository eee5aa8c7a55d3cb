"""Delivery as a whole: plan, open, send, correct, round after round, until nothing is due."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final

from sqlite_utils import Database
from telegram import Bot

from data import deliveries, outbox, store
from data.clock import Clock
from schedules.broadcasting import Broadcaster
from schedules.checkpoints import Breaths
from schedules.correcting import Corrector
from schedules.flights import Flights
from schedules.lapses import Lapses
from schedules.newest import Newest
from schedules.offering import Offerer
from schedules.opening import Opener
from schedules.pace import Pace
from schedules.planning import Planner
from schedules.reminding import Readers, Reminder
from schedules.sending import Sender
from schedules.voice import Voice
from schedules.waking import Waker

logger = logging.getLogger(__name__)

AHEAD: Final = 60  # so many messages stand in the outbox during a broadcast
MADE: Final = 20  # so many of them are made at once, while answers wait to be recorded
IN_A_ROW: Final = 3
TURN: Final = 0.5
PLANNING: Final = 0.25
DISK_PAUSE: Final = 2.0


class Rounds:
    """Delivers what is due. The store is the truth: a start after a crash goes on from it."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        bot: Callable[[], Bot],
        db: Database,
        clock: Clock,
        pace: Pace,
        voice: Voice,
        readers: Readers,
    ) -> None:
        """Deliver through ``bot()``, at ``pace``, in the words of ``voice``.

        ``readers`` are the private chats of those who are reminded of what is not written.
        """
        self._db = db
        self._clock = clock
        self._pace = pace
        self._one_at_a_time = asyncio.Lock()
        self._flights = Flights()
        self._lapses = Lapses(db)
        self._planner = Planner(db)
        self._planning: Iterator[None] | None = None
        self._breaths = Breaths(db)
        self._opener = Opener(db, voice)
        self._offerer = Offerer(db, voice)
        self._reminder = Reminder(db, voice, readers)
        self._broadcaster = Broadcaster(db)
        self._sender = Sender(bot, db, clock, pace, self._flights)
        self._corrector = Corrector(bot, db, clock, pace, self._flights, voice)

    def begin(self) -> None:
        """Take up what a crash left on its way: Telegram may have it, and is sent it again."""
        if number := outbox.recover(self._db):
            logger.warning("%d messages were on their way at the last end, and are sent", number)

    async def goes_on(self, waker: Waker) -> None:
        """Deliver until cancelled, whenever ``waker`` rings or something falls due."""
        self._pace.rests(1.0)
        begun = waits = False
        while True:
            try:
                if not begun:
                    self.begin()
                    begun = True
                following = await self.settle()
            except sqlite3.OperationalError as error:  # a full or locked disk: what is due waits
                if not waits:
                    logger.error("Delivery waits: %s", error)  # noqa: TRY400 - no fault of ours
                waits = True
                await asyncio.sleep(DISK_PAUSE)
                continue
            if waits:
                logger.info("Delivery goes on again")
                waits = False
            await waker.rung(following)

    async def settle(self) -> datetime | None:
        """Do all that is due now; return when something falls due next, None if nothing does."""
        async with self._one_at_a_time:
            return await self._settle()

    async def _settle(self) -> datetime | None:
        while True:
            store.expect_free(self._db)
            now = self._clock.now()
            for _ in self._lapses.slices(now):
                await self._breaths.take()
            planned = await self._plans(now)
            moved = self._moves_on(now)
            busy = await self._keeps_sending()
            if planned and not moved and not busy and self._corrector.is_through():
                return self._next(now)

    async def _plans(self, now: datetime) -> bool:
        """Plan for a while; return whether all is planned that was due when this began.

        What is planned by then leaves before the rest is planned.
        """
        loop = asyncio.get_running_loop()
        until = loop.time() + PLANNING
        if self._planning is None:
            self._planning = self._planner.slices(now)
        for _ in self._planning:
            await self._breaths.take()
            if loop.time() >= until:
                return False
        self._planning = None
        return True

    async def _keeps_sending(self) -> bool:
        """Send for half a second, or until nothing may leave; return whether there was anything."""
        loop = asyncio.get_running_loop()
        until = loop.time() + TURN
        busy = False
        self._sender.look()
        self._corrector.look()
        while True:
            started = self._sender.start_some(IN_A_ROW)
            started += self._corrector.start_some(IN_A_ROW - started)
            wait = _first(self._sender.wait(), self._corrector.wait())
            busy = busy or bool(started or self._flights) or wait is not None
            if wait is None:
                if not started:
                    await self._flights.landed()
                return busy
            if loop.time() >= until:
                return True
            wait = min(wait, TURN)  # somebody may ring, or the clock jump, while a chat is halted
            if not wait:
                await asyncio.sleep(0)
            elif self._flights:
                await self._flights.landed(TURN if self._flights.full else wait)
            else:
                await asyncio.sleep(wait)

    async def close(self, seconds: float) -> None:
        """Give what is on its way so many seconds to come to its end, and be recorded."""
        await self._flights.all_landed(seconds)

    def _moves_on(self, now: datetime) -> int:
        moved = self._opener.wake_some(now, AHEAD) + self._opener.reopen_some(now)
        moved += self._reminder.remind_some(now)
        makers = (
            self._opener.bundle_some,
            self._opener.open_some,
            self._broadcaster.prepare_some,
            self._offerer.offer_some,
        )
        room = min(MADE, AHEAD - outbox.count(self._db))
        for make in makers:
            if room > 0:
                made = make(now, room)
                moved, room = moved + made, room - made
        return moved

    def _next(self, now: datetime) -> datetime | None:
        found = (
            self._planner.next_due(),
            outbox.next_try(self._db),
            deliveries.next_edit(self._db, now),
            Newest(self._db, now).next_out(),
            self._opener.next_given_up(now),
            self._reminder.following(now),
            self._broadcaster.next_out(now),
        )
        return min((each for each in found if each), default=None)


def _first(*waits: float | None) -> float | None:
    return min((each for each in waits if each is not None), default=None)
