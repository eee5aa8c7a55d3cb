"""One account of everything that the bot sends, by Telegram's limits.

About 30 messages a second in all, one a second to a person, 20 a minute to a group
(https://core.telegram.org/bots/faq#broadcasting-to-users). A reply is put on the account and
never waits for it; digests take what replies leave. Only a flood limit that Telegram names makes
a reply wait.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

# Set while a digest is sent, which is on the account already.
DELIVERING: Final[ContextVar[bool]] = ContextVar("DELIVERING", default=False)

PERSON_SECONDS: Final = 1.0
GROUP_SECONDS: Final = 3.0
REMEMBERED: Final = 5_000
SEEN: Final = 30
SLOWEST: Final = 0.3
HELD_UP: Final = 0.02
# Flood limits in two chats within so many seconds are taken for one on the whole bot.
TOGETHER: Final = 5.0


class Pace:
    """When the next message may leave; all times are seconds of a clock that never jumps."""

    def __init__(
        self,
        rate: float,
        *,
        person: float = PERSON_SECONDS,
        group: float = GROUP_SECONDS,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Let ``rate`` messages leave in a second, evenly; ``person`` and ``group`` are seconds
        between two to the same chat.
        """  # noqa: D205 - one sentence
        self._between = 1 / rate
        self._person = person
        self._group = group
        self._now = now
        self._slot = 0.0
        self._chats: dict[int, float] = {}
        self._halted: dict[int, float] = {}
        self._all_halted = 0.0
        self._last_halt: tuple[int, float] = (0, -TOGETHER)
        self._rate = rate
        self._under_way = 0
        self._landed: deque[float] = deque()
        self._took: deque[float] = deque(maxlen=SEEN)

    def wait(self) -> float:
        """Return how many seconds the next digest waits, whatever its chat."""
        now = self._now()
        return max(0.0, self._slot - now, self._all_halted - now, self._crowded(now))

    def _crowded(self, now: float) -> float:
        """Wait where calls are held up on their way, or they would arrive many at once.

        At an even pace, those under way or answered within the last second are as many as leave
        in a second and in the time that a call takes; more of them means that some are late.
        """
        while self._landed and self._landed[0] <= now - 1:
            self._landed.popleft()
        known = len(self._took) == SEEN
        usual = self._rate * (1 + (min(*self._took, SLOWEST) if known else 0.0)) + 1
        if self._under_way + len(self._landed) < usual:
            return 0.0
        return self._landed[0] + 1 - now if self._landed else HELD_UP

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Keep count of a digest's call, from its start to its answer."""
        began = self._now()
        self._under_way += 1
        try:
            yield
        finally:
            now = self._now()
            self._under_way -= 1
            self._landed.append(now)
            self._took.append(now - began)

    def wait_in(self, chat: int) -> float:
        """Return how many seconds a digest waits for its chat alone."""
        now = self._now()
        return max(0.0, self._chats.get(chat, 0.0) - now, self._halted.get(chat, 0.0) - now)

    def take(self, chat: int) -> None:
        """Put a message to ``chat`` on the account.

        A digest that leaves late by less than a slot does not move the slots behind it, so that
        the rate is reached in spite of timers that are never early.
        """
        now = self._now()
        late = now - self._slot
        self._slot = self._slot if 0 <= late < self._between else max(now, self._slot)
        self._slot += self._between
        self._chats[chat] = now + (self._person if chat > 0 else self._group)
        if len(self._chats) > REMEMBERED:
            self._chats = {each: at for each, at in self._chats.items() if at > now}

    async def turn(self, chat: int) -> None:
        """Wait until a message to ``chat`` may leave, and put it on the account."""
        while seconds := max(self.wait(), self.wait_in(chat)):  # noqa: ASYNC110 - a clock, no event
            await asyncio.sleep(seconds)
        self.take(chat)

    def halt(self, chat: int, seconds: float) -> None:
        """Take note of a flood limit that Telegram named for a message to ``chat``."""
        now = self._now()
        other, at = self._last_halt
        if other != chat and now - at < TOGETHER:
            self._all_halted = max(self._all_halted, now + seconds)
        self._halted = {each: until for each, until in self._halted.items() if until > now}
        self._halted[chat] = max(self._halted.get(chat, 0.0), now + seconds)
        self._last_halt = (chat, now)

    def wait_for_reply(self, chat: int) -> float:
        """Return how many seconds a reply waits: only for a flood limit that Telegram named."""
        now = self._now()
        return max(0.0, self._halted.get(chat, 0.0) - now, self._all_halted - now)


class Unlimited(Pace):
    """No limits at all, for a Bot API in this process, whose clock may be set by hand."""

    def wait(self) -> float:
        """Return no time."""
        return 0.0

    def wait_in(self, chat: int) -> float:
        """Return no time."""
        del chat
        return 0.0

    def halt(self, chat: int, seconds: float) -> None:
        """Pass over it: what met the limit waits in the outbox, by the clock that is set."""


def unhurried() -> Pace:
    """Return a pace without limits."""
    return Unlimited(1.0)
