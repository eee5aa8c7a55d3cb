"""Messages to all go into the outbox a few chats at a time, so that no digest waits for them."""

from datetime import datetime

from sqlite_utils import Database

from data import broadcasts
from data.store import durable


class Broadcaster:
    """Makes messages to all ready."""

    def __init__(self, db: Database) -> None:
        """Work in this store."""
        self._db = db

    def prepare_some(self, now: datetime, room: int) -> int:
        """Fill ``room`` in the outbox with messages to all; return for how many chats."""
        found = broadcasts.waiting(self._db, now)
        if found is None:
            return 0
        most = max(1, room // max(1, len(found.parts)))
        with durable(self._db):
            broadcasts.prepare(self._db, found, most)
        return most

    def next_out(self, now: datetime) -> datetime | None:
        """Return when the next message to all may leave."""
        return broadcasts.next_out(self._db, now)
