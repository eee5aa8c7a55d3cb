"""Pictures as Telegram takes them for photos: their sizes, read from the file's first bytes."""

import struct

from bot.localapi.errors import bad_request

_MOST_BYTES = 10 * 1024 * 1024
_SIDES = 10_000
_RATIO = 20
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG that Telegram takes as a photo.

    Raises:
        ApiError: 400: too big, no picture, or sides beyond ten thousand or 20 to 1.
    """
    if len(data) > _MOST_BYTES:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; "
            f"the maximum size is {_MOST_BYTES} bytes"
        )
    size = _png(data) if data.startswith(_PNG) else _jpeg(data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if not width or not height or width + height > _SIDES:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    if max(width, height) > _RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _png(data: bytes) -> tuple[int, int] | None:
    if len(data) < 24 or data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walk the segments to the frame header, which holds the sizes."""
    if not data.startswith(_JPEG):
        return None
    place = 2
    while place + 9 <= len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return None
