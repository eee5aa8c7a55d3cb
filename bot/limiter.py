"""Replies on the one account of all that is sent; they wait only where Telegram says so.

python-telegram-bot's own ``AIORateLimiter`` lets 25 messages a moment into one private chat, makes
replies queue with a broadcast, and forgets its halt when any other call ends; so it is not used.
"""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any, Final

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from schedules.fates import seconds_of
from schedules.pace import DELIVERING, Pace

# What Telegram counts as messages to a chat.
BRIEF: Final = 1.0
_COUNTED: Final = ("send", "edit", "copy", "forward", "stop")


class ReplyLimiter(BaseRateLimiter[None]):
    """Puts each reply on the account. What delivery sends is on it already."""

    def __init__(self, pace: Pace) -> None:
        """Share this account with delivery."""
        self.pace = pace

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Any:
        """Make one call, after the flood limit that Telegram named for its chat, if it did.

        Raises ``RetryAfter`` where that is long, or Telegram names one now: whoever asked is
        answered later, and holds up nobody while waiting.
        """
        del rate_limit_args
        chat = data.get("chat_id")
        if DELIVERING.get() or not isinstance(chat, int) or not endpoint.startswith(_COUNTED):
            return await callback(*args, **kwargs)
        if seconds := self.pace.wait_for_reply(chat):
            if seconds > BRIEF:
                raise RetryAfter(timedelta(seconds=seconds))
            await asyncio.sleep(seconds)
        try:
            with self.pace.reply(chat):
                return await callback(*args, **kwargs)
        except RetryAfter as error:
            self.pace.halt(chat, seconds_of(error.retry_after))
            raise
