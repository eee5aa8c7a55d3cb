"""Where lines come from when nobody sits at a terminal: a pipe or a file."""

import asyncio
from typing import Protocol, TextIO

from bot.terminal.screen import Screen

_SHOWN_BEFORE = "> "


class Lines(Protocol):
    """A source of lines."""

    async def next(self) -> str | None:
        """Return the next line; None at the end."""
        ...


class PipedLines:
    r"""Reads lines and shows each as it comes; one that ends in a backslash goes on below."""

    def __init__(self, source: TextIO, screen: Screen) -> None:
        """Read from ``source``, echo on ``screen``."""
        self._source = source
        self._screen = screen
        self._begun = False

    async def next(self) -> str | None:
        """Return the next line that is not blank."""
        while (line := await self._read()) is not None:
            while line.endswith("\\"):
                line = "\n".join((line[:-1], await self._read() or ""))
            if line.strip():
                self._echo(line)
                return line
        return None

    async def _read(self) -> str | None:
        line = await asyncio.to_thread(self._source.readline)
        return line.rstrip("\r\n") if line else None

    def _echo(self, line: str) -> None:
        if self._begun:
            self._screen.line()
        self._begun = True
        for each in line.split("\n"):
            self._screen.line(_SHOWN_BEFORE + each)
