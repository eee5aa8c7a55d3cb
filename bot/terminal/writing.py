"""Where text goes; this is the plain way, for a pipe or a file."""

from typing import Protocol, TextIO

from bot.terminal.printed import Printed


class Writer(Protocol):
    """Writes what a chat shows."""

    @property
    def width(self) -> int | None:
        """Columns; None leaves every line as it is."""
        ...

    def text(self, text: Printed) -> None:
        """Write a text with its styles, and below it where its links lead."""
        ...

    def line(self, line: str = "", style: str = "", end: str = "\n") -> None:
        """Write one line that is not wrapped; ``style`` is rich's, ``end`` what stands behind."""
        ...

    def measure(self, text: str) -> int:
        """Return how many columns a text takes."""
        ...


class PlainWriter:
    """Writes plain text, as it stands."""

    width: int | None = None

    def __init__(self, output: TextIO) -> None:
        """Write to ``output``."""
        self._output = output

    def text(self, text: Printed) -> None:
        """Write a text as it is."""
        for line in (*text.text.split("\n"), *text.notes):
            self.line(line)

    def line(self, line: str = "", style: str = "", end: str = "\n") -> None:
        """Write a line; there is no style here."""
        del style
        self._output.write((line.rstrip() if end else line) + end)
        self._output.flush()

    def measure(self, text: str) -> int:
        """Return the number of characters."""
        return len(text)
