"""A file by its ending: plain text, Markdown, or a Word document."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from data import richtext
from data.richtext import RichText
from data.uploads import docx, markdown
from data.uploads.unreadable import Unreadable
from data.uploads.wording import cleaned, decoded

MOST_BYTES: Final = 1_000_000
# Far more than a summary may have: beyond it, nothing is gained by reading.
MOST_CHARACTERS: Final = 100_000


def _plain(content: bytes) -> RichText:
    text = decoded(content)
    if len(text) > MOST_CHARACTERS:
        raise Unreadable("long")
    return RichText(text)


def _markdown(content: bytes) -> RichText:
    return markdown.read(_plain(content).text)


_READERS: Final[dict[str, Callable[[bytes], RichText]]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".docx": docx.read,
}
ENDINGS: Final = frozenset(_READERS)


def read(name: str, content: bytes) -> RichText:
    """Return what a file says.

    Raises:
        Unreadable: with the reason.
    """
    reader = _READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        raise Unreadable("kind")
    if len(content) > MOST_BYTES:
        raise Unreadable("size")
    told = reader(content)
    if len(told.text) > MOST_CHARACTERS:
        raise Unreadable("long")
    text = richtext.merged(richtext.trimmed(cleaned(told)))
    if not text.text:
        raise Unreadable("empty")
    return text
