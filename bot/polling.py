"""Long polling: asks Telegram for updates, and hands them to the inbox.

The library's own ``Updater`` would do the same, but for four things: it confirms what is not
durable yet, a token that is revoked ends it silently, a pause of its own cannot be cut short by a
stop, and each failure is a traceback in the log.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, Final

from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot import shape
from bot.hearing import Hearing
from bot.processing import inbox_of
from bot.trouble import Pause, Trouble, growing, patience, refuses_token, until_answered
from handlers.context import App
from handlers.gate import KINDS

LONG_POLL: Final = 10
# So long after its start, whoever was met by nothing but conflicts leaves the token to the other.
YIELDS_AFTER: Final = 60.0
# Some servers do not wait, and would be asked some thousand times a second.
SOON: Final = 1.0
BREATH: Final = 0.25


class TakenError(Exception):
    """Another program fetches this bot's updates."""


class Polling:
    """Fetches updates for an application that is started and whose inbox is open."""

    def __init__(
        self,
        application: App,
        trouble: Trouble,
        hearing: Hearing,
        pause: Pause = asyncio.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Fetch the kinds of updates that have handlers; ``now`` counts seconds."""
        self._application = application
        self._inbox = inbox_of(application)
        self._trouble = trouble
        self._hearing = hearing
        self._pause = pause
        self._now = now
        self._offset = 0
        self._taking: asyncio.Task[None] | None = None
        self._in_conflict: float | None = None

    async def goes_on(self) -> None:
        """Fetch updates until this task is cancelled; what waits at Telegram is not dropped.

        Raises:
            InvalidToken: where Telegram refuses the token.
            TakenError: where it gives the updates to another program, from the start on.
        """
        bot = self._application.bot
        # With a webhook set, Telegram answers every getUpdates by 409.
        await until_answered(bot.delete_webhook, self._trouble, self._pause)
        pauses = growing()
        while True:
            await self._inbox.has_room()
            # The first at once: some wait to know whether the bot hears.
            wait = LONG_POLL if self._hearing.is_well else 0
            began, confirmed = self._now(), self._offset
            try:
                updates = await self._fetch(wait)
            except TelegramError as error:
                self._refused(error)
                await self._pause(patience(error, next(pauses)))
            else:
                self._trouble.passed()
                self._hearing.heard()
                pauses = growing()
                await self._take(updates)
                if wait and self._offset == confirmed and self._now() - began < SOON:
                    await self._pause(BREATH)

    async def confirm(self) -> None:
        """Tell Telegram what was taken, so that it does not come again at the next start."""
        if self._taking is not None:  # a stop came while it was written to the disk
            await self._taking
        if self._offset:
            await self._fetch(0)

    async def _take(self, updates: Sequence[dict[str, Any]]) -> None:
        if updates:
            self._taking = asyncio.create_task(self._taken(updates))
            await asyncio.shield(self._taking)

    async def _taken(self, updates: Sequence[dict[str, Any]]) -> None:
        await self._inbox.take(updates)
        # Only now: to ask for what follows is to confirm these.
        numbers = (each.get("update_id") for each in updates if isinstance(each, dict))
        for number in filter(shape.is_number, numbers):
            self._offset = number + 1

    def _refused(self, error: TelegramError) -> None:
        if isinstance(error, InvalidToken) and refuses_token(error):
            raise error
        self._trouble.met(error)
        if not isinstance(error, Conflict) or self._hearing.age is not None:
            self._in_conflict = None
        elif self._in_conflict is None:
            self._in_conflict = self._now()
        elif self._now() - self._in_conflict >= YIELDS_AFTER:
            raise TakenError

    async def _fetch(self, wait: int) -> list[dict[str, Any]]:
        """Call ``getUpdates`` itself: the library's method gives no JSON, which is to be kept."""
        bot = self._application.bot
        parameters = {"offset": self._offset, "timeout": wait, "allowed_updates": list(KINDS)}
        given = [RequestParameter(name, value, None) for name, value in parameters.items()]
        found: Any = await bot.request.post(
            f"{bot.base_url}/getUpdates",
            RequestData(given),
            read_timeout=(bot.request.read_timeout or 0) + wait,
        )
        if not isinstance(found, list):
            raise TelegramError("what it gave is no list of updates")
        return found


@asynccontextmanager
async def polled(application: App) -> AsyncIterator[None]:
    """Run an application that polls, in the loop that is running: for the terminal and tests."""
    async with application:
        inbox_of(application).open(application.bot)
        await application.start()
        polling = Polling(application, Trouble(), Hearing())
        task = asyncio.create_task(polling.goes_on())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            await application.stop()
            inbox_of(application).close()
