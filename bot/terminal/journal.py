"""Where the log goes: into a file beside the store, out of the conversation's way."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Journal(logging.FileHandler):
    """A log file, made when there is something to write, and whether it has news."""

    def __init__(self, path: Path) -> None:
        """Write warnings and worse to ``path``."""
        super().__init__(path, delay=True, encoding="utf-8")
        self.setLevel(logging.WARNING)
        self.setFormatter(logging.Formatter(_FORMAT))
        self._path = path
        self._news = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        self._news = self._news or record.levelno >= logging.ERROR
        super().emit(record)

    def news(self) -> Path | None:
        """Return the file's path where an error was logged since the last time this was asked."""
        news, self._news = self._news, False
        return self._path if news else None

    @classmethod
    @contextmanager
    def kept(cls, path: Path) -> Iterator["Journal"]:
        """Take the whole program's log until the end of the block."""
        journal, root = cls(path), logging.getLogger()
        root.addHandler(journal)
        try:
            yield journal
        finally:
            root.removeHandler(journal)
            journal.close()
