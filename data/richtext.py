"""Text with its formatting as Telegram carries it: plain text and entities.

Formatting is kept as entities rather than as markup, so that no cut can fall inside a tag and
nothing that a person typed can become one. Offsets and lengths count UTF-16 code units, as the
Bot API does (https://core.telegram.org/bots/api#messageentity).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, NamedTuple, Self

from markupsafe import Markup

MAX_LENGTH = 4096
MAX_ENTITIES = 100

TAGS = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "s": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
EXPANDABLE = "expandable_blockquote"
# All that is kept of what people can send; Telegram finds addresses and mentions by itself.
KINDS = frozenset({*TAGS.values(), EXPANDABLE})


def units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Entity(NamedTuple):
    """A stretch of formatted text; ``offset`` and ``length`` count UTF-16 code units.

    ``url`` is a ``text_link``'s; ``language`` is the one of code in a ``pre``.
    """

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None

    @property
    def end(self) -> int:
        """The first unit after the entity."""
        return self.offset + self.length

    def clipped(self, start: int, end: int) -> Self | None:
        """Return the part between ``start`` and ``end``, counted from ``start``; None if empty."""
        first, last = max(self.offset, start), min(self.end, end)
        return self._replace(offset=first - start, length=last - first) if first < last else None

    def to_dict(self) -> dict[str, object]:
        """Return the entity as the Bot API writes it."""
        more = {"url": self.url, "language": self.language}
        kept = {name: value for name, value in more.items() if value}
        return {"type": self.type, "offset": self.offset, "length": self.length, **kept}


@dataclass(frozen=True, slots=True)
class RichText:
    """A text and its entities, ordered by offset."""

    text: str
    entities: tuple[Entity, ...] = ()

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Self:
        """Make it from the columns ``text`` and ``entities``, the latter JSON text."""
        return cls(row["text"], tuple(Entity(**entity) for entity in json.loads(row["entities"])))

    @property
    def units(self) -> int:
        """The text's length in UTF-16 code units."""
        return units(self.text)

    def entities_json(self) -> str:
        """Return the entities as the JSON text that ``from_row`` reads."""
        return json.dumps([entity.to_dict() for entity in self.entities], ensure_ascii=False)

    def __add__(self, other: "RichText") -> "RichText":
        """Return this text followed by the other."""
        shift = self.units
        moved = (entity._replace(offset=entity.offset + shift) for entity in other.entities)
        return RichText(self.text + other.text, (*self.entities, *moved))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.length = 0
        self.open: list[tuple[str, int]] = []
        self.entities: list[Entity] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise ValueError(f"<{tag}> is not a tag that Telegram knows")
        given = dict(attrs)
        kind = EXPANDABLE if "expandable" in given else TAGS[tag]
        self.open.append((tag, len(self.entities)))
        self.entities.append(Entity(kind, self.length, 0, given.get("href"), given.get("language")))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            raise ValueError(f"</{tag}> closes nothing")
        _, place = self.open.pop()
        opened = self.entities[place]
        self.entities[place] = opened._replace(length=self.length - opened.offset)

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
        self.length += units(data)


def from_html(markup: Markup) -> RichText:
    """Turn the markup that a view made into text and entities.

    Raises ``ValueError`` for tags that do not nest or that Telegram does not know.
    """
    reader = _Reader()
    reader.feed(str(markup))
    reader.close()
    if reader.open:
        raise ValueError(f"<{reader.open[-1][0]}> is never closed")
    filled = (entity for entity in reader.entities if entity.length)
    return RichText("".join(reader.pieces), tuple(_ordered(filled)))


def to_html(rich: RichText) -> Markup:
    """Return the text as markup, everything in it escaped; ``from_html`` gives it back.

    The markup is between the views and ``from_html`` alone: Telegram writes the language of code
    differently. Entities that overlap without one holding the other are cut where they cross.
    """
    return Markup("").join(_tagged(rich.text, nested(rich.entities)))


def nested(entities: Iterable[Entity]) -> list[Entity]:
    """Return entities in order, cut so that of two that overlap one holds the other."""
    waiting = _ordered(entity for entity in entities if entity.length > 0)
    placed: list[Entity] = []
    around: list[Entity] = []
    while waiting:
        entity = waiting.pop(0)
        while around and around[-1].end <= entity.offset:
            around.pop()
        if around and entity.end > around[-1].end:
            edge = around[-1].end
            inside = entity._replace(length=edge - entity.offset)
            beyond = entity._replace(offset=edge, length=entity.end - edge)
            waiting = _ordered([inside, beyond, *waiting])
        else:
            around.append(entity)
            placed.append(entity)
    return placed


