"""Whether the bot hears: when it last got through to where its updates come from."""

import asyncio
import time
from collections.abc import Callable
from typing import Final

# A long poll takes ten seconds, and another ten before it counts as lost.
DEAF_AFTER: Final = 60.0


class Hearing:
    """Knows the age of the last fetch that went well, in seconds."""

    def __init__(
        self, now: Callable[[], float] = time.monotonic, deaf_after: float = DEAF_AFTER
    ) -> None:
        """Begin without having heard anything."""
        self._now = now
        self._deaf_after = deaf_after
        self._heard: float | None = None
        self._first = asyncio.Event()

    def heard(self) -> None:
        """Take note of a fetch that went well, with updates or without."""
        self._heard = self._now()
        self._first.set()

    async def begun(self) -> None:
        """Wait for the first fetch that goes well."""
        await self._first.wait()

    @property
    def age(self) -> float | None:
        """Seconds since then; None where none went well yet."""
        return None if self._heard is None else self._now() - self._heard

    @property
    def is_well(self) -> bool:
        """Whether the last one is recent."""
        return self.age is not None and self.age <= self._deaf_after
