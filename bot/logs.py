"""The log: a line for each event, on standard error, without secrets and without people's words.

An exception is told by its kind and its path through the code. Its message is left out unless it
is known to hold nothing that a person wrote: what Telegram says of the network, of limits and of
the token; what the system says of files; the names of SQLite's errors.
"""

import asyncio
import json
import logging
import re
import sqlite3
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from telegram.error import BadRequest, TelegramError

HIDDEN = "***"
_LOOKS_LIKE_A_TOKEN = re.compile(r"\b\d{6,}:[\w-]{30,}", re.ASCII)
_QUOTED = re.compile(r'"[^"]*"')
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_FRAMES = 12
_LONGEST = 200
# Others speak of every request with its address (which holds the token), of whole updates with
# their texts, or of each tick. What they raise is told by ours.
_OTHERS = {
    "apscheduler": logging.WARNING,
    "asyncio": logging.WARNING,
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "telegram": logging.WARNING,
    "telegram.ext.Updater": logging.CRITICAL + 1,
    "telegram.request": logging.CRITICAL + 1,
    "tornado": logging.CRITICAL + 1,
}


def configure(level: str, form: str, secrets: Sequence[str], stream: TextIO | None = None) -> None:
    """Write the log to ``stream`` (standard error) as ``text`` or ``json`` from ``level`` on."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines(secrets) if form == "json" else TextLines(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name, lowest in _OTHERS.items():
        logging.getLogger(name).setLevel(max(lowest, logging.getLevelNamesMapping()[level]))
    logging.captureWarnings(capture=True)


class TextLines(logging.Formatter):
    """``2013-11-22 18:55:03 WARNING bot.polling: …``, in UTC."""

    def __init__(self, secrets: Sequence[str]) -> None:
        """Hide ``secrets`` wherever they appear."""
        super().__init__()
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for ``record``."""
        moment = f"{_moment(record):%Y-%m-%d %H:%M:%S}"
        line = f"{moment} {record.levelname} {record.name}: {record.getMessage()}"
        if record.exc_info and record.exc_info[1]:
            line = f"{line} | {told(record.exc_info[1])}"
        return _one_line(hidden(line, self._secrets))


class JsonLines(logging.Formatter):
    """An object for each line: ``time``, ``level``, ``logger``, ``message``, ``error``."""

    def __init__(self, secrets: Sequence[str]) -> None:
        """Hide ``secrets`` wherever they appear."""
        super().__init__()
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for ``record``."""
        fields = {
            "time": _moment(record).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": hidden(record.getMessage(), self._secrets),
        }
        if record.exc_info and record.exc_info[1]:
            fields["error"] = hidden(told(record.exc_info[1]), self._secrets)
        return json.dumps(fields, ensure_ascii=False)


def forgotten(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what a task raised that nobody waits for: an event loop's exception handler."""
    del loop
    logging.getLogger(__name__).error("%s", context["message"], exc_info=context.get("exception"))


def told(error: BaseException) -> str:
    """Tell an exception in one line: kind, what may be said of it, and where it came from."""
    said = _harmless(error)
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    path = " > ".join(_frame(each) for each in frames)
    cause = error.__cause__
    parts = [
        f"{type(error).__name__}: {said}" if said else type(error).__name__,
        f"at {path}" if path else "",
        f"caused by {type(cause).__name__}" if cause else "",
    ]
    return ", ".join(part for part in parts if part)


def _harmless(error: BaseException) -> str:
    if isinstance(error, BadRequest):  # may quote a piece of the text that it refuses
        return _QUOTED.sub('"…"', error.message)
    if isinstance(error, TelegramError):  # of a gateway's page, the beginning will do
        return error.message[:_LONGEST]
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorname", "")
    if isinstance(error, OSError):
        return error.strerror or ""
    return ""


def _frame(frame: traceback.FrameSummary) -> str:
    place = "/".join(Path(frame.filename).parts[-2:])
    return f"{place}:{frame.lineno} {frame.name}"


def hidden(text: str, secrets: Sequence[str]) -> str:
    """Return ``text`` with ``secrets``, and whatever looks like a token, made unreadable."""
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    return _LOOKS_LIKE_A_TOKEN.sub(HIDDEN, text)


def _one_line(text: str) -> str:
    return _CONTROLS.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def _moment(record: logging.LogRecord) -> datetime:
    return datetime.fromtimestamp(record.created, UTC)
