"""What goes wrong is told as the library's own client tells it: each test runs on both."""

import asyncio
import email
from collections.abc import AsyncIterator
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qs

import pytest
from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.request import AiohttpRequest, Times
from tests.bot.request.misbehaving import FILE, Misbehaving, misbehaving

SHORT = 0.2
HOSTILE = "a+b & c=d; %41 é 🌍 مرحبا\n\x00 “quoted” <b>'\"</b>"


@pytest.fixture
async def server() -> AsyncIterator[Misbehaving]:
    async with misbehaving() as made:
        yield made


@pytest.fixture(params=["ours", "the library's"])
async def request_(request: pytest.FixtureRequest) -> AsyncIterator[BaseRequest]:
    made: BaseRequest
    if request.param == "ours":
        made = AiohttpRequest(at_once=2, times=Times(SHORT, SHORT, SHORT, SHORT, SHORT))
    else:
        made = HTTPXRequest(2, SHORT, SHORT, SHORT, SHORT, media_write_timeout=SHORT)
    async with made:
        yield made


def given(**values: Any) -> RequestData:
    return RequestData([RequestParameter.from_input(name, each) for name, each in values.items()])


@pytest.mark.parametrize("path", ["good", "gzip", "chunked", "drips"])
async def test_an_answer_is_read_in_whatever_way_it_comes(
    request_: BaseRequest, server: Misbehaving, path: str
) -> None:
    assert await request_.post(server.url(path), given(a=1)) == {"text": "Grüße, مرحبا"}


@pytest.mark.parametrize("path", ["silent", "stops"])
async def test_whatever_takes_too_long_is_timed_out(
    request_: BaseRequest, server: Misbehaving, path: str
) -> None:
    with pytest.raises(TimedOut):
        await request_.post(server.url(path), given(a=1))


@pytest.mark.parametrize(
    "path",
    ["resets", "cut-at-once", "cut-head", "cut-body", "cut-chunk", "no-http", "broken-gzip"],
)
async def test_a_line_that_fails_is_a_network_error(
    request_: BaseRequest, server: Misbehaving, path: str
) -> None:
    with pytest.raises(NetworkError) as told:
        await request_.post(server.url(path), given(a=1))
    assert type(told.value) is NetworkError


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/x", "http://nowhere.invalid/x"])
async def test_so_is_a_server_that_is_not_there(request_: BaseRequest, url: str) -> None:
    with pytest.raises(NetworkError):
        await request_.post(url)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("flood", RetryAfter),
        ("migrated", ChatMigrated),
        ("bad", BadRequest),
        ("forbidden", Forbidden),
        ("conflict", Conflict),
        ("unauthorized", InvalidToken),
        ("html-401", InvalidToken),
        ("html-502", NetworkError),
        ("empty-500", NetworkError),
        ("elsewhere", NetworkError),
        ("html-200", TelegramError),
    ],
)
async def test_a_refusal_is_told_by_its_kind(
    request_: BaseRequest, server: Misbehaving, path: str, kind: type[TelegramError]
) -> None:
    with pytest.raises(TelegramError) as told:
        await request_.post(server.url(path))
    assert type(told.value) is kind


async def test_values_arrive_as_they_are(request_: BaseRequest, server: Misbehaving) -> None:
    await request_.post(
        server.url("good"), given(text=HOSTILE, chat_id=-1001, entities=[{"type": "bold"}])
    )
    (heard,) = server.heard
    assert heard.headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qs(heard.body.decode(), keep_blank_values=True) == {
        "text": [HOSTILE],
        "chat_id": ["-1001"],
        "entities": ['[{"type": "bold"}]'],
    }


async def test_a_call_without_values_is_one(request_: BaseRequest, server: Misbehaving) -> None:
    await request_.post(server.url("good"))
    (heard,) = server.heard
    assert heard.line == "POST /good HTTP/1.1"
    assert heard.body == b""


