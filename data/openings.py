"""How a summary opens that comes in one message: ``Day 3``, or a command with day and language."""

import re
from dataclasses import dataclass
from typing import Final

from data import richtext
from data.content.summaries import LANGUAGES
from data.richtext import RichText

LONG: Final = 200
_LANGUAGE = rf"(?:[ \t]+(?P<language>{'|'.join(LANGUAGES)})(?=[\s:]|$))?"
_BREAK = "[ \t]*[.:;,\u2013\u2014-]?\\s*"
_DAY: Final = re.compile(
    rf"\s*(?i:day|jour|journée|día|dia|اليوم|يوم)[ \t]+(?P<day>\d{{1,2}})(?!\d){_LANGUAGE}{_BREAK}"
)
_COMMAND: Final = re.compile(
    rf"/\w+(?:@\w+)?(?:[ \t]+(?P<day>\d{{1,2}})(?![\w.]))?{_LANGUAGE}(?:{_BREAK}|\s*)"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a text opens with, and the ``rest``; day and language are None where not named."""

    day: int | None
    language: str | None
    rest: RichText


def by_day(text: RichText) -> Opening | None:
    """Read a text that opens with ``Day 3``; None for any other."""
    match = _DAY.match(text.text)
    return _opening(text, match) if match else None


def by_command(text: RichText, known: frozenset[int]) -> Opening:
    """Read a command's message; a number that is not among the ``known`` days opens the text."""
    match = _COMMAND.match(text.text)
    if match is None:
        return Opening(None, None, text)
    opened = _opening(text, match)
    if opened.day is None or opened.day in known:
        return opened
    name = text.text.split(maxsplit=1)[0]
    return Opening(None, None, _behind(text, len(name)))


def is_long(text: RichText) -> bool:
    """Tell whether a text is longer than a question: over 200 characters, or several lines."""
    told = text.text.strip()
    return len(told) > LONG or "\n" in told


def _opening(text: RichText, match: re.Match[str]) -> Opening:
    day = int(match["day"]) if match["day"] else None
    return Opening(day, match["language"], _behind(text, match.end()))


def _behind(text: RichText, place: int) -> RichText:
    return richtext.trimmed(richtext.part(text, place, len(text.text)))
