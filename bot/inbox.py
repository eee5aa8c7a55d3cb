"""The inbox: what Telegram sent is kept, answered in turn, tried again if need be, and erased."""

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from telegram import Bot, Update
from telegram.error import TelegramError

from bot import logs, patience
from bot.admission import Admission, line_of
from bot.keeping import Keeper
from bot.trouble import Pause, Trouble
from bot.turns import Line, Turns, Waiting
from data.clock import Clock
from handlers.attempts import Attempt

logger = logging.getLogger(__name__)

Json = Mapping[str, Any]
# Beyond that, updates wait at Telegram.
MOST_WAITING: Final = 2_000
# Of those that wait, so many are held in memory; the others are read from the store again.
MOST_AT_HAND: Final = 256


class Inbox:
    """Takes updates as Telegram gives them, and sees each to its answer.

    ``attempts`` holds what is known of each update that waits or is in hand. ``counts`` says how
    many were taken, dropped, answered, put off and given up since the start.
    """

    def __init__(
        self, keeper: Keeper, admission: Admission, clock: Clock, pause: Pause = asyncio.sleep
    ) -> None:
        """Keep updates with ``keeper``; ``pause`` waits before another try."""
        self.turns = Turns(self._opened)
        self.attempts: dict[int, Attempt] = {}
        self.counts: Counter[str] = Counter()
        self._keeper = keeper
        self._admission = admission
        self._clock = clock
        self._pause = pause
        self._trouble = Trouble(sentence="An answer was refused for the moment, and is tried again")
        self._bot: Bot | None = None
        self._at_hand: dict[int, Json] = {}
        self._answered_before: dict[int, int] = {}
        self._arriving: list[Json] = []
        self._storing: asyncio.Task[None] | None = None
        self._pauses: set[asyncio.Task[None]] = set()
        self._came = asyncio.Event()

    def open(self, bot: Bot) -> None:
        """Begin with what an earlier run left; ``bot`` is initialized and knows its name."""
        self._bot = bot
        self._admission.open(bot.id, bot.username)
        self.turns.resume()
        self.attempts.clear()
        self._at_hand.clear()
        for kept in self._keeper.left():
            self.attempts[kept.number] = Attempt(kept.arrived)
            self.turns.put_nowait(Waiting(kept.number, line_of(json.loads(kept.body))))

    def close(self) -> None:
        """Erase what was answered; what was not stays for the next start."""
        for each in self._pauses:
            each.cancel()
        self._keeper.close()

    @property
    def is_kept(self) -> bool:
        """Whether the store takes what comes in."""
        return self._keeper.is_well

    # -- what comes in

    async def take(self, updates: Iterable[Json]) -> None:
        """Take updates, and return as soon as Telegram may forget them.

        That is when they are kept durably, in one commit with all others of the same moment; or
        when they are answered, where the store takes nothing.
        """
        self._arriving.extend(updates)
        if self._storing is None:
            self._storing = asyncio.create_task(self._store())
        await asyncio.shield(self._storing)

    async def has_room(self) -> None:
        """Wait until so few updates wait that more may be fetched."""
        await self._until(lambda: self.turns.qsize() < MOST_WAITING)

    async def _store(self) -> None:
        await asyncio.sleep(0)  # others may arrive at the same moment
        updates, self._arriving, self._storing = self._arriving, [], None
        admitted = self._admission.admitted(updates, self._clock.now())
        self.counts["dropped"] += len(updates) - len(admitted)
        bodies = [(number, json.dumps(each.update)) for number, each in admitted.items()]
        new = self._keeper.keep(bodies) if bodies else []
        mine = [number for number in admitted if number not in self.attempts]
        for number in mine if new is None else new:
            each = admitted[number]
            self.attempts[number] = Attempt(self._clock.now(), too_many=each.too_many)
            if new is None or len(self._at_hand) < MOST_AT_HAND:
                self._at_hand[number] = each.update
            self.counts["taken"] += 1
            self.turns.put_nowait(Waiting(number, each.line))
        if not admitted:
            return
        if new is None or not await self._keeper.flush():
            await self._until(lambda: not self.attempts.keys() & admitted.keys())

    async def _until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            self._came.clear()
            await self._came.wait()

    # -- what is answered

    def _opened(self, waiting: Waiting) -> Update | None:
        """Make the update of what waits; None where it is gone or cannot be read."""
        number = waiting.number
        try:
            update = self._at_hand.get(number) or self._read(number)
            made = Update.de_json(dict(update), self._bot) if update else None
        except Exception as error:  # noqa: BLE001 - whatever it is, the others are answered
            logger.error("Update %d cannot be read: %s", number, logs.told(error))  # noqa: TRY400
            made = None
        if made is None:
            self._forget(number)
        else:
            self.attempts[number].begin(self._clock.now())
        return made

    def _read(self, number: int) -> Json | None:
        kept = self._keeper.get(number)
        return json.loads(kept.body) if kept else None

    def came_back(self, number: int) -> None:
        """Take an update from the handlers' hands: it is answered, or tried again."""
        refused = self.attempts[number].refused
        if refused is None:
            self.counts["answered"] += 1
            self._trouble.passed()
            self._end(number)
        else:
            self._refused(number, refused)

    def _refused(self, number: int, error: TelegramError) -> None:
        attempt, answered = self.attempts[number], self.counts["answered"]
        self._trouble.met(error)
        alone = answered > self._answered_before.setdefault(number, answered)
        if patience.gives_up(attempt, error, self._clock.now(), alone=alone):
            logger.error("Update %d stays without an answer: %s", number, logs.told(error))
            self.counts["given_up"] += 1
            self._end(number)
            return
        self.counts["put_off"] += 1
        line = self.turns.hold(number)
        task = asyncio.create_task(self._go_on(line, patience.pause_before_next(attempt, error)))
        self._pauses.add(task)
        task.add_done_callback(self._pauses.discard)

    async def _go_on(self, line: Line, seconds: float) -> None:
        await self._pause(seconds)
        self.turns.release(line)

    def _end(self, number: int) -> None:
        self._forget(number)
        self.turns.done(number)

    def _forget(self, number: int) -> None:
        self.attempts.pop(number, None)
        self._at_hand.pop(number, None)
        self._answered_before.pop(number, None)
        self._keeper.erase(number)
        self._came.set()
