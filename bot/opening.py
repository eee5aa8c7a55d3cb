"""The store that ``DATABASE`` names, opened."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from bot.told import Told
from data import content
from data.store import open_store


def opened(path: Path, *, filled: bool = True) -> Database:
    """Open the store, made if need be; ``filled`` loads the sessions that ship.

    Raises:
        Told: where the file cannot be used.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = open_store(path)
        if filled:
            content.load_shipped(db)
    except OSError as error:
        raise Told(f"{path} cannot be opened: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise Told(f"{path} cannot be used as the store: {error}.") from error
    return db
