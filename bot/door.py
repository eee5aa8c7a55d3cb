"""The newcomer's door: what ``aspbot`` does when it is told nothing."""

import sys

from bot import lean
from bot.settings import Settings


def enter(settings: Settings) -> int:
    """Serve Telegram where there is a token; else chat at a terminal; else play the tour."""
    if settings.telegram_token is not None:
        lean.for_serving()
        from bot.starting import start

        return start(settings)
    if sys.stdin.isatty() and sys.stdout.isatty():
        from bot.terminal import Options, chat

        return chat(Options())
    from bot.demo import play

    return play()
