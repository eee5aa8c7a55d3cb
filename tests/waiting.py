"""Waiting for what nobody tells: the one place where a test looks again and again."""

import asyncio
from collections.abc import Callable

SECONDS = 10


async def until(holds: Callable[[], object]) -> None:
    """Let the loop run until ``holds``. Raises ``TimeoutError`` where it does not come to that."""
    async with asyncio.timeout(SECONDS):
        while not holds():  # noqa: ASYNC110 - whatever is waited for has no event
            await asyncio.sleep(0)
