"""Telegram out of reach: how long to wait, and what the log says of it."""

import asyncio
import datetime as dt
import logging
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot import logs

logger = logging.getLogger(__name__)

Pause = Callable[[float], Awaitable[None]]
Answer = TypeVar("Answer")
LONGEST_PAUSE = 30.0
CALM = 30.0


class Trouble:
    """A time of trouble with Telegram: each kind of it is told once, and its end.

    It is over when nothing failed for ``CALM`` seconds, so that a line that comes and goes does
    not fill the log.
    """

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,
        sentence: str = "Telegram cannot be used, and is tried again",
    ) -> None:
        """Begin without trouble; ``now`` counts seconds. The log says ``sentence`` of it."""
        self._sentence = sentence
        self._now = now
        self._kinds: set[str] = set()
        self._began = self._last = 0.0

    def met(self, error: BaseException) -> None:
        """Take note of a failure."""
        self._last = self._now()
        if not self._kinds:
            self._began = self._last
        kind = type(error).__name__
        if kind not in self._kinds:
            self._kinds.add(kind)
            logger.warning("%s: %s", self._sentence, logs.told(error))

    def passed(self) -> None:
        """Take note of a success."""
        if self._kinds and self._now() - self._last >= CALM:
            logger.info("Telegram answers again, after %.0f seconds", self._last - self._began)
            self._kinds.clear()


def growing() -> Iterator[float]:
    """Yield pauses in seconds: 1, 2, 4 and so on, up to half a minute."""
    seconds = 1.0
    while True:
        yield seconds
        seconds = min(seconds * 2, LONGEST_PAUSE)


def patience(error: TelegramError, pause: float) -> float:
    """Return the seconds to wait after ``error``: as long as Telegram asks, or ``pause``."""
    if not isinstance(error, RetryAfter):
        return pause
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, dt.timedelta) else float(asked)


def refuses_token(error: BaseException) -> bool:
    """Whether Telegram itself says that the token is none of its own.

    A gateway on the way (a hotel's Wi-Fi, a proxy) says 401 and 404 too, but not in JSON.
    """
    while error.__cause__ is not None:
        error = error.__cause__
    return isinstance(error, InvalidToken)


async def until_answered(
    call: Callable[[], Awaitable[Answer]],
    trouble: Trouble,
    pause: Pause = asyncio.sleep,
    final: tuple[type[TelegramError], ...] = (),
) -> Answer:
    """Call again and again, with growing pauses, until Telegram answers.

    Raises:
        InvalidToken: where Telegram refuses the token.
        TelegramError: of the kinds that are ``final``.
    """
    pauses = growing()
    while True:
        try:
            return await call()
        except final:
            raise
        except TelegramError as error:
            if isinstance(error, InvalidToken) and refuses_token(error):
                raise
            trouble.met(error)
            await pause(patience(error, next(pauses)))
