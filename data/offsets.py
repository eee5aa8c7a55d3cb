"""A distance from UTC as people write it, and how it is kept and shown: ``UTC+05:30``, UTC+5:30."""

import re
import unicodedata
from datetime import timedelta, timezone
from typing import Final

LONGEST: Final = 40
LEAST: Final = timedelta(hours=-12)
MOST: Final = timedelta(hours=14)
STEP: Final = timedelta(minutes=15)

_NAME: Final = r"(?:etc/)?(?:utc|gmt|ut|tu|uct|z|zulu|greenwich|universal)|(?:توقيت )?[غج]رينت?ش"
_SIZE: Final = r"(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>\d{2})|\.(?P<half>5))?\s*h?"
_WRITTEN: Final = re.compile(rf"(?:{_NAME})?\s*(?P<sign>[+-])\s*{_SIZE}|(?P<zero>(?:{_NAME})0?)")
_SIGN_OF_ETC: Final = "etc/gmt"  # in these names of the tz database, and only there, + is west
_MINUSES: Final = str.maketrans("\u2212\u2013\u2010\u2011", "----")


def read(text: str) -> timedelta | None:
    """Return the offset from UTC that ``text`` names; None where it names none.

    ``UTC+3``, ``GMT-5``, ``+05:30``, ``+0530``, ``+5.5`` and ``UTC`` are offsets; ``3`` is none,
    nor is one that no place keeps: beyond -12 and +14 hours, or no multiple of a quarter.
    """
    said = _bare(text) if len(text) <= LONGEST else ""
    match = _WRITTEN.fullmatch(said)
    if match is None:
        return None
    if match["zero"]:
        return timedelta(0)
    minutes = 30 if match["half"] else int(match["minutes"] or 0)
    size = timedelta(hours=int(match["hours"]), minutes=minutes)
    west = (match["sign"] == "-") != said.startswith(_SIGN_OF_ETC)
    offset = -size if west else size
    return offset if minutes < 60 and _kept(offset) else None


def key(offset: timedelta) -> str:
    """Return the name under which an offset is kept: ``UTC``, ``UTC+03:00``, ``UTC-09:30``."""
    sign, hours, minutes = _parts(offset)
    return f"UTC{sign}{hours:02}:{minutes:02}" if offset else "UTC"


def shown(offset: timedelta) -> str:
    """Return an offset for people, any to the minute: UTC+3, UTC+5:30; a true minus sign."""
    sign, hours, minutes = _parts(offset)
    size = f"{hours}:{minutes:02}" if minutes else f"{hours}"
    return f"UTC{sign}{size}".replace("-", "\u2212") if hours or minutes else "UTC"


def zone(named: str) -> timezone | None:
    """Return the zone that ``key`` names; None for any other name."""
    offset = read(named)
    return timezone(offset, named) if offset is not None and key(offset) == named else None


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold()).translate(_MINUSES)
    kept = [each for each in decomposed if unicodedata.category(each) not in {"Mn", "Cf"}]
    return " ".join("".join(str(int(e)) if e.isdecimal() else e for e in kept).split())


def _kept(offset: timedelta) -> bool:
    return LEAST <= offset <= MOST and not offset % STEP


def _parts(offset: timedelta) -> tuple[str, int, int]:
    minutes = abs(offset) // timedelta(minutes=1)
    return ("-" if offset < timedelta(0) else "+", minutes // 60, minutes % 60)
