"""Flood limits that Telegram named: in a chat, or in all where it seems to be about the bot."""

from collections.abc import Callable
from heapq import heappop, heappush
from typing import Final

# Flood limits in two chats within so many seconds, with nothing taken in between, are taken for
# one on the whole bot. Telegram does not say which it is.
TOGETHER: Final = 5.0


class Halts:
    """Until when nothing may be sent; times are seconds of ``now``."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Begin without any."""
        self._now = now
        self._chats: dict[int, float] = {}
        self._ends: list[tuple[float, int]] = []
        self._everywhere = 0.0
        self._last: tuple[int, float] | None = None

    def __len__(self) -> int:
        """Return how many chats are remembered."""
        return len(self._chats)

    def wait(self) -> float:
        """Return how many seconds nothing at all may be sent."""
        return max(0.0, self._everywhere - self._now())

    def wait_in(self, chat: int) -> float:
        """Return how many seconds nothing may be sent to a chat, on its own account."""
        return max(0.0, self._chats.get(chat, 0.0) - self._now())

    def add(self, chat: int, seconds: float) -> None:
        """Take note of a limit that was named for a message to ``chat``."""
        now = self._now()
        until = now + seconds
        if self._last and self._last[0] != chat and now - self._last[1] < TOGETHER:
            self._everywhere = max(self._everywhere, until)
        self._last = (chat, now)
        self._forgets(now)
        if until > self._chats.get(chat, 0.0):
            self._chats[chat] = until
            heappush(self._ends, (until, chat))

    def passed(self, began: float) -> None:
        """Take note that a call begun at ``began`` was taken: the last limit was of its chat."""
        if self._last and began > self._last[1]:
            self._last = None

    def _forgets(self, now: float) -> None:
        while self._ends and self._ends[0][0] <= now:
            _, chat = heappop(self._ends)
            if self._chats.get(chat, now + 1) <= now:
                del self._chats[chat]
