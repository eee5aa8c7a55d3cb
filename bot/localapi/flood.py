"""Telegram's flood limits, as far as they are published: by the second and by the minute."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.localapi.faults import Fault

_SECOND, _MINUTE = timedelta(seconds=1), timedelta(minutes=1)
_SENDING = ("send", "copy", "forward")
_FREE = frozenset({"sendchataction"})


@dataclass(slots=True)
class _Window:
    """At most ``most`` within ``span``."""

    most: int
    span: timedelta
    moments: deque[datetime] = field(default_factory=deque)

    def wait(self, now: datetime) -> timedelta:
        while self.moments and now - self.moments[0] >= self.span:
            self.moments.popleft()
        if len(self.moments) < self.most:
            return timedelta(0)
        return self.moments[0] + self.span - now


class FloodLimits:
    """Counts what is sent: overall, in each chat, in each group."""

    def __init__(
        self, now: Callable[[], datetime], overall: int, per_chat: int, per_group: int
    ) -> None:
        self._now = now
        self._overall = _Window(overall, _SECOND)
        self._per_chat, self._per_group = per_chat, per_group
        self._chats: dict[str, list[_Window]] = {}

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The 429 that a call meets, or ``None`` where it is let through and counted."""
        name = method.lower()
        if not name.startswith(_SENDING) or name in _FREE:
            return None
        now, windows = self._now(), [self._overall, *self._windows(str(chat_id))]
        wait = max(window.wait(now) for window in windows)
        if wait > timedelta(0):
            return Fault.flood(math.ceil(wait.total_seconds()))
        for window in windows:
            window.moments.append(now)
        return None

    def _windows(self, chat_id: str) -> list[_Window]:
        if chat_id not in self._chats:
            windows = [_Window(self._per_chat, _SECOND)]
            if chat_id.startswith(("-", "@")):
                windows.append(_Window(self._per_group, _MINUTE))
            self._chats[chat_id] = windows
        return self._chats[chat_id]
