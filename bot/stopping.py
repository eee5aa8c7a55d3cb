"""How the program is told to stop, and how it is certain to."""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

from bot import logs

logger = logging.getLogger(__name__)

SIGNALS = (signal.SIGTERM, signal.SIGINT)
LAST_MOMENT = 4.5
_BY_SIGNAL = 128


class Stop:
    """The wish to stop. A signal may express it at any moment, even before there is a loop."""

    def __init__(self) -> None:
        """Begin without the wish."""
        self._wished = False
        self._event = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def wish(self) -> None:
        """Wake whoever waits in ``wished``; may be called by a signal's handler."""
        self._wished = True
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                self._loop.call_soon_threadsafe(self._event.set)

    async def wished(self) -> None:
        """Wait until the program is to stop."""
        self._loop = asyncio.get_running_loop()
        if not self._wished:
            await self._event.wait()


@contextmanager
def told_by_signals(stop: Stop, last_moment: float = LAST_MOMENT) -> Iterator[None]:
    """Let the first SIGTERM or SIGINT wish for the stop, and the second one end the process.

    Where the process is still in this block ``last_moment`` seconds after the first one, it ends
    with status 0: a name that is being looked up without a network, or a handler that never lets
    go, would hold it for minutes.
    """
    watchdog = threading.Timer(last_moment, _end, [0])
    watchdog.daemon = True

    def heard(number: int, _frame: FrameType | None) -> None:
        if watchdog.is_alive():
            _end(_BY_SIGNAL + number)
        watchdog.start()
        stop.wish()

    before = {number: signal.signal(number, heard) for number in SIGNALS}
    try:
        yield
    finally:
        watchdog.cancel()
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(status: int) -> None:
    logging.shutdown()
    os._exit(status)


async def within(seconds: float, what: str, act: Coroutine[Any, Any, object]) -> bool:
    """Await ``act`` for that long at most; return whether it came to its end.

    What it raises is logged and goes no further: one thing that cannot be ended must not keep
    the others from being ended.
    """
    task = asyncio.create_task(act)
    # Not asyncio.timeout: it waits for what it cancelled, which may not let go.
    await asyncio.wait({task}, timeout=seconds)
    if not task.done():
        task.cancel()
        logger.warning("%s took longer than %g seconds, and was left", what, seconds)
        return False
    if error := task.exception():
        logger.warning("%s failed: %s", what, logs.told(error))
        return False
    return True
