"""What the server finds in a plain text: commands, mentions, addresses, hashtags and the like.

A close approximation of the server's own rules; top-level domains are those that texts here are
likely to hold, rather than all of them.
"""

import re

from bot.localapi import nesting, units
from bot.localapi.html import Entity

_ZONES = (
    "com|org|net|int|edu|gov|info|eu|uk|nl|fr|de|es|it|be|ch|at|se|no|fi|dk|ie|pt|pl|gr|jp|kr|cn|in"
    "|au|nz|ca|us|br|ar|mx|cl|ke|ug|ng|za|gh|sn|tn|eg|me|io|dev|app|news|africa|law|ngo|tv|co|ly|museum"
)
_URL = re.compile(
    rf"""(?<![\w@.\-/])
    (?:
        (?:https?|tg|ton|tonsite)://[^\s/?\#<>"']+(?:[/?\#][^\s<>"']*)?
      | (?:[\w-]+\.)+(?:{_ZONES})(?::\d+)?(?![\w@.-]|\.\w)(?:[/?\#][^\s<>"']*)?
      | (?:[\w-]+\.)+(?:{_ZONES})(?=\.(?:\s|$))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+@/-])[\w.+-]{1,64}@(?:[\w-]+\.)+[a-zA-Z]{2,16}(?![\w@])")
_COMMAND = re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])")
_MENTION = re.compile(r"(?<![\w@./])@[a-zA-Z0-9_]{2,32}(?![\w@])")
_HASHTAG = re.compile(r"(?<![\w#/&])#(?=\w*[^\W\d_])\w{1,256}(?!#)(?:@[a-zA-Z0-9_]{3,32})?")
_CASHTAG = re.compile(r"(?<![\w$])\$(?:1INCH|[A-Z]{1,8})(?:@[a-zA-Z0-9_]{3,32})?(?![\w$])")
_PATTERNS = (
    ("url", _URL),
    ("email", _EMAIL),
    ("bot_command", _COMMAND),
    ("mention", _MENTION),
    ("hashtag", _HASHTAG),
    ("cashtag", _CASHTAG),
)
_TRAILING = ".,:;!?'\""
_SHORT_MENTIONS = frozenset({"@gif", "@vid", "@pic", "@wiki", "@imdb", "@bing", "@coub", "@like"})
_SHORTEST_MENTION = 4


def detect(text: str) -> list[Entity]:
    """Entities found in ``text``, none crossing another (the earlier, then the longer wins)."""
    starts = units.starts(text)
    found: list[Entity] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = _trimmed(text, match.start(), match.end(), kind)
            if span:
                offset = starts[span[0]]
                found.append({"type": kind, "offset": offset, "length": starts[span[1]] - offset})
    return nesting.disjoint(nesting.ordered(found))


def _trimmed(text: str, begin: int, stop: int, kind: str) -> tuple[int, int] | None:
    """Without closing punctuation behind an address; ``None`` for what is too short."""
    if kind == "url":
        while stop > begin and (text[stop - 1] in _TRAILING or _unopened(text[begin:stop])):
            stop -= 1
    short = kind == "mention" and stop - begin <= _SHORTEST_MENTION
    if short and text[begin:stop].lower() not in _SHORT_MENTIONS:
        return None
    return (begin, stop) if stop > begin else None


def _unopened(part: str) -> bool:
    pairs = {")": "(", "]": "[", "}": "{"}
    return part[-1] in pairs and part.count(part[-1]) > part.count(pairs[part[-1]])