@pytest.mark.parametrize("size", [10, 3_000_000])
async def test_a_file_is_uploaded_beside_the_values(
    request_: BaseRequest, server: Misbehaving, size: int
) -> None:
    name = 'summary "é" مرحبا.docx'
    content = FILE * (size // len(FILE)) + FILE[: size % len(FILE)]
    document = InputFile(content, filename=name)
    await request_.post(server.url("good"), given(document=document, caption=HOSTILE, chat_id=7))
    (heard,) = server.heard
    raw = f"Content-Type: {heard.headers['content-type']}\r\n\r\n".encode() + heard.body
    caption, chat, file = email.message_from_bytes(raw, policy=HTTP).iter_parts()
    assert caption.get_payload(decode=True) == HOSTILE.encode()
    assert chat.get_payload(decode=True) == b"7"
    assert file.get_payload(decode=True) == content
    assert 'name="document"' in heard.body.decode(errors="replace")
    assert name.replace('"', "%22").encode() in heard.body


async def test_an_upload_that_is_not_taken_is_timed_out(
    request_: BaseRequest, server: Misbehaving
) -> None:
    document = InputFile(b"x" * 30_000_000, filename="x.bin")
    with pytest.raises(TimedOut):
        await request_.post(server.url("deaf"), given(document=document))


async def test_a_file_is_downloaded(request_: BaseRequest, server: Misbehaving) -> None:
    assert await request_.retrieve(server.url("file")) == FILE
    assert server.heard[0].line == "GET /file HTTP/1.1"


async def test_a_call_may_have_times_of_its_own(request_: BaseRequest, server: Misbehaving) -> None:
    async with asyncio.timeout(5):
        with pytest.raises(TimedOut):
            await request_.post(server.url("silent"), read_timeout=0.01)


async def test_a_connection_is_used_again(request_: BaseRequest, server: Misbehaving) -> None:
    for _ in range(5):
        await request_.post(server.url("good"))
    assert server.connections == 1


async def test_one_that_went_stale_is_not(request_: BaseRequest, server: Misbehaving) -> None:
    for _ in range(5):
        await request_.post(server.url("closes-after"))
        await asyncio.sleep(0.01)
    assert server.connections == 5


async def test_more_calls_than_connections_wait_then_are_timed_out(
    request_: BaseRequest, server: Misbehaving
) -> None:
    waiting = [
        asyncio.create_task(request_.post(server.url("silent"), read_timeout=5)) for _ in range(2)
    ]
    await asyncio.sleep(0.05)
    with pytest.raises(TimedOut, match=r"Pool timeout.*\*not\* sent to Telegram"):
        await request_.post(server.url("good"))
    for each in waiting:
        each.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert await request_.post(server.url("good"))


async def test_a_call_that_is_cancelled_gives_its_connection_back(
    request_: BaseRequest, server: Misbehaving
) -> None:
    for _ in range(10):
        call = asyncio.create_task(request_.post(server.url("silent"), read_timeout=5))
        await asyncio.sleep(0.01)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
    assert await request_.post(server.url("good"))


async def test_closed_it_refuses_and_can_be_opened_again(
    request_: BaseRequest, server: Misbehaving
) -> None:
    assert await request_.post(server.url("good"))
    await request_.shutdown()
    await request_.shutdown()
    with pytest.raises(NetworkError, match="not initialized"):
        await request_.post(server.url("good"))
    await request_.initialize()
    assert await request_.post(server.url("good"))


async def test_to_close_does_not_wait_for_calls(request_: BaseRequest, server: Misbehaving) -> None:
    call = asyncio.create_task(request_.post(server.url("silent"), read_timeout=60))
    await asyncio.sleep(0.05)
    async with asyncio.timeout(2):
        await request_.shutdown()
    call.cancel()
    await asyncio.gather(call, return_exceptions=True)


def test_the_time_for_an_answer_is_told() -> None:
    assert AiohttpRequest(times=Times(read=12)).read_timeout == 12
