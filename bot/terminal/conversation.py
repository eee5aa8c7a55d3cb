"""The loop: a line comes, is read, is done, until the lines end."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.localapi import NotPossibleError
from bot.terminal import typed
from bot.terminal.journal import Journal
from bot.terminal.lines import Lines
from bot.terminal.local import Local
from bot.terminal.screen import Screen
from bot.terminal.talk import Talk

logger = logging.getLogger(__name__)


class Conversation:
    """A talk and the terminal's own commands, fed with lines."""

    def __init__(self, talk: Talk, local: Local, journal: Journal) -> None:
        """Do what lines say with ``talk`` and ``local``; ``journal`` knows of mishaps."""
        self._talk = talk
        self._local = local
        self._journal = journal

    async def goes_on(self, lines: Lines) -> None:
        """Take lines until they end or one says ``/quit``."""
        while (line := await lines.next()) is not None:
            meant = typed.read(line, self._talk.screen.bot)
            if isinstance(meant, typed.Command) and meant.name == "quit":
                return
            await self._survives(meant)
            if news := self._journal.news():
                self._talk.screen.note("terminal.logged", path=news)

    async def _survives(self, meant: typed.Meant | None) -> None:
        try:
            await self._does(meant)
        except BrokenPipeError:  # nobody is left to tell
            raise
        except NotPossibleError as error:
            self._talk.screen.note("terminal.refused", why=error)
        except Exception:
            logger.exception("A line was not done")
            self._talk.screen.note("terminal.stumbled")

    async def _does(self, meant: typed.Meant | None) -> None:
        if not isinstance(meant, typed.Number):
            self._talk.inline.forget()
        match meant:
            case typed.Number(number=number):
                await self._talk.presses(number)
            case typed.Inline(words=words):
                await self._talk.asks_inline(words)
            case typed.Text(text=text):
                await self._talk.says(text)
            case typed.Command():
                await self._local.does(meant)


@asynccontextmanager
async def shown_at_once(screen: Screen) -> AsyncIterator[None]:
    """Show what happens as it happens, also while a person is typing."""

    async def show() -> None:
        while True:
            await screen.arrived.wait()
            screen.show()

    async with asyncio.TaskGroup() as tasks:
        showing = tasks.create_task(show())
        try:
            yield
        finally:
            showing.cancel()
