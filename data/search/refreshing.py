"""The index is brought up to date before it is read, in bounded time.

What does that is loaded where there is something to do: hardly ever in a day.
"""

import sqlite3
from time import perf_counter

from sqlite_utils import Database

from data import content_revision, session
from data.search.reading import read


def refresh(db: Database, seconds: float | None = None) -> int:
    """Index what has changed; return how many records that was.

    ``seconds`` bounds how long it may take, but one record is always done: what is left waits for
    the next call. A store that cannot be written keeps the index that it has.
    """
    if not content_revision.unread(db):
        return 0
    from data.search import entries, indexing

    until = perf_counter() + seconds if seconds is not None else None
    try:
        with db.atomic():
            content_revision.count(db)  # what is kept in memory of the index is out of date
            entries.renew(db)
            return indexing.reindexed(db, until)
    except sqlite3.OperationalError:
        return 0


def warm(db: Database) -> None:
    """Read a question about each session, so that whoever asks first does not wait for it."""
    for held in session.every(db):
        read(db, held.id, "who was elected on the last day?")
