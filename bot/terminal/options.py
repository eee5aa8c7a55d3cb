"""What ``aspbot chat`` was told."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

STORE = Path("var/chat.db")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What ``aspbot chat`` was told.

    ``at`` is the venue's time as ``2013-11-22T18:55``; ``fresh`` empties ``store`` first; files
    that the bot sends go to ``folder``. Without streams it is the standard ones.
    """

    speaker: str = "ann"
    at: str | None = None
    fresh: bool = False
    store: Path = STORE
    folder: Path = Path()
    input: TextIO | None = None
    output: TextIO | None = None

    @property
    def source(self) -> TextIO:
        """Where lines come from."""
        return self.input or sys.stdin

    @property
    def target(self) -> TextIO:
        """Where the chat is shown."""
        return self.output or sys.stdout

    @property
    def interactive(self) -> bool:
        """Whether a person sits at both ends."""
        return self.source.isatty() and self.target.isatty()
