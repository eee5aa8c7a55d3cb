"""One account of everything that the bot sends, by Telegram's limits.

About 30 messages a second in all, one a second to a person, 20 a minute to a group
(https://core.telegram.org/bots/faq#broadcasting-to-users). A reply is put on the account and
never waits for it; digests take what replies leave. Only a flood limit that Telegram names makes
a reply wait.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from schedules.halts import Halts
from schedules.recent import Recent
from schedules.window import Window

# Set while a digest is sent, which is on the account already.
DELIVERING: Final[ContextVar[bool]] = ContextVar("DELIVERING", default=False)

PERSON_SECONDS: Final = 1.0
GROUP_SECONDS: Final = 3.0
OVERALL: Final = 30
# So far behind its time a digest may leave without moving those that follow.
MADE_UP: Final = 0.3
HELD_UP: Final = 0.02


class Pace:
    """When the next message may leave; all times are seconds of a clock that never jumps."""

    def __init__(
        self,
        rate: float,
        *,
        person: float = PERSON_SECONDS,
        group: float = GROUP_SECONDS,
        overall: int = OVERALL,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Let ``rate`` digests leave in a second, evenly, and ``overall`` messages arrive in one.

        ``person`` and ``group`` are seconds between two to the same chat. A higher ``rate`` is
        one that Telegram allows, and raises ``overall``.
        """
        self._between = 1 / rate
        self._now = now
        self._slot = 0.0
        self._persons, self._groups = Recent(person, now), Recent(group, now)
        self._halts = Halts(now)
        self._every = Window(max(overall, int(rate)), now)
        self._digests = Window(max(int(rate), min(int(rate) + 1, overall)), now)

    def wait(self) -> float:
        """Return how many seconds the next digest waits, whatever its chat."""
        return max(
            0.0,
            self._slot - self._now(),
            self._halts.wait(),
            self._every.wait(HELD_UP),
            self._digests.wait(HELD_UP),
        )

    def wait_in(self, chat: int) -> float:
        """Return how many seconds a digest waits for its chat alone."""
        return max(self._recent(chat).wait(chat), self._halts.wait_in(chat))

    def take(self, chat: int) -> None:
        """Put a digest to ``chat`` on the account, which is ``under_way`` next.

        What leaves late does not move the slots behind it, so that the rate is reached in spite
        of timers that are never early; how many arrive in a second is seen to by the windows.
        """
        self._slot = max(self._slot, self._now() - MADE_UP) + self._between
        self._digests.leaves()
        self._every.leaves()
        self._recent(chat).note(chat)

    @contextmanager
    def under_way(self, chat: int) -> Iterator[None]:
        """Keep count of a digest that was put on the account, from its start to its answer."""
        began, taken = self._now(), False
        try:
            yield
            taken = True
        finally:
            self._digests.lands(began, taken=taken)
            self._lands(chat, began, taken=taken)

    @contextmanager
    def reply(self, chat: int) -> Iterator[None]:
        """Put a reply to ``chat`` on the account, from its start to its answer."""
        began, taken = self._now(), False
        self._every.leaves()
        self._recent(chat).note(chat)
        try:
            yield
            taken = True
        finally:
            self._lands(chat, began, taken=taken)

    def _lands(self, chat: int, began: float, *, taken: bool) -> None:
        self._every.lands(began, taken=taken)
        self._recent(chat).note(chat, self._every.least)
        if taken:
            self._halts.passed(began)

    async def turn(self, chat: int) -> None:
        """Wait until a digest to ``chat`` may leave, and put it on the account."""
        while seconds := max(self.wait(), self.wait_in(chat)):  # noqa: ASYNC110 - a clock, no event
            await asyncio.sleep(seconds)
        self.take(chat)

    def rests(self, seconds: float) -> None:
        """Let no digest leave for so long: what left before this process did is not known.

        Each chat waits as if it had just got something, which is longer for a group.
        """
        self._slot = max(self._slot, self._now() + seconds)
        self._persons.rests()
        self._groups.rests()

    def halt(self, chat: int, seconds: float) -> None:
        """Take note of a flood limit that Telegram named for a message to ``chat``."""
        self._halts.add(chat, seconds)

    def wait_for_reply(self, chat: int) -> float:
        """Return how many seconds a reply waits: only for a flood limit that Telegram named."""
        return max(self._halts.wait(), self._halts.wait_in(chat))

    def _recent(self, chat: int) -> Recent:
        return self._persons if chat > 0 else self._groups


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
