"""Calls of the Bot API without the library's objects: for what is sent often.

To make a message of the library's out of what Telegram answers, and to make values of a keyboard
and of entities, takes twenty times as long as the call itself.
"""

from collections.abc import Mapping
from typing import Any

from telegram.ext import ExtBot
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter


class Calling:
    """Calls methods for a bot, through its request and on its account of what is sent."""

    def __init__(self, bot: ExtBot[None]) -> None:
        """Call for ``bot``."""
        self._bot = bot

    async def __call__(self, method: str, values: Mapping[str, Any]) -> Any:
        """Call ``method`` and return the result; what is no text is sent as JSON.

        Raises:
            TelegramError: as the bot's own methods do.
        """
        limiter = self._bot.rate_limiter
        if limiter is None:
            return await self._post(method, values)
        return await limiter.process_request(
            self._post, (method, values), {}, method, dict(values), None
        )

    async def _post(self, method: str, values: Mapping[str, Any]) -> Any:
        given = [RequestParameter(name, value, None) for name, value in values.items()]
        return await self._bot.request.post(f"{self._bot.base_url}/{method}", RequestData(given))
