"""The terminal chat, fed with lines as from a pipe, on a bot of a few lines."""

from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from bot.terminal import Options, chat, chatting, library
from data.store import MEMORY, open_store
from tests.bot.terminal import tiny

Chats = Callable[..., str]


@dataclass
class Chatted:
    """What a chat showed, and the status with which it ended."""

    shown: str
    status: int


@pytest.fixture
def chatted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Chatted]:
    """Type lines and get what was shown for the last of them."""
    monkeypatch.setattr(chatting, "build", tiny.build)
    monkeypatch.setattr(library, "opened", lambda *_, **__: open_store(MEMORY))
    monkeypatch.setattr("data.session.every", lambda _db: [])

    def run(*lines: str, **more: Any) -> Chatted:
        output = StringIO()
        given: dict[str, Any] = {
            "output": output,
            "store": tmp_path / "chat.db",
            "folder": tmp_path,
        } | more
        status = chat(Options(input=StringIO("".join(f"{each}\n" for each in lines)), **given))
        return Chatted(output.getvalue(), status)

    return run


@pytest.fixture
def last(chatted: Callable[..., Chatted]) -> Chats:
    """Type lines and get the lines that answer the last of them."""

    def run(*lines: str, **more: Any) -> str:
        made = chatted(*lines, **more)
        assert made.status == 0
        return made.shown.rsplit(f"> {lines[-1]}\n", 1)[1].strip()

    return run
