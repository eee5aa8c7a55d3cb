"""A bot that is being served on the in-process Bot API, for tests of how it is served."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.localapi import Account, LocalApi
from bot.serving import serve_until
from bot.settings import Settings
from bot.stopping import Stop
from handlers.context import App

SECONDS = 10


@dataclass
class Served:
    """The bot, how long it paused between tries, and its way to an end."""

    api: LocalApi
    application: App
    stop: Stop = field(default_factory=Stop)
    paused: list[float] = field(default_factory=list)

    async def pause(self, seconds: float) -> None:
        """Take note of a pause instead of waiting."""
        self.paused.append(seconds)
        await asyncio.sleep(0)

    async def answers(self, person: Account, text: str) -> str:
        """Let a person write to the bot in private, and return what it answers."""
        place = self.api.private(person)
        self.api.says(person, place, text)
        async with asyncio.timeout(SECONDS):
            while True:
                last = self.api.messages(place)[-1]
                if last.sender == self.api.bot:
                    return last.content
                await asyncio.sleep(0)

    async def until(self, method: str, times: int = 1) -> None:
        """Wait until the bot has called a method so often."""
        async with asyncio.timeout(SECONDS):
            while len(self.api.called(method)) < times:  # noqa: ASYNC110 - the API tells nobody
                await asyncio.sleep(0)

    async def status(self, settings: Settings) -> int:
        """Serve to the end, which must come by itself."""
        async with asyncio.timeout(SECONDS):
            return await serve_until(self.stop, self.application, settings, self.pause)

    @asynccontextmanager
    async def running(self, settings: Settings) -> AsyncIterator[asyncio.Task[int]]:
        """Serve while the block runs; it must end well when it is told to stop."""
        task = asyncio.create_task(self.status(settings))
        try:
            yield task
        finally:
            self.stop.wish()
            assert await task == 0
