"""The characters of a file: decoded, and without those that no message can show."""

from typing import Final

from data.richtext import Entity, RichText, units
from data.uploads.unreadable import Unreadable

_MARKS: Final = {
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"\xef\xbb\xbf": "utf-8-sig",
}
# What Telegram takes out of a text or makes a space of, so that nothing moves later.
_GONE: Final = frozenset("\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u0333\u033f\u030a\ufeff")
_CONTROL: Final = frozenset(chr(code) for code in (*range(32), 127)) - {"\n", "\r"}


def decoded(content: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, or what old Windows programs write.

    Raises:
        Unreadable: for what is no text.
    """
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return _strictly(content, encoding)
    if b"\0" in content:
        raise Unreadable("damaged")
    try:
        return content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return _strictly(content, "cp1252")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("damaged") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def cleaned(rich: RichText) -> RichText:
    """Return a text without the characters that Telegram does not show; its entities move along."""
    if not any(each in _GONE or each in _CONTROL for each in rich.text):
        return rich
    kept: list[str] = []
    moved = [0]
    for character in rich.text:
        shown = "" if character in _GONE else " " if character in _CONTROL else character
        kept.append(shown)
        moved.extend([moved[-1] + len(shown)] * units(character))
        moved[-1] = moved[-1] + len(shown) * (units(character) - 1)
    return RichText("".join(kept), tuple(_moved(rich.entities, moved)))


def _moved(entities: tuple[Entity, ...], moved: list[int]) -> list[Entity]:
    found = []
    for entity in entities:
        first, last = moved[entity.offset], moved[entity.end]
        if last > first:
            found.append(entity._replace(offset=first, length=last - first))
    return found
