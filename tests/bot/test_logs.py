"""The log tells what happened, and neither secrets nor what people wrote."""

import asyncio
import json
import logging
import sqlite3
from collections.abc import Iterator
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import BadRequest, NetworkError

from bot import logs

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # noqa: S105 - nobody's
WORDS = "my brother is a witness"


@pytest.fixture
def kept() -> Iterator[None]:
    """Give the log back as it was."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:], level = before
    root.setLevel(level)
    for name in ("httpx", "telegram", "asyncio", "apscheduler", "httpcore"):
        logging.getLogger(name).setLevel(logging.NOTSET)


def raised(error: Exception) -> Exception:
    """Give an exception a traceback through this test."""
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def record(message: str, error: Exception | None = None) -> logging.LogRecord:
    told = (type(error), error, error.__traceback__) if error else None
    made = logging.LogRecord("bot.polling", logging.WARNING, __file__, 1, message, None, told)
    made.created = 1385142903.25  # 22 November 2013, 17:55:03 UTC
    return made


@pytest.mark.usefixtures("kept")
def test_text_is_a_line_in_utc() -> None:
    stream = StringIO()
    logs.configure("INFO", "text", [], stream)
    logging.getLogger().handle(record("Telegram answers again"))
    assert stream.getvalue() == "2013-11-22 17:55:03 WARNING bot.polling: Telegram answers again\n"


@pytest.mark.usefixtures("kept")
def test_json_is_an_object_in_a_line() -> None:
    stream = StringIO()
    logs.configure("INFO", "json", [TOKEN], stream)
    logging.getLogger().handle(record(f"Zoë\n{TOKEN}", raised(NetworkError("gone"))))
    told = json.loads(stream.getvalue())
    assert told.pop("error").startswith("NetworkError: gone, at bot/test_logs.py:")
    assert told == {
        "time": "2013-11-22T17:55:03.250+00:00",
        "level": "WARNING",
        "logger": "bot.polling",
        "message": "Zoë\n***",
    }
    assert stream.getvalue().count("\n") == 1


@pytest.mark.usefixtures("kept")
def test_others_do_not_tell_of_every_request() -> None:
    stream = StringIO()
    logs.configure("DEBUG", "text", [], stream)
    logging.getLogger("httpx").info("POST https://api.telegram.org/bot%s/sendMessage", TOKEN)
    logging.getLogger("telegram.ext.Application").debug("Processing update %s", WORDS)
    logging.getLogger("bot.inbox").debug("ours")
    assert stream.getvalue().endswith("DEBUG bot.inbox: ours\n")
    assert stream.getvalue().count("\n") == 1


@given(st.text(), st.from_regex(r"[A-Za-z0-9_-]{12,60}", fullmatch=True))
def test_no_secret_and_no_token_is_ever_in_a_line(text: str, secret: str) -> None:
    line = logs.TextLines([secret]).format(record(f"{text}{secret}{TOKEN}"))
    assert TOKEN not in line
    assert secret not in line


@given(st.text())
def test_a_record_is_one_line_whatever_it_says(text: str) -> None:
    assert len(logs.TextLines([]).format(record(f"a{text}b")).splitlines()) == 1


@pytest.mark.parametrize(
    "error",
    [
        ValueError(WORDS),
        KeyError(WORDS),
        sqlite3.IntegrityError(f"constraint failed: {WORDS}"),
        BadRequest(f'Can\'t parse entities: unsupported start tag "{WORDS}" at byte offset 0'),
        OSError(2, "No such file or directory", WORDS),
    ],
)
def test_an_error_is_told_without_what_a_person_wrote(error: Exception) -> None:
    line = logs.TextLines([]).format(record("The answer failed", raised(error)))
    assert WORDS not in line
    assert type(error).__name__ in line
    assert "at bot/test_logs.py:" in line


def test_what_telegram_and_the_system_say_is_told() -> None:
    assert "Bad Gateway" in logs.told(NetworkError("Bad Gateway"))
    assert "No such file" in logs.told(OSError(2, "No such file or directory", WORDS))
    assert len(logs.told(NetworkError("<html>" * 999))) < 300


def test_what_lies_behind_an_error_is_named() -> None:
    error = RuntimeError()
    error.__cause__ = sqlite3.OperationalError()
    assert logs.told(error) == "RuntimeError, caused by OperationalError"


def test_a_task_that_nobody_waits_for_is_not_lost(caplog: pytest.LogCaptureFixture) -> None:
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(logs.forgotten)
    loop.call_exception_handler({"message": "Task was lost", "exception": ValueError(WORDS)})
    loop.close()
    assert caplog.messages == ["Task was lost"]
