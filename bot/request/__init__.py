"""How the bot calls Telegram: an HTTP client in the place of the library's own.

A call costs the library's client ten times what it costs this one (``docs/performance.md``). What
goes wrong is told as the library tells it, so that nobody else notices the difference.
"""

from bot.request.calling import AiohttpRequest, Times

__all__ = ["AiohttpRequest", "Times"]
