"""The newcomer's door: what ``aspbot`` does when it is told nothing."""

import sys

from bot.settings import Settings
from bot.starting import start


def enter(settings: Settings) -> int:
    """Serve Telegram where there is a token; else chat at a terminal; else play the tour."""
    if settings.telegram_token is not None:
        return start(settings)
    if sys.stdin.isatty() and sys.stdout.isatty():
        from bot.terminal import Options, chat

        return chat(Options())
    from bot.demo import play

    return play()
