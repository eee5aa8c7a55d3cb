"""``aspbot check``: is everything as it should be? Looks, says, and changes nothing."""

from bot.checks.checking import checked

__all__ = ["checked"]
