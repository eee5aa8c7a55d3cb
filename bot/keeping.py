"""What the inbox keeps in the store, and what happens where the store takes nothing."""

import asyncio
import logging
import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database

from bot import logs
from data import inbox, store
from data.clock import Clock
from data.inbox import Kept

logger = logging.getLogger(__name__)

WIPE_AFTER = 5.0
FORGET_EVERY = 5_000


class Keeper:
    """Keeps updates and erases them; a store that is full or read-only is told once.

    What was answered is erased at once: were the program killed before, it would be answered
    again. Some seconds after the last of it, the store's log is emptied too, so that nothing of it
    stays in any file. ``is_well`` says whether the store took what it was last given.
    """

    def __init__(self, db: Database, clock: Clock) -> None:
        """Keep updates in ``db``."""
        self._db = db
        self._clock = clock
        self._log = store.log_of(db)
        self._answered: list[int] = []
        self._wiping: asyncio.TimerHandle | None = None
        self._erased = 0
        self.is_well = True

    def keep(self, updates: Sequence[tuple[int, str]]) -> list[int] | None:
        """Keep updates (number and body); return the numbers of those that are new.

        None means that nothing could be kept. They are durable after ``flush``.
        """
        try:
            new = inbox.keep(self._db, updates, self._clock.now())
        except sqlite3.Error as error:
            self._failed(error)
            return None
        self._went_well()
        return new

    async def flush(self) -> bool:
        """Wait until all that was kept would survive a power cut; false where it would not.

        The disk is waited for beside the loop: some take longer for it than an answer takes.
        """
        if self._log is None:
            return True
        try:
            await asyncio.to_thread(store.flush, self._log)
        except OSError as error:
            self._failed(error)
            return False
        return True

    def get(self, number: int) -> Kept | None:
        """Return an update that was kept."""
        return inbox.get(self._db, number)

    def left(self) -> list[Kept]:
        """Return what an earlier run of the program left, and count this start."""
        try:
            inbox.count_start(self._db)
            inbox.forget_old(self._db, self._clock.now())
        except sqlite3.Error as error:
            self._failed(error)
        return inbox.left(self._db)

    def erase(self, number: int) -> None:
        """Erase an update that was answered, with those that could not be erased before."""
        self._answered.append(number)
        self._erase()

    def close(self) -> None:
        """Erase what is left to erase, now."""
        if self._wiping is not None:
            self._wiping.cancel()
        self._erase()
        self._wipe()

    def _erase(self) -> None:
        if not self._answered:
            return
        now = self._clock.now()
        try:
            inbox.erase(self._db, self._answered, now)
            self._erased += len(self._answered)
            if self._erased >= FORGET_EVERY:
                self._erased = 0
                inbox.forget_old(self._db, now)
        except sqlite3.Error as error:  # tried again with the next
            self._failed(error)
            return
        self._went_well()
        self._answered.clear()
        if self._wiping is None:
            self._wiping = asyncio.get_running_loop().call_later(WIPE_AFTER, self._wipe)

    def _wipe(self) -> None:
        self._wiping = None
        try:
            inbox.wipe(self._db)
        except sqlite3.Error as error:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        if self.is_well:
            self.is_well = False
            logger.error("The store takes no updates: %s", logs.told(error))

    def _went_well(self) -> None:
        if not self.is_well:
            self.is_well = True
            logger.info("The store takes updates again")
