"""Links that open the bot at a place: ``https://t.me/BOT?start=asp12-o-judge-election``.

Telegram allows 64 characters of ``A-Z a-z 0-9 _ -`` behind ``start=``; the session stands first,
so that a link of one session stays true when the next one is loaded.
"""

import re
from typing import NamedTuple
from urllib.parse import quote

_RECORD = re.compile(r"(?P<session>[a-z0-9]+)-(?:(?P<kind>[od])-(?P<identity>[a-z0-9-]+)|t)")
_SUBSCRIBE = "s"
_INVITATION = "i_"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,62}")
_KINDS = {"o": "outcome", "d": "day", None: "topics"}


class Target(NamedTuple):
    """What a deep link names: an outcome by its id, a day by its number, the topics, or digests."""

    session: str
    kind: str
    identity: str


def to_outcome(bot: str, session: str, outcome: str) -> str:
    """Return the link to an outcome."""
    return f"https://t.me/{bot}?start={session}-o-{outcome}"


def to_day(bot: str, session: str, number: int) -> str:
    """Return the link to a day."""
    return f"https://t.me/{bot}?start={session}-d-{number}"


def to_topics(bot: str, session: str) -> str:
    """Return the link to what a session decided, by topic."""
    return f"https://t.me/{bot}?start={session}-t"


def to_invitation(bot: str, token: str) -> str:
    """Return the link that makes whoever opens it first an editor."""
    return f"https://t.me/{bot}?start={_INVITATION}{token}"


def invitation_in(parameter: str) -> str | None:
    """Return the token of an invitation that stands behind ``/start``; None where none does."""
    token = parameter.removeprefix(_INVITATION)
    return token if token != parameter and _TOKEN.fullmatch(token) else None


def share(url: str, text: str) -> str:
    """Return the link that offers ``url`` with ``text`` to a chat of the person's choice."""
    return f"https://t.me/share/url?url={quote(url, safe='')}&text={quote(text, safe='')}"


def read(parameter: str) -> Target | None:
    """Return what stands behind ``/start``; None where it is no link of ours."""
    if parameter == _SUBSCRIBE:
        return Target("", "subscribe", "")
    match = _RECORD.fullmatch(parameter)
    if match is None:
        return None
    return Target(match["session"], _KINDS[match["kind"]], match["identity"] or "")
