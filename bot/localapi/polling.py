"""Updates on their way to the bot: kept until confirmed, given out by ``getUpdates``."""

import asyncio
import itertools
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.localapi.errors import conflict

Json = dict[str, Any]
_FIRST = 1000
_MOST = 100
_LONGEST_WAIT = 50.0
KEPT = timedelta(hours=24)
ALL_KINDS = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "my_chat_member",
        "chat_member",
        "message_reaction",
    }
)
DEFAULT_KINDS = ALL_KINDS - {"chat_member", "message_reaction"}
_ANOTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class UpdateQueue:
    """The updates that the bot has not confirmed yet; the server keeps each for a day.

    ``patient`` queues never end a long poll without an update: of use where time is virtual.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.patient = False
        self.unconfirmed: list[Json] = []
        self._now = now
        self._pushed: dict[int, datetime] = {}
        self._ids = itertools.count(_FIRST)
        self._kinds = DEFAULT_KINDS
        self._waiting: asyncio.Event | None = None
        self._emptied: asyncio.Event | None = None
        self._lost = False

    def push(self, kind: str, content: Json) -> None:
        """Add an update, unless the bot did not ask for its kind."""
        if kind not in self._kinds:
            return
        number = next(self._ids)
        self._pushed[number] = self._now()
        self.unconfirmed.append({"update_id": number, kind: content})
        self.wake()

    def wake(self) -> None:
        """Let a waiting ``getUpdates`` look again."""
        if self._waiting is not None:
            self._waiting.set()

    def clear(self) -> None:
        """Forget all that is waiting (``drop_pending_updates``)."""
        self.unconfirmed.clear()
        self._tell_emptied()

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Set ``allowed_updates``: nothing keeps the last setting, an empty list the default."""
        if kinds is not None:
            self._kinds = frozenset(map(str, kinds)) or DEFAULT_KINDS

    async def get(self, offset: int, limit: int, wait: float) -> list[Json]:
        """What ``getUpdates`` answers; ``offset`` confirms all below it.

        Raises:
            ApiError: 409 where another call came meanwhile: the earlier one loses.
        """
        self._confirm(offset)
        if self._waiting is not None:
            earlier, self._waiting = self._waiting, None
            earlier.set()
        if not self.unconfirmed and wait > 0:
            await self._wait(min(wait, _LONGEST_WAIT))
        return self.unconfirmed[: max(1, min(limit, _MOST))]

    async def _wait(self, seconds: float) -> None:
        mine = self._waiting = asyncio.Event()
        try:
            async with asyncio.timeout(None if self.patient else seconds):
                await mine.wait()
        except TimeoutError:
            pass
        finally:
            taken_over = self._waiting is not mine
            if not taken_over:
                self._waiting = None
        if taken_over:
            raise conflict(_ANOTHER)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self.unconfirmed = self.unconfirmed[offset:]
        else:
            self.unconfirmed = [one for one in self.unconfirmed if one["update_id"] >= offset]
        self._forget_old()
        if not self.unconfirmed:
            self._tell_emptied()

    def _forget_old(self) -> None:
        oldest = self._now() - KEPT
        fresh = [one for one in self.unconfirmed if self._pushed[one["update_id"]] > oldest]
        self.unconfirmed = fresh
        self._pushed = {one["update_id"]: self._pushed[one["update_id"]] for one in fresh}

    def _tell_emptied(self) -> None:
        if self._emptied is not None:
            self._emptied.set()

    async def emptied(self) -> None:
        """Wait until the bot has confirmed everything.

        Raises:
            RuntimeError: where its token was revoked, so that it never will.
        """
        while self.unconfirmed:
            if self._lost:
                raise RuntimeError("the token was revoked: nobody fetches these updates")
            self._emptied = asyncio.Event()
            await self._emptied.wait()

    def lose(self) -> None:
        """Nobody will fetch updates any more: end all waiting."""
        self._lost = True
        self.wake()
        self._tell_emptied()
