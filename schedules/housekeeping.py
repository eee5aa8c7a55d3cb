"""What has been kept long enough is erased, every night."""

import logging
import sqlite3
from datetime import UTC, time, timedelta
from typing import Any, Final

from sqlite_utils import Database
from telegram.ext import JobQueue

from data import forgetting
from data.clock import Clock
from schedules.checkpoints import Breaths

logger = logging.getLogger(__name__)

AT: Final = time(3, 20, tzinfo=UTC)
AFTER_START: Final = timedelta(minutes=5)
JOB: Final = "housekeeping"


def schedule(jobs: JobQueue[Any], db: Database, clock: Clock) -> None:
    """Have ``jobs`` tidy the store every night, and once soon: a night may have been missed."""

    async def nightly(_context: Any) -> None:
        await tidy(db, clock)

    jobs.run_once(nightly, AFTER_START, name=JOB)
    jobs.run_daily(nightly, AT, name=JOB)


async def tidy(db: Database, clock: Clock) -> None:
    """Erase what has been kept long enough; others go first in between.

    What cannot be erased now is left to the next night.
    """
    now = clock.now()
    breaths = Breaths(db)
    try:
        for _ in forgetting.slices(db, now):
            await breaths.take()
        for copy in forgetting.copies(db, now):
            copy.unlink(missing_ok=True)
    except (sqlite3.Error, OSError) as error:
        logger.error("Not all that is old could be erased: %s", error)  # noqa: TRY400 - no path
