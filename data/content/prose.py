"""Summaries: the small Markdown of the files to formatted text, and back.

What it knows stands in ``docs/content.md``: paragraphs, ``**bold**``, ``*italic*``, links and
lists. A backslash takes a character's meaning away.
"""

import re
import unicodedata
from collections.abc import Iterator

from data.content import marks
from data.richtext import Entity, RichText, joined, trimmed, units

_NOT_TAKEN = (
    (re.compile(r"#{1,6} "), 'a heading is a line in bold from end to end: "**Victims**"'),
    (re.compile(r"\|.*\|\s*$"), "there are no tables"),
    (re.compile(r"!\["), "there are no pictures"),
    (re.compile(r"(-{3,}|\*{3,}|_{3,})\s*$"), "there are no rulers"),
)


class ProseError(ValueError):
    """A text that cannot be read: ``line`` counts from 1."""

    def __init__(self, line: int, text: str) -> None:
        """Say what is wrong on which line."""
        super().__init__(text)
        self.line = line


def from_markdown(source: str) -> RichText:
    """Read a summary. Raises ``ProseError`` for what is not known, or not closed on its line."""
    rows = [_row(line, number) for number, line in enumerate(source.split("\n"), 1)]
    return trimmed(joined(rows, "\n"))


def _row(line: str, number: int) -> RichText:
    for pattern, why in _NOT_TAKEN:
        if pattern.match(line):
            raise ProseError(number, why)
    if any(unicodedata.category(each) == "Cc" and each != "\t" for each in line):
        raise ProseError(number, "holds a character that cannot be shown")
    if line.startswith(marks.ITEM):
        return RichText(marks.BULLET) + _line(line.removeprefix(marks.ITEM), number)
    return _line(line, number)


def _line(line: str, number: int) -> RichText:
    text = ""
    opened: dict[str, int] = {}
    entities: list[Entity] = []
    end = 0
    for match in marks.TOKEN.finditer(line):
        text += line[end : match.start()]
        end = match.end()
        here = units(text)
        url = match["url"] or match["angled"]
        if match["plain"]:
            text += match["plain"]
        elif match["opened"] and marks.LINK not in opened:
            opened[marks.LINK] = here
        elif url and marks.LINK in opened:
            entities.extend(_closed(marks.LINK, opened, here, url))
        elif url or match["opened"]:
            text += match[0]
        elif (kind := match.lastgroup or "") in opened:
            entities.extend(_closed(kind, opened, here))
        else:
            opened[kind] = here
    if opened:
        mark = "**" if "bold" in opened else "*"
        raise ProseError(number, f'"{mark}" is opened and not closed on its line')
    ordered = sorted(entities, key=lambda each: (each.offset, -each.length, each.type))
    return RichText(text + line[end:], tuple(ordered))


def _closed(
    kind: str, opened: dict[str, int], here: int, url: str | None = None
) -> Iterator[Entity]:
    start = opened.pop(kind)
    if here > start:
        yield Entity(kind, start, here - start, url)


def to_markdown(rich: RichText) -> str:
    """Write a summary so that ``from_markdown`` gives it back.

    Formatting that the files do not know is left out.
    """
    lines, start = [], 0
    for text in rich.text.split("\n"):
        clipped = (each.clipped(start, start + units(text)) for each in rich.entities)
        lines.append(_written(text, [each for each in clipped if each]))
        start += units(text) + 1
    return "\n".join(lines) + "\n"


def _written(text: str, entities: list[Entity]) -> str:
    edges: dict[int, list[str]] = {}
    for entity in _merged(entities):
        if pair := marks.of(entity):
            edges.setdefault(entity.offset, []).append(pair[0])
            edges.setdefault(entity.end, []).insert(0, pair[1])
    written, place = "", 0
    for character in text:
        written += "".join(edges.get(place, ())) + marks.escaped(character)
        place += units(character)
    return marks.line(written + "".join(edges.get(place, ())))


def _merged(entities: list[Entity]) -> list[Entity]:
    """Return the entities, those of one kind that touch made one: a mark toggles."""
    merged: list[Entity] = []
    for entity in sorted(entities, key=lambda each: (each.type, each.offset)):
        last = merged[-1] if merged else None
        if last and last.type == entity.type in marks.TOGGLES and entity.offset <= last.end:
            length = max(last.end, entity.end) - last.offset
            merged[-1] = Entity(last.type, last.offset, length)
        else:
            merged.append(entity)
    return sorted(merged, key=lambda each: (each.offset, -each.length))
