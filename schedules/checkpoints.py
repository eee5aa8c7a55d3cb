"""What the write-ahead log holds is written into the store beside the loop, which waits for none.

SQLite does this by itself in whichever commit finds the log long: after a few thousand rows were
planned that commit takes a quarter of a second, and nobody is answered meanwhile.
"""

import asyncio
import logging
import sqlite3
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from data import store

logger = logging.getLogger(__name__)

EVERY: Final = 5.0
# Pages after which a commit does it all the same: should this ever fall behind.
LATEST: Final = 25_000
# Rows that are written in a row, some ten pages each at the most.
IN_A_ROW: Final = 2_000


async def go_on(db: Database, every: float = EVERY) -> None:
    """Write the log back again and again until cancelled; a store in memory has none."""
    log = store.log_of(db)
    if log is None:
        return
    db.execute(f"pragma wal_autocheckpoint = {LATEST}")
    written = 0
    while True:
        await asyncio.sleep(every)
        if db.conn.total_changes == written:
            continue
        written = db.conn.total_changes
        await asyncio.to_thread(_write_back, log)


class Breaths:
    """Taken between slices of work on very many rows: others go first.

    A log that is added to all the time is never begun again, however much of it is written back.
    So those who write much stop now and then until all of it is.
    """

    def __init__(self, db: Database) -> None:
        """Begin to count the rows that are written."""
        self._db = db
        self._log = store.log_of(db)
        self._written = db.conn.total_changes

    async def take(self) -> None:
        """Let others go first; after many rows, wait until the log is written back."""
        await asyncio.sleep(0)
        if self._log is None or self._db.conn.total_changes - self._written < IN_A_ROW:
            return
        await asyncio.to_thread(_write_back, self._log)
        self._written = self._db.conn.total_changes


def _write_back(log: Path) -> None:
    try:
        store.write_back(log)
    except sqlite3.Error as error:
        logger.debug("The log was not written back: %s", error)
