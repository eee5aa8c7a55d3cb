"""What is on its way to Telegram: at most one call in each chat, and so many at once."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, Final

from schedules.pace import DELIVERING

logger = logging.getLogger(__name__)

AT_ONCE: Final = 40


class Flights:
    """Calls under way, by chat; ``error`` is what ended one of them that must end all."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        """Keep ``at_once`` calls under way at the most."""
        self._at_once = at_once
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self.error: BaseException | None = None

    def __contains__(self, chat: int) -> bool:
        """Tell whether a call to a chat is under way."""
        return chat in self._tasks

    def __len__(self) -> int:
        """Return how many calls are under way."""
        return len(self._tasks)

    @property
    def full(self) -> bool:
        """Whether no further call may start now."""
        return len(self._tasks) >= self._at_once

    def start(self, chat: int, call: Coroutine[Any, Any, None]) -> None:
        """Start a call to a chat to which none is under way."""
        task = asyncio.create_task(_delivering(call))
        self._tasks[chat] = task
        task.add_done_callback(lambda ended: self._end(chat, ended))

    async def landed(self, timeout: float | None = None) -> None:  # noqa: ASYNC109 - of asyncio.wait
        """Wait until one of the calls under way has come to its end, or for so many seconds.

        Raises what ended a call that should not have ended so.
        """
        if self._tasks:
            await asyncio.wait(
                set(self._tasks.values()), timeout=timeout, return_when=asyncio.FIRST_COMPLETED
            )
        error, self.error = self.error, None
        if error is not None:
            raise error

    async def all_landed(self, timeout: float) -> None:  # noqa: ASYNC109 - of asyncio.wait
        """Wait until no call is under way, or for so many seconds."""
        if self._tasks:
            await asyncio.wait(set(self._tasks.values()), timeout=timeout)

    def _end(self, chat: int, task: asyncio.Task[None]) -> None:
        self._tasks.pop(chat, None)
        if not task.cancelled() and (error := task.exception()):
            self.error = self.error or error


async def _delivering(call: Coroutine[Any, Any, None]) -> None:
    DELIVERING.set(True)
    await call
