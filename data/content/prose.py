"""Summaries: the small Markdown of the files to formatted text, and back.

What it knows stands in ``docs/content.md``: paragraphs, ``**bold**``, ``*italic*``, links and
lists. A backslash takes a character's meaning away.
"""

import re
from collections.abc import Iterator

from data.richtext import Entity, RichText, joined, trimmed, units

BULLET = "• "
_ITEM = "- "
_TOKEN = re.compile(
    r"\\(?P<plain>[\\*\[\]#|!_-])|(?P<bold>\*\*)|(?P<italic>\*)"
    r"|\[(?P<shown>(?:\\.|[^\]\\\n])+)\]\((?P<url>https?://[^\s)]+)\)"
)
_TELLING = ("-", "#", "|", "!", "_")
_NOT_TAKEN = (
    (re.compile(r"#{1,6} "), 'a heading is a line in bold from end to end: "**Victims**"'),
    (re.compile(r"\|.*\|\s*$"), "there are no tables"),
    (re.compile(r"!\["), "there are no pictures"),
    (re.compile(r"[-*_]{3,}\s*$"), "there are no rulers"),
)


class ProseError(ValueError):
    """A text that cannot be read: ``line`` counts from 1."""

    def __init__(self, line: int, text: str) -> None:
        """Say what is wrong on which line."""
        super().__init__(text)
        self.line = line


def from_markdown(source: str) -> RichText:
    """Read a summary. Raises ``ProseError`` for what is not known, or not closed on its line."""
    rows = [_row(line, number) for number, line in enumerate(source.splitlines(), 1)]
    return trimmed(joined(rows, "\n"))


def _row(line: str, number: int) -> RichText:
    for pattern, why in _NOT_TAKEN:
        if pattern.match(line):
            raise ProseError(number, why)
    if line.startswith(_ITEM):
        return RichText(BULLET) + _line(line.removeprefix(_ITEM), number)
    return _line(line, number)


def _line(line: str, number: int) -> RichText:
    text = ""
    opened: dict[str, int] = {}
    entities: list[Entity] = []
    end = 0
    for match in _TOKEN.finditer(line):
        text += line[end : match.start()]
        end = match.end()
        if match["plain"]:
            text += match["plain"]
        elif match["url"]:
            shown = re.sub(r"\\(.)", r"\1", match["shown"])
            entities.append(Entity("text_link", units(text), units(shown), match["url"]))
            text += shown
        else:
            entities.extend(_toggled(match.lastgroup or "", opened, units(text)))
    if opened:
        mark = "**" if "bold" in opened else "*"
        raise ProseError(number, f'"{mark}" is opened and not closed on its line')
    return RichText(text + line[end:], tuple(entities))


def _toggled(kind: str, opened: dict[str, int], here: int) -> Iterator[Entity]:
    if kind not in opened:
        opened[kind] = here
        return
    start = opened.pop(kind)
    if here > start:
        yield Entity(kind, start, here - start)


def to_markdown(rich: RichText) -> str:
    """Write a summary so that ``from_markdown`` gives it back.

    Formatting that the files do not know is left out.
    """
    edges: dict[int, list[str]] = {}
    for entity in rich.entities:
        for start, length in _by_line(rich.text, entity):
            opening, closing = _marks(entity)
            edges.setdefault(start, []).append(opening)
            edges.setdefault(start + length, []).insert(0, closing)
    written: list[str] = []
    place = 0
    for character in rich.text:
        written.extend(edges.get(place, ()))
        written.append(f"\\{character}" if character in "\\*[]" else character)
        place += units(character)
    written.extend(edges.get(place, ()))
    return "\n".join(map(_written_line, "".join(written).split("\n"))) + "\n"


def _written_line(line: str) -> str:
    if line.startswith(BULLET):
        return _ITEM + line.removeprefix(BULLET)
    return f"\\{line}" if line.startswith(_TELLING) else line


def _marks(entity: Entity) -> tuple[str, str]:
    if entity.type == "text_link":
        return "[", f"]({entity.url})"
    mark = {"bold": "**", "italic": "*"}.get(entity.type, "")
    return mark, mark


def _by_line(text: str, entity: Entity) -> Iterator[tuple[int, int]]:
    """Yield the stretches of an entity on each line that it touches."""
    start = 0
    for line in text.split("\n"):
        clipped = entity.clipped(start, start + units(line))
        if clipped:
            yield start + clipped.offset, clipped.length
        start += units(line) + 1
