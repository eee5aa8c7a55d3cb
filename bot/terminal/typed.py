"""What a line typed into the chat means, before anybody acts on it."""

import re
from dataclasses import dataclass
from datetime import timedelta

LOCAL = ("as", "in", "tick", "edit", "reply", "quit")
_MOST_DIGITS = 3  # Telegram allows 100 buttons; a year or an amount is an answer
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_STEP = re.compile(
    r"(\d{1,4})?\s*(s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:ours?)?|d(?:ays?)?|w(?:eeks?)?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the terminal's own, such as ``/tick 10m``; the bot never hears of it."""

    name: str
    rest: str


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a button, or of a result."""

    number: int


@dataclass(frozen=True, slots=True)
class Inline:
    """``@asp_bot words``: inline mode."""

    words: str


@dataclass(frozen=True, slots=True)
class Text:
    """Everything else goes to the chat as it is."""

    text: str


Meant = Command | Number | Inline | Text


def read(line: str, bot: str) -> Meant | None:
    r"""Return what a line means; None for a blank one.

    A backslash in front sends what follows as text, whatever it looks like: ``\\3``.
    """
    line = line.strip()
    if not line:
        return None
    if line.startswith("\\"):
        return Text(line[1:]) if line[1:].strip() else None
    first, _, rest = line.partition(" ")
    if first.startswith("/") and first[1:] in LOCAL:
        return Command(first[1:], rest.strip())
    if line.isdecimal() and len(line) <= _MOST_DIGITS:
        return Number(int(line))
    if first.casefold() == f"@{bot}".casefold():
        return Inline(rest.strip())
    return Text(line)


def step(text: str) -> timedelta | None:
    """Read how far the clock moves: ``10m``, ``2h``, ``day``, ``3 days``; None for no such."""
    match = _STEP.fullmatch(text.strip())
    if match is None:
        return None
    return timedelta(**{_UNITS[match[2][0].lower()]: int(match[1] or 1)})
