"""Long polling: asks Telegram for updates, and hands them to the application.

The library's own ``Updater`` would do the same, but for three things: a token that is revoked
ends it silently, a pause of its own cannot be cut short by a stop, and each failure is a
traceback in the log.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from telegram import Update
from telegram.error import InvalidToken, TelegramError

from bot.trouble import Pause, Trouble, growing, patience, refuses_token, until_answered
from handlers.context import App

LONG_POLL = timedelta(seconds=10)


class Polling:
    """Fetches updates for an application that is started."""

    def __init__(
        self, application: App, kinds: Sequence[str], trouble: Trouble, pause: Pause = asyncio.sleep
    ) -> None:
        """Fetch updates of ``kinds`` only."""
        self._application = application
        self._kinds = kinds
        self._trouble = trouble
        self._pause = pause
        self._offset = 0

    async def goes_on(self) -> None:
        """Fetch updates until this task is cancelled; what waits at Telegram is not dropped.

        Raises:
            InvalidToken: where Telegram refuses the token.
        """
        bot = self._application.bot
        # With a webhook set, Telegram answers every getUpdates by 409.
        await until_answered(bot.delete_webhook, self._trouble, self._pause)
        pauses = growing()
        while True:
            try:
                updates = await self._fetch(LONG_POLL)
            except TelegramError as error:
                if isinstance(error, InvalidToken) and refuses_token(error):
                    raise
                self._trouble.met(error)
                await self._pause(patience(error, next(pauses)))
            else:
                self._trouble.passed()
                pauses = growing()
                self._hand_over(updates)

    async def confirm(self) -> None:
        """Tell Telegram what was taken, so that it does not come again at the next start."""
        if self._offset:
            await self._fetch(timedelta())

    async def _fetch(self, wait: timedelta) -> Sequence[Update]:
        return await self._application.bot.get_updates(
            offset=self._offset, timeout=wait, allowed_updates=self._kinds
        )

    def _hand_over(self, updates: Sequence[Update]) -> None:
        # No await in here: a stop between two updates would lose the second.
        for update in updates:
            self._application.update_queue.put_nowait(update)
            self._offset = update.update_id + 1
