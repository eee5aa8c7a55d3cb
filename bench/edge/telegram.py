"""A Bot API over HTTP that is faster than any bot: it hands out updates and counts answers.

It does not check anything; what Telegram refuses is the business of ``bot/localapi``. Its answers
are as long as Telegram's: a message that was sent comes back whole.
"""

import asyncio
import json
import random
import re
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Final, cast
from urllib.parse import parse_qs

_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHAT: Final = re.compile(rb"chat_id(?:=|\"\r\n(?:[^\r\n]+\r\n)*\r\n)(\d+)")
_OFFSET: Final = re.compile(rb"offset(?:=|\"\r\n(?:[^\r\n]+\r\n)*\r\n)(\d+)")
_TIMEOUT: Final = re.compile(rb"timeout(?:=|\"\r\n(?:[^\r\n]+\r\n)*\r\n)(\d+)")
_BOUNDARY: Final = re.compile(rb"boundary=([\w-]+)")
_MOST: Final = 100
_FIRST_PERSON: Final = 1_000_000
_ME: Final = {
    "id": 1,
    "is_bot": True,
    "first_name": "ASP",
    "username": "asp_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}
_SENDS: Final = (b"/sendMessage", b"/editMessageText")


class Telegram:
    """Updates that wait, when each was asked, and how long its answer took."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[int, bytes]] = deque()
        self.asked: dict[int, float] = {}
        self.took: list[float] = []
        self.first_call: float | None = None
        self.on_answer: Callable[[], None] = lambda: None
        # As after a quiet week: a bot must not take an update for one of an earlier race.
        self._numbers = random.randrange(1, 2**30)  # noqa: S311 - no secret
        self._polling: Callable[[], None] | None = None
        self._shapes: dict[int, tuple[bytes, bytes]] = {}

    def asks(self, text: str) -> None:
        """Let another person ask something in private."""
        self._numbers += 1
        person = _FIRST_PERSON + self._numbers
        name = {"id": person, "is_bot": False, "first_name": "Ann", "language_code": "en"}
        message: dict[str, Any] = {
            "message_id": self._numbers % 1_000_000,
            "from": name,
            "chat": {"id": person, "first_name": "Ann", "type": "private"},
            "date": int(time.time()),
            "text": text,
        }
        if text.startswith("/"):
            entity = {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
            message["entities"] = [entity]
        update = {"update_id": self._numbers, "message": message}
        self.waiting.append((self._numbers, json.dumps(update).encode()))
        self.asked[person] = time.perf_counter()
        if self._polling is not None:
            self._polling()

    def answered(self, chat: int) -> None:
        """Take note that somebody is answered."""
        asked = self.asked.pop(chat, None)
        if asked is not None:
            self.took.append(time.perf_counter() - asked)
            self.on_answer()

    def updates(self, offset: int) -> bytes:
        """Return what waits from ``offset`` on; what lies below it is confirmed."""
        while self.waiting and self.waiting[0][0] < offset:
            self.waiting.popleft()
        found = [body for _, body in list(self.waiting)[:_MOST]]
        return b'{"ok":true,"result":[' + b",".join(found) + b"]}"

    def message(self, head: bytes, body: bytes, chat: int) -> bytes:
        """Return the message that was sent, as Telegram does; one like it is read only once."""
        start, end = _CHAT.search(body).span(1)  # type: ignore[union-attr]  # a message has a chat
        shape = hash(body[:start] + body[end:]) if b"boundary=" not in head else len(body)
        if shape not in self._shapes:
            self._shapes[shape] = _shape(head, body)
        before, after = self._shapes[shape]
        return before + str(chat).encode() + after

    def polls(self, wake: Callable[[], None] | None) -> None:
        """Keep the call that waits for updates."""
        self._polling = wake


def _shape(head: bytes, body: bytes) -> tuple[bytes, bytes]:
    """Return a message as it is sent back, before and behind its chat's number."""
    fields = _fields(head, body)
    message: dict[str, Any] = {
        "message_id": 7,
        "from": {"id": 1, "is_bot": True, "first_name": "ASP", "username": "asp_bot"},
        "chat": {"id": "CHAT", "first_name": "Ann", "type": "private"},
        "date": 1_385_121_600,
        "text": fields.get("text", ""),
    }
    for name in ("entities", "reply_markup"):
        if fields.get(name):
            message[name] = json.loads(fields[name])
    before, _, after = json.dumps({"ok": True, "result": message}).partition('"CHAT"')
    return before.encode(), after.encode()


def _fields(head: bytes, body: bytes) -> dict[str, str]:
    if b"application/json" in head:
        return dict(json.loads(body))
    boundary = _BOUNDARY.search(head)
    if boundary is None:
        return {name: values[0] for name, values in parse_qs(body.decode()).items()}
    fields = {}
    for part in body.split(b"--" + boundary[1])[1:-1]:
        about, _, content = part.partition(b"\r\n\r\n")
        name = re.search(rb'name="?([^";\r]+)', about)
        if name:
            fields[name[1].decode()] = content.removesuffix(b"\r\n").decode()
    return fields


class Connection(asyncio.Protocol):
    """One connection of a bot."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is one by duck only

    def data_received(self, data: bytes) -> None:
        """Answer each request that is complete."""
        self._received += data
        while (end := self._received.find(b"\r\n\r\n")) >= 0:
            head = self._received[:end]
            found = _LENGTH.search(head)
            size = end + 4 + (int(found[1]) if found else 0)
            if len(self._received) < size:
                return
            body, self._received = self._received[end + 4 : size], self._received[size:]
            self._answers(head, body)

    def _answers(self, head: bytes, body: bytes) -> None:
        telegram = self._telegram
        path = head[: head.find(b" HTTP/")].rsplit(b" ", 1)[-1]
        if telegram.first_call is None:
            telegram.first_call = time.perf_counter()
        if path.endswith(b"/getUpdates"):
            self._polls(body)
        elif path.endswith(_SENDS):
            chat = int(_CHAT.search(body)[1])  # type: ignore[index]  # a message has a chat
            self._says(telegram.message(head, body, chat))
            telegram.answered(chat)
        elif path.endswith(b"/getMe"):
            self._says(json.dumps({"ok": True, "result": _ME}).encode())
        else:
            self._says(b'{"ok":true,"result":true}')

    def _polls(self, body: bytes) -> None:
        given = _OFFSET.search(body)
        offset = int(given[1]) if given else 0
        telegram = self._telegram
        seconds = _TIMEOUT.search(body)
        found = telegram.updates(offset)
        if not found.endswith(b"[]}") or not seconds:
            self._says(found)
            return
        loop = asyncio.get_running_loop()
        done = False

        def wake() -> None:
            nonlocal done
            if not done:
                done = True
                timer.cancel()
                telegram.polls(None)
                # As one that waits at Telegram: what comes at the same moment goes along.
                loop.call_soon(lambda: self._says(telegram.updates(offset)))

        timer = loop.call_later(float(seconds[1]), wake)
        telegram.polls(wake)

    def _says(self, body: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            head = b"HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: application/json\r\n"
            size = str(len(body)).encode()
            self._transport.write(head + b"Content-Length: " + size + b"\r\n\r\n" + body)
