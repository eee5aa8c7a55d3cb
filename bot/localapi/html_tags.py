"""Tags and the entities that they become."""

from dataclasses import dataclass
from typing import Any

from bot.localapi import links

Entity = dict[str, Any]
SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = frozenset({*SIMPLE, "a", "tg-emoji", "pre", "code", "blockquote"})
MEANT = {"a": "href", "code": "class", "span": "class", "tg-emoji": "emoji-id"}
_LARGEST_ID = 2**63 - 1


class HtmlError(ValueError):
    """HTML that the server refuses; the text is the server's, offsets count UTF-8 bytes."""


@dataclass(slots=True)
class Opened:
    """A tag that waits for its end: ``argument`` is what its attribute says.

    ``offset`` is where it opens, in UTF-16 units, ``begins`` the same in pieces of output.
    """

    tag: str
    argument: str
    offset: int
    begins: int


def add(found: list[Entity], opened: Opened, length: int, inside: str) -> None:
    """Add what a closed tag means to ``found``; ``inside`` is the text between."""
    entity: Entity = {"offset": opened.offset, "length": length}
    if opened.tag in SIMPLE:
        found.append({"type": SIMPLE[opened.tag], **entity})
    elif opened.tag == "blockquote":
        kind = "expandable_blockquote" if opened.argument else "blockquote"
        found.append({"type": kind, **entity})
    elif opened.tag == "tg-emoji":
        found.append(_emoji(opened.argument, entity))
    elif opened.tag == "a":
        found.extend(_link(opened.argument or inside, entity))
    else:
        _add_code(found, opened, entity)


def _add_code(found: list[Entity], opened: Opened, entity: Entity) -> None:
    """``pre`` and ``code`` around the same text are one ``pre`` with its language."""
    inner = found[-1] if found else None
    same = inner is not None and all(inner[key] == entity[key] for key in entity)
    other = "code" if opened.tag == "pre" else "pre"
    if inner is not None and same and inner["type"] == other:
        language = inner.get("language") if opened.tag == "pre" else opened.argument
        if language and not (other == "pre" and "language" in inner):
            found[-1] = {"type": "pre", **entity, "language": language}
            return
    added = {"type": opened.tag, **entity}
    if opened.tag == "code" and opened.argument:
        added["language"] = opened.argument
    found.append(added)


def _emoji(identifier: str, entity: Entity) -> Entity:
    digits = identifier.isascii() and identifier.isdigit()
    if not digits or not 0 < int(identifier) <= _LARGEST_ID:
        raise HtmlError("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", **entity, "custom_emoji_id": identifier}


def _link(url: str, entity: Entity) -> list[Entity]:
    """A text link; none where the address is wrong: the server drops such links silently."""
    person = links.user_id(url)
    if person is not None:
        return [{"type": "text_mention", **entity, "user": {"id": person}}]
    try:
        return [{"type": "text_link", **entity, "url": links.check(url)}]
    except links.WrongLinkError:
        return []
