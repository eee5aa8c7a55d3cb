"""Between the queue and the handlers: tells the inbox what became of each update."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.inbox import Inbox
from handlers.context import App


class InTurn(BaseUpdateProcessor):
    """Runs as many updates at once as the inbox hands out; the inbox keeps each chat's order."""

    def __init__(self, inbox: Inbox, at_once: int) -> None:
        """Process what comes from ``inbox``."""
        super().__init__(at_once)
        self.inbox = inbox

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Let the handlers answer an update; where this is cancelled, it stays in the inbox."""
        try:
            await coroutine
        except asyncio.CancelledError:
            raise
        except BaseException:
            self._came_back(update)
            raise
        self._came_back(update)

    def _came_back(self, update: object) -> None:
        if isinstance(update, Update):
            self.inbox.came_back(update.update_id)


def inbox_of(application: App) -> Inbox:
    """Return the inbox that an application takes its updates from."""
    processor = application.update_processor
    if not isinstance(processor, InTurn):
        raise TypeError("this application was not built here")
    return processor.inbox
