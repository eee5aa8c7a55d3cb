"""What a call carries: a form, or parts where files are uploaded."""

import asyncio
import secrets
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from aiohttp import Payload
from aiohttp.abc import AbstractStreamWriter
from telegram.request import RequestData
from yarl import URL

FORM: Final = "application/x-www-form-urlencoded"
CHUNK: Final = 64 * 1024
LONG: Final = 200
# As browsers write a name between quotes (HTML, multipart/form-data).
_ESCAPED: Final = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


class Body(Payload):
    """Bytes that are written piece by piece, each within a time of its own.

    A line that is slow but lives is given the time that it needs; one that takes nothing is not.
    """

    def __init__(self, content: bytes, content_type: str, seconds: float | None) -> None:
        """Carry ``content``; a piece that takes more than ``seconds`` raises ``TimeoutError``."""
        super().__init__(content, content_type=content_type)
        self._content = content
        self._seconds = seconds
        self._size = len(content)

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Return the content as text."""
        return self._content.decode(encoding, errors)

    async def as_bytes(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        """Return the content."""
        del encoding, errors
        return self._content

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Write all of it."""
        await self.write_with_length(writer, None)

    async def write_with_length(
        self, writer: AbstractStreamWriter, content_length: int | None
    ) -> None:
        """Write ``content_length`` bytes of it, or all."""
        view = memoryview(self._content)[:content_length]
        for start in range(0, len(view), CHUNK):
            async with asyncio.timeout(self._seconds):
                await writer.write(view[start : start + CHUNK])
                await writer.drain()


def body_of(
    data: RequestData | None, write: float | None, upload: float | None
) -> Payload | bytes | None:
    """Return what a call with ``data`` carries, None for nothing.

    A piece of it may take ``write`` seconds; of an upload, ``upload``.
    """
    if data is None:
        return None
    if data.contains_files:
        content, content_type = parts(data.json_parameters, data.multipart_data)
        return Body(content, content_type, upload)
    content = form(data.json_parameters)
    return content if len(content) < CHUNK else Body(content, FORM, write)


def form(values: Mapping[str, str]) -> bytes:
    """Encode values as a form; six times as fast as ``urllib.parse.urlencode``."""
    return "&".join(f"{name}={_encoded(value)}" for name, value in values.items()).encode()


def _encoded(value: str) -> str:
    """Encode a value; what is long is mostly an answer that goes out again and again."""
    return _encoded_once(value) if len(value) > LONG else _encode(value)


def _encode(value: str) -> str:
    return URL.build(query={"": value}).raw_query_string[1:]


_encoded_once = lru_cache(maxsize=128)(_encode)


def parts(values: Mapping[str, str], files: Mapping[str, Any]) -> tuple[bytes, str]:
    """Encode values and files (name to file name, content, MIME type) as parts, and their type."""
    boundary = secrets.token_hex(16)
    pieces: list[bytes] = []
    for name, value in values.items():
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"\r\n\r\n'
        pieces += [head.encode(), value.encode(), b"\r\n"]
    for name, (filename, content, mime) in files.items():
        head = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}";'
            f' filename="{_quoted(filename)}"\r\nContent-Type: {mime}\r\n\r\n'
        )
        read = content if isinstance(content, bytes) else content.read()
        pieces += [head.encode(), read, b"\r\n"]
    pieces.append(f"--{boundary}--\r\n".encode())
    return b"".join(pieces), f"multipart/form-data; boundary={boundary}"


def _quoted(name: str) -> str:
    return name.translate(_ESCAPED)
