"""How fast the tour plays: at a reader's pace on a terminal, at once in a pipe."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: between two typed characters, before what was typed is sent, and to read."""

    character: float = 0.0
    sending: float = 0.0
    reading: float = 0.0
    sleep: Sleep = asyncio.sleep

    async def rests(self, seconds: float) -> None:
        """Wait; for no time at all, nothing is slept."""
        if seconds:
            await self.sleep(seconds)


AT_ONCE = Pace()
STEADY = Pace(character=0.02, sending=0.2, reading=1.5)
