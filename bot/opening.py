"""The store that ``DATABASE`` names, opened."""

import logging
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from bot.told import Told
from data import content
from data.store import MEMORY, open_store

logger = logging.getLogger(__name__)


def opened(path: Path | str, *, learning: bool = True) -> Database:
    """Open the store at ``path`` or in memory, made if need be, with the sessions that ship.

    A session that ships and is wrong (somebody is writing the next one in a checkout) is told in
    the log and left out: it must not keep the bot from answering on the others. Without
    ``learning`` how people ask for records stays to be read, which takes some seconds.

    Raises:
        Told: where the file cannot be used.
    """
    try:
        if path != MEMORY:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        db = open_store(path)
    except OSError as error:
        raise Told(f"{path} cannot be opened: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise Told(f"{path} cannot be used as the store: {error}.") from error
    _fill(db, path, learning=learning)
    return db


def _fill(db: Database, path: Path | str, *, learning: bool) -> None:
    try:
        content.load_shipped(db, learning=learning)
    except content.ContentError as error:
        for problem in error.problems:
            logger.error("Not loaded: %s", problem)  # noqa: TRY400 - for whoever wrote the file
    except sqlite3.Error as error:
        db.close()
        raise Told(f"{path} cannot take the sessions that ship: {error}.") from error
