"""Text measured as Telegram measures it: in UTF-16 code units."""

_BEYOND_BMP = 0xFFFF


def width(character: str) -> int:
    """Units of one character: two beyond the Basic Multilingual Plane."""
    return 2 if ord(character) > _BEYOND_BMP else 1


def length(text: str) -> int:
    """Units of a text."""
    return len(text) + sum(1 for character in text if ord(character) > _BEYOND_BMP)


def starts(text: str) -> list[int]:
    """The unit at which each character starts, and, last, the length of the whole."""
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + width(character))
    return offsets


def cut(text: str, offset: int, units: int) -> str:
    """The part of ``text`` from ``offset``, ``units`` long."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + units)].decode("utf-16-le", "replace")
