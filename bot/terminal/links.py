"""Where links lead: out of the terminal, or back into the bot."""

from urllib.parse import parse_qs, urlsplit

_HOSTS = {"t.me", "telegram.me"}


def command_behind(url: str, bot: str) -> str | None:
    """Return the ``/start …`` that Telegram sends for a link into the bot; None for others."""
    parts = urlsplit(url)
    if parts.hostname not in _HOSTS or parts.path.strip("/").lower() != bot.lower():
        return None
    started = parse_qs(parts.query).get("start", [""])[0]
    return f"/start {started}".rstrip()


def shown(url: str, bot: str) -> str:
    """Return what to write for a link: what to type where it leads into the bot, or itself."""
    return command_behind(url, bot) or url


def passed_on(url: str) -> str | None:
    """Return what a ``t.me/share/url`` link offers to pass on: text and address; None for others.

    Telegram puts the address first; here the text comes first, as one would read it out.
    """
    parts = urlsplit(url)
    if parts.hostname not in _HOSTS or parts.path.strip("/") != "share/url":
        return None
    given = parse_qs(parts.query)
    return " ".join((given.get("text", [""])[0], given.get("url", [""])[0])).strip()
