"""The marks of the summaries' small Markdown, as they are read and as they are written."""

import re
from typing import Final
from urllib.parse import quote

from data.richtext import Entity

BULLET: Final = "• "
ITEM: Final = "- "
LINK: Final = "text_link"

_ADDRESS = r"https?://(?:[^\s()<>]|\([^\s()<>]*\))+"
_ANGLED = r"https?://[^\s<>]+"
TOKEN: Final = re.compile(
    r"\\(?P<plain>[\\*\[\]#|!_-])|(?P<bold>\*\*)|(?P<italic>\*)"
    rf"|(?P<opened>\[)(?=(?:\\.|[^\]\\])+\]\((?:{_ADDRESS}|<{_ANGLED}>)\))"
    rf"|\]\((?:(?P<url>{_ADDRESS})|<(?P<angled>{_ANGLED})>)\)"
)
TOGGLES: Final = {"bold": "**", "italic": "*"}
_PLAIN_ADDRESS = re.compile(_ADDRESS)
_SPECIAL = "\\*[]"
_TELLING = ("-", "#", "|", "!", "_")


def of(entity: Entity) -> tuple[str, str] | None:
    """Return what stands before and after formatted text; None for what the files do not know."""
    if entity.type == LINK and entity.url and re.match("https?://", entity.url):
        return "[", f"]({_address(entity.url)})"
    mark = TOGGLES.get(entity.type)
    return (mark, mark) if mark else None


def _address(url: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(url):
        return url
    return "<" + re.sub(r"[\s<>]", lambda found: quote(found[0]), url) + ">"


def escaped(character: str) -> str:
    """Return a character of a text so that it means nothing else."""
    return f"\\{character}" if character in _SPECIAL else character


def line(written: str) -> str:
    """Return a line so that its beginning means what it should: an item of a list, or nothing."""
    if written.startswith(BULLET):
        return ITEM + written.removeprefix(BULLET)
    return f"\\{written}" if written.startswith(_TELLING) else written
