"""A copy of the store every night."""

import asyncio
import logging
import sqlite3
from datetime import UTC, time, timedelta
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database
from telegram.ext import JobQueue

from data import backups, store
from data.clock import Clock

logger = logging.getLogger(__name__)

AT: Final = time(3, 50, tzinfo=UTC)  # behind the housekeeping: what was erased is not in it
AFTER_START: Final = timedelta(minutes=10)
JOB: Final = "backup"


def schedule(jobs: JobQueue[Any], db: Database, clock: Clock, folder: Path, keep: int) -> None:
    """Have ``jobs`` write a copy into ``folder`` every night, and once soon where today has none.

    The newest ``keep`` stay.
    """

    async def nightly(_context: Any) -> None:
        await back_up(db, clock, folder, keep)

    async def missed(_context: Any) -> None:
        if not (folder / f"aspbot-{clock.now().date().isoformat()}.db").exists():
            await back_up(db, clock, folder, keep)

    jobs.run_once(missed, AFTER_START, name=JOB)
    jobs.run_daily(nightly, AT, name=JOB)


async def back_up(db: Database, clock: Clock, folder: Path, keep: int) -> None:
    """Write today's copy beside the loop; where that fails, say so and leave it to tomorrow."""
    log = store.log_of(db)
    if log is None:
        return
    path = log.with_name(log.name.removesuffix("-wal"))
    try:
        await asyncio.to_thread(backups.nightly, path, folder, clock.now().date(), keep)
    except (OSError, sqlite3.Error) as error:
        logger.error("Tonight's backup was not written: %s", error)  # noqa: TRY400 - no fault of ours
