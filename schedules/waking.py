"""When delivery looks again: when somebody rings, when something falls due, and in between.

APScheduler rings at the next moment. It sleeps on the loop's clock, which a suspended laptop or a
wrong system time leaves behind; so the wall clock is looked at every 20 seconds besides.
"""

import asyncio
import logging
from datetime import datetime
from typing import Any, Final

from telegram.ext import JobQueue

from data.clock import Clock

logger = logging.getLogger(__name__)

LOOK: Final = 20.0
JUMP: Final = 5.0
JOB: Final = "delivery"


class Waker:
    """Wakes delivery. ``ring`` may be called from anywhere in the loop's thread."""

    def __init__(self, jobs: JobQueue[Any] | None, clock: Clock) -> None:
        """Let ``jobs`` ring at moments of ``clock``."""
        self._jobs = jobs
        self._clock = clock
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Have delivery look at once."""
        self._event.set()

    async def rung(self, following: datetime | None) -> None:
        """Wait until somebody rings, ``following`` has come, or 20 seconds have passed."""
        self._schedule(following)
        loop = asyncio.get_running_loop()
        wall, steady = self._clock.now(), loop.time()
        try:
            async with asyncio.timeout(LOOK):
                await self._event.wait()
        except TimeoutError:
            jumped = (self._clock.now() - wall).total_seconds() - (loop.time() - steady)
            if abs(jumped) > JUMP:
                logger.warning("The clock jumped by %+.0f seconds", jumped)
                self._wake_scheduler()
        self._event.clear()

    def _schedule(self, following: datetime | None) -> None:
        if self._jobs is None:
            return
        for job in self._jobs.get_jobs_by_name(JOB):
            job.schedule_removal()
        if following is not None:
            self._jobs.run_once(self._rings, max(following, self._clock.now()), name=JOB)

    async def _rings(self, _context: Any) -> None:
        self.ring()

    def _wake_scheduler(self) -> None:
        if self._jobs is not None:
            self._jobs.scheduler.wakeup()
