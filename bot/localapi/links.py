"""Addresses in texts and buttons, checked and written as the server does."""

import re
from urllib.parse import parse_qs, urlsplit

_SCHEMES = frozenset({"http", "https"})
_INTERNAL = frozenset({"tg", "ton", "tonsite"})
_LIMIT = 2048
START = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
_USER = re.compile(r"tg://user\?id=(\d+)\Z", re.IGNORECASE)


class WrongLinkError(ValueError):
    """An address that the server does not accept; its text says why."""


def user_id(url: str) -> int | None:
    """The person meant by ``tg://user?id=…``, else ``None``."""
    match = _USER.match(url.strip())
    return int(match.group(1)) if match else None


def check(url: str) -> str:
    """The address as the server keeps it: with scheme, small host, and a path.

    Raises:
        WrongLinkError: with the server's words.
    """
    stripped = url.strip()
    refusal = f"URL '{url}' is invalid: "
    if not stripped:
        raise WrongLinkError(refusal + "URL host is empty")
    scheme, separator, rest = stripped.partition("://")
    if not separator:
        scheme, rest = "http", stripped
    scheme = scheme.lower()
    if scheme in _INTERNAL:
        return f"{scheme}://{rest}"
    if scheme not in _SCHEMES:
        raise WrongLinkError(refusal + "Unsupported URL protocol")
    return _web(scheme, rest, refusal)


def _web(scheme: str, rest: str, refusal: str) -> str:
    try:
        parts = urlsplit(f"{scheme}://{rest}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise WrongLinkError(refusal + "Wrong HTTP URL") from None
    if not host:
        raise WrongLinkError(refusal + "URL host is empty")
    if "." not in host or any(mark.isspace() for mark in host):
        raise WrongLinkError(refusal + "Wrong HTTP URL")
    authority = host if port is None else f"{host}:{port}"
    tail = rest[len(parts.netloc) :]
    if not tail.startswith("/"):
        tail = "/" + tail
    checked = f"{scheme}://{authority}{tail}"
    if len(checked) > _LIMIT:
        raise WrongLinkError(refusal + "URL is too long")
    return checked


def lost_parameter(url: str) -> str | None:
    """What a link into a bot would lose, since Telegram passes on 1 to 64 of A-Z a-z 0-9 _ -."""
    parts = urlsplit(url)
    if parts.hostname not in ("t.me", "telegram.me"):
        return None
    given = parse_qs(parts.query, keep_blank_values=True)
    for name in ("start", "startgroup", "startchannel"):
        for value in given.get(name, []):
            if value and not START.match(value):
                return f"the {name} parameter {value!r} is not passed on"
    return None
