"""What the write-ahead log holds is written into the store beside the loop, which waits for none.

SQLite does this by itself in whichever commit finds the log long: after a few thousand rows were
planned that commit takes a quarter of a second, and nobody is answered meanwhile.
"""

import asyncio
import logging
import sqlite3
from typing import Final

from sqlite_utils import Database

from data import store

logger = logging.getLogger(__name__)

EVERY: Final = 5.0
# Pages after which a commit does it all the same: should this ever fall behind.
LATEST: Final = 25_000


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
        try:
            await asyncio.to_thread(store.write_back, log)
        except sqlite3.Error as error:
            logger.debug("The log was not written back: %s", error)
