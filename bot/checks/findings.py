"""What a check finds: a line each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.settings import Settings

Level = Literal["ok", "note", "WRONG"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``WRONG`` is what somebody must mend."""

    level: Level
    text: str

    def __str__(self) -> str:
        """Return the line as it is printed."""
        return f"{self.level:<6} {self.text}"


Check = Callable[[Settings], Iterator[Finding]]


def ok(text: str) -> Finding:
    """Say that something is as it should be."""
    return Finding("ok", text)


def note(text: str) -> Finding:
    """Say something that may be right as it is."""
    return Finding("note", text)


def wrong(text: str) -> Finding:
    """Say what is wrong, and how to mend it where that is known."""
    return Finding("WRONG", text)
