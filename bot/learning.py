"""How people ask for records is read beside the service, after the first start with new content."""

import asyncio
import logging
import sys
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from data import phrasings
from data.store import open_store

logger = logging.getLogger(__name__)


async def catch_up(db: Database, path: Path) -> None:
    """Read what the store ``db`` at ``path`` has not read yet, in a process of its own.

    It takes some seconds and much memory, once. Until it is done, questions are answered by the
    records' own words and synonyms.
    """
    if not phrasings.unread(db):
        return
    try:
        process = await asyncio.create_subprocess_exec(sys.executable, "-m", __name__, str(path))
    except OSError as error:
        logger.error("How people ask for records stays unread: %s", error)  # noqa: TRY400 - no fault of ours
        return
    try:
        status = await process.wait()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    if status:
        logger.error("How people ask for records could not be read: status %d", status)


def main(path: str) -> None:
    """Read it in this process. Raises ``sqlite3.Error`` where the store cannot be used."""
    from data.search.learning import learn

    with closing(open_store(path)) as db:
        learn(db)


if __name__ == "__main__":
    main(sys.argv[1])