def _ordered(entities: Iterable[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda entity: (entity.offset, -entity.length))


def _tag(entity: Entity) -> tuple[Markup, Markup]:
    """Return the tags around an entity."""
    if entity.type == EXPANDABLE:
        return Markup("<blockquote expandable>"), Markup("</blockquote>")
    tag = next(tag for tag, kind in TAGS.items() if kind == entity.type)
    given = {"href": entity.url, "language": entity.language}
    attributes = Markup("").join(
        Markup(' {}="{}"').format(name, value) for name, value in given.items() if value
    )
    return Markup("<{}{}>").format(tag, attributes), Markup("</{}>").format(tag)


def _tagged(text: str, entities: list[Entity]) -> Iterator[Markup]:
    encoded = text.encode("utf-16-le", "surrogatepass")
    edges: dict[int, list[tuple[int, int, Markup]]] = {}
    for rank, entity in enumerate(entities):
        opening, closing = _tag(entity)
        edges.setdefault(entity.offset, []).append((1, rank, opening))
        edges.setdefault(entity.end, []).append((0, -rank, closing))
    start = 0
    for edge in sorted({*edges, len(encoded) // 2}):
        plain = encoded[2 * start : 2 * edge].decode("utf-16-le", "surrogatepass")
        yield Markup.escape(plain)
        yield from (markup for _, _, markup in sorted(edges.get(edge, ())))
        start = edge


def split(
    rich: RichText, limit: int = MAX_LENGTH, max_entities: int = MAX_ENTITIES
) -> list[RichText]:
    """Cut a text into parts of at most ``limit`` units and ``max_entities`` entities each.

    Cuts fall between paragraphs where they can, else between lines, sentences, words; the white
    space at a cut is dropped. An entity across a cut goes on in the next part.
    """
    parts: list[RichText] = []
    start = 0
    while start < len(rich.text):
        end = _cut(rich, start, limit, max_entities)
        parts.append(trimmed(part(rich, start, end)))
        start = end
    return [each for each in parts if each.text] or [RichText("")]


def _cut(rich: RichText, start: int, limit: int, max_entities: int) -> int:
    text = rich.text
    end = start + _characters(text[start : start + limit], limit)
    before = units(text[:start])
    crowd = [entity for entity in rich.entities if entity.end > before]
    if len(crowd) > max_entities:
        last = crowd[max_entities].offset - before
        end = min(end, start + max(1, _characters(text[start:], last)))
    if end == len(text):
        return end
    for mark in ("\n\n", "\n", ". ", " "):
        place = text.rfind(mark, start + 1, end + 1)
        if place > start:
            return min(place + len(mark), end) if mark == ". " else place
    return _whole_character(text, start, end)


def _whole_character(text: str, start: int, end: int) -> int:
    joins = "\u200d\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
    place = end
    while place > start + 1 and (text[place] in joins or text[place - 1] == "\u200d"):
        place -= 1
    return place if place > start + 1 else end


def _characters(text: str, length: int) -> int:
    """Return how many characters of ``text`` the first ``length`` units hold."""
    encoded = text.encode("utf-16-le", "surrogatepass")[: 2 * length]
    held = encoded.decode("utf-16-le", "surrogatepass")
    return len(held) if text.startswith(held) else len(held) - 1  # half of a pair is none


def part(rich: RichText, start: int, end: int) -> RichText:
    """Return the characters from ``start`` to ``end`` with the entities in them."""
    first = units(rich.text[:start])
    last = first + units(rich.text[start:end])
    clipped = (entity.clipped(first, last) for entity in rich.entities)
    return RichText(rich.text[start:end], tuple(entity for entity in clipped if entity))


def trimmed(rich: RichText) -> RichText:
    """Return the text without white space at its ends."""
    lead = len(rich.text) - len(rich.text.lstrip())
    return part(rich, lead, max(lead, len(rich.text.rstrip())))


def joined(parts: Iterable[RichText], between: str = "") -> RichText:
    """Return the parts one after another with ``between`` set between them."""
    pieces: list[str] = []
    entities: list[Entity] = []
    length = 0
    for each in parts:
        if pieces and between:
            pieces.append(between)
            length += units(between)
        entities.extend(one._replace(offset=one.offset + length) for one in each.entities)
        pieces.append(each.text)
        length += each.units
    return RichText("".join(pieces), tuple(entities))


def merged(rich: RichText) -> RichText:
    """Return the text with those of its entities made one that touch and are the same."""
    last: dict[tuple[object, ...], Entity] = {}
    place: dict[tuple[object, ...], int] = {}
    kept: list[Entity] = []
    for entity in _ordered(rich.entities):
        same = entity.type, entity.url, entity.language
        before = last.get(same)
        if before and entity.offset <= before.end:
            grown = before._replace(length=max(before.end, entity.end) - before.offset)
            kept[place[same]] = last[same] = grown
        else:
            place[same] = len(kept)
            kept.append(entity)
            last[same] = entity
    return RichText(rich.text, tuple(_ordered(kept)))
