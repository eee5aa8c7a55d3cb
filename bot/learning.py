"""How people ask for records is read beside the service, after the first start with new content."""

import asyncio
import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from data import phrasings
from data.store import open_store

logger = logging.getLogger(__name__)


async def catch_up(db: Database, path: Path) -> None:
    """Read what ``db`` has not read yet, in a thread and through a connection of its own.

    Until that is done, questions are answered by the records' own words and synonyms.
    """
    if not phrasings.unread(db):
        return
    try:
        await asyncio.to_thread(_learn, path)
    except sqlite3.Error:
        logger.exception("How people ask for records could not be read")


def _learn(path: Path) -> None:
    from data import search

    with closing(open_store(path)) as db:
        search.learn(db)
