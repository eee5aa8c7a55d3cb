"""An HTTP server on loopback that does what no server should, as its paths say."""

import asyncio
import gzip
import json
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

PEM = Path(__file__).with_name("localhost.pem")
GOOD = json.dumps({"ok": True, "result": {"text": "Grüße, مرحبا"}}).encode()
FILE = bytes(range(256)) * 2048
Act = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Heard:
    """A request as it arrived."""

    line: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Misbehaving:
    """What the server heard, and on how many connections."""

    port: int = 0
    heard: list[Heard] = field(default_factory=list)
    connections: int = 0
    secure: bool = False

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http{'s' if self.secure else ''}://127.0.0.1:{self.port}/{path}"

    async def serves(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        self.connections += 1
        with suppress(OSError, asyncio.IncompleteReadError):
            while heard := await self._hears(reader):
                if not await _answered(heard, writer):
                    break
        writer.close()

    async def _hears(self, reader: asyncio.StreamReader) -> Heard | None:
        line = (await reader.readline()).decode()
        if not line:
            return None
        headers = {}
        while (row := (await reader.readline()).decode().strip()) != "":
            name, _, value = row.partition(":")
            headers[name.lower()] = value.strip()
        if "/deaf" in line:  # takes what fits into buffers, and then no more
            await asyncio.sleep(3600)
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        heard = Heard(line.strip(), headers, body)
        self.heard.append(heard)
        return heard


def response(body: bytes, status: str = "200 OK", *more: str, length: int | None = None) -> bytes:
    """An answer in full."""
    size = len(body) if length is None else length
    head = [
        f"HTTP/1.1 {status}",
        "Content-Type: application/json",
        f"Content-Length: {size}",
        *more,
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def telegram(code: int, description: str, **parameters: int) -> bytes:
    """A refusal as Telegram words it."""
    said = {"ok": False, "error_code": code, "description": description}
    if parameters:
        said["parameters"] = parameters
    return response(json.dumps(said).encode(), f"{code} Refused")


SAID = {
    "good": response(GOOD),
    "file": response(FILE),
    "gzip": response(gzip.compress(GOOD), "200 OK", "Content-Encoding: gzip"),
    "chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
    % (len(GOOD), GOOD),
    "broken-gzip": response(b"no gzip", "200 OK", "Content-Encoding: gzip"),
    "html-200": response(b"<html>Welcome to the hotel</html>"),
    "html-401": response(b"<html>Sign in</html>", "401 Unauthorized"),
    "html-502": response(b"<html>Bad Gateway</html>", "502 Bad Gateway"),
    "empty-500": response(b"", "500 Internal Server Error"),
    "elsewhere": response(b"", "302 Found", "Location: /good"),
    "flood": telegram(429, "Too Many Requests: retry after 7", retry_after=7),
    "migrated": telegram(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1001),
    "bad": telegram(400, "Bad Request: message text is empty"),
    "forbidden": telegram(403, "Forbidden: bot was blocked by the user"),
    "conflict": telegram(409, "Conflict: terminated by other getUpdates request"),
    "unauthorized": telegram(401, "Unauthorized"),
}
CUT = {
    "cut-head": b"HTTP/1.1 200 OK\r\nContent-Le",
    "cut-body": response(GOOD, length=len(GOOD) + 100),
    "cut-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nshort",
    "cut-at-once": b"",
    "no-http": b"SSH-2.0-OpenSSH_9.2\r\n",
    "closes-after": response(GOOD),  # and says nothing of it
}


async def _answered(heard: Heard, writer: asyncio.StreamWriter) -> bool:
    """Answer as the path says; return whether the connection stays."""
    name = heard.line.split()[1].rsplit("/", 1)[-1]
    if act := _ACTS.get(name):
        await act(writer)
        return False
    writer.write(SAID.get(name) or CUT[name])
    await writer.drain()
    return name in SAID


async def _says_nothing(_writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(3600)


async def _begins_and_stops(writer: asyncio.StreamWriter) -> None:
    writer.write(response(GOOD)[:-10])
    await asyncio.sleep(3600)


async def _drips(writer: asyncio.StreamWriter) -> None:
    for byte in response(GOOD):
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0.002)


async def _resets(writer: asyncio.StreamWriter) -> None:
    found: socket.socket = writer.get_extra_info("socket")
    found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


_ACTS: dict[str, Act] = {
    "silent": _says_nothing,
    "stops": _begins_and_stops,
    "drips": _drips,
    "resets": _resets,
}


@asynccontextmanager
async def misbehaving(*, secure: bool = False) -> AsyncIterator[Misbehaving]:
    """Serve while the block runs, over TLS with a certificate of its own where ``secure``."""
    made = Misbehaving(secure=secure)
    context = None
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(PEM)
    serving: set[asyncio.Task[None]] = set()

    async def serves(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        serving.add(task)
        with suppress(asyncio.CancelledError):
            await made.serves(reader, writer)
        writer.transport.abort()

    server = await asyncio.start_server(serves, "127.0.0.1", 0, ssl=context)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        for each in serving:
            each.cancel()
        await asyncio.gather(*serving, return_exceptions=True)
