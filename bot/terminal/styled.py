"""Onto a terminal, with rich: bold is bold, and lines break between words."""

import re
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bot.terminal.printed import Printed

MOST_COLUMNS = 80
_LIST_ITEM = re.compile(r"\s*(?:[-•*]|\d+[.)])\s+|\s+")
_WORD = re.compile(r"[^ ]+ *")
_STYLES = {
    "bold": "bold",
    "italic": "italic",
    "underline": "underline",
    "strikethrough": "strike",
    "spoiler": "reverse",
    "code": "cyan",
    "pre": "cyan",
    "blockquote": "dim",
    "expandable_blockquote": "dim",
    "text_link": "underline",
    "url": "underline",
    "bot_command": "cyan",
}


def breaks(text: str, width: int) -> list[int]:
    """Return where a line breaks so that no part is wider than ``width`` columns.

    It breaks at spaces alone: a longer word stays whole, for the terminal to break.
    """
    found, start = [], 0
    for word in _WORD.finditer(text):
        if word.start() > start and cell_len(text[start : word.end()].rstrip(" ")) > width:
            start = word.start()
            found.append(start)
    return found


class StyledWriter:
    """Writes styled text, wrapped at the terminal's width or at what reads well."""

    def __init__(self, output: TextIO | None = None, width: int | None = None) -> None:
        """Write to ``output``, else to whatever is the standard output at the time."""
        self._console = Console(
            file=output, force_terminal=True, highlight=False, markup=False, emoji=False
        )
        self._given = width

    @property
    def width(self) -> int:
        """The terminal's width now, but no more than lines that read well."""
        return self._given or min(self._console.width, MOST_COLUMNS)

    def text(self, text: Printed) -> None:
        """Write a text, wrapped; words longer than a line, such as addresses, stay whole."""
        styled = Text(text.text)
        for style in text.styles:
            styled.stylize(_STYLES.get(style.name, ""), style.start, style.end)
        for line in styled.split("\n", allow_blank=True):
            self._wrapped(line)
        for note in text.notes:
            self.line(note, "dim")

    def _wrapped(self, line: Text) -> None:
        begins = _LIST_ITEM.match(line.plain)
        hang = begins.end() if begins and begins.end() < self.width // 2 else 0
        rest = line[hang:]
        parts = rest.divide(breaks(rest.plain, self.width - hang))
        for number, part in enumerate(parts):
            part.rstrip()
            lead = Text(" " * hang) if number else line[:hang]
            self._console.print(lead + part, soft_wrap=True)

    def line(self, line: str = "", style: str = "", end: str = "\n") -> None:
        """Write a line; longer than the terminal, the terminal itself breaks it."""
        self._console.print(line, style=style or None, soft_wrap=True, end=end)

    def measure(self, text: str) -> int:
        """Return the columns that a text takes; wide characters take two."""
        return cell_len(text)
