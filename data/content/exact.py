"""Summaries with all the formatting that Telegram has, as JSON: the text's lines, and entities.

An editor's message may hold what the small Markdown of the files cannot say: spoilers, quotes,
code, formatting across lines. Offsets and lengths count UTF-16 units, as in the Bot API.
"""

import json
import unicodedata
from typing import Any

from data.content.prose import ProseError
from data.richtext import KINDS, Entity, RichText

_FIELDS = {"type", "offset", "length", "url", "language"}


def to_json(rich: RichText) -> str:
    """Write a text so that ``from_json`` gives it back."""
    held = {
        "text": rich.text.split("\n"),
        "entities": [each.to_dict() for each in rich.entities],
    }
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def from_json(source: str) -> RichText:
    """Read a text. Raises ``ProseError`` for what is none."""
    try:
        held = json.loads(source)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise ProseError(line, f"is no JSON: {error}") from error
    lines = held.get("text") if isinstance(held, dict) else None
    if not isinstance(lines, list) or not all(isinstance(each, str) for each in lines):
        raise ProseError(1, 'takes "text", a list of lines')
    text = "\n".join(lines)
    if any(unicodedata.category(each) == "Cc" and each not in "\n\t" for each in text):
        raise ProseError(1, "holds a character that cannot be shown")
    rich = RichText(text)
    given = held.get("entities", [])
    if not isinstance(given, list):
        raise ProseError(1, 'takes "entities", a list')
    return RichText(text, tuple(_entity(each, rich.units) for each in given))


def _entity(given: Any, units: int) -> Entity:
    if not isinstance(given, dict) or set(given) - _FIELDS:
        raise ProseError(1, f"has an entity that is none: {json.dumps(given)[:60]}")
    kind, offset, length = (given.get(name) for name in ("type", "offset", "length"))
    if kind not in KINDS:
        raise ProseError(1, f'knows no entity "{kind}"')
    if not isinstance(offset, int) or not isinstance(length, int):
        raise ProseError(1, "takes whole numbers for offset and length")
    if not (offset >= 0 and length > 0 and offset + length <= units):
        raise ProseError(1, "has an entity outside of its text")
    url, language = given.get("url"), given.get("language")
    if not all(each is None or isinstance(each, str) for each in (url, language)):
        raise ProseError(1, "takes text for url and language")
    return Entity(str(kind), offset, length, url, language)
