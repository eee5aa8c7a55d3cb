"""Word documents: their paragraphs with bold, italics, underlining, links, headings and lists.

A ``.docx`` file is a ZIP archive of XML. This reads the three files in it that a summary needs;
the libraries for Word documents bring a compiled parser, to write what is only read here.
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

from data.richtext import Entity, RichText, joined
from data.uploads.unreadable import Unreadable

# What an archive of one megabyte may hold: one that is built to burst holds more.
MOST_UNPACKED: Final = 20_000_000
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FORMATS: Final = {"b": "bold", "i": "italic", "u": "underline", "strike": "strikethrough"}
_OFF: Final = {"0", "false", "none", "off"}
_SPACE: Final = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


@dataclass
class _Around:
    """What stands beside the text: addresses of links, which lists are numbered, headings."""

    links: Mapping[str, str]
    bulleted: Mapping[str, bool]
    headings: frozenset[str]
    numbers: dict[str, int] = field(default_factory=dict)


def read(content: bytes) -> RichText:
    """Return the text of a document.

    Raises:
        Unreadable: for what is no such document.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            document = _xml(archive, "word/document.xml")
            around = _around(archive)
    except (zipfile.BadZipFile, KeyError, ET.ParseError, RuntimeError, OSError) as error:
        raise Unreadable("damaged") from error
    body = document.find(f"{_W}body")
    if body is None:
        raise Unreadable("damaged")
    return _loosely(list(_blocks(body, around)))


def _xml(archive: zipfile.ZipFile, name: str) -> ET.Element:
    if archive.getinfo(name).file_size > MOST_UNPACKED:
        raise Unreadable("size")
    with archive.open(name) as opened:
        source = opened.read(MOST_UNPACKED + 1)
    if len(source) > MOST_UNPACKED:
        raise Unreadable("size")
    if b"<!DOCTYPE" in source or b"<!ENTITY" in source:
        raise Unreadable("damaged")  # no document has them, and they can make a parser burst
    return ET.fromstring(source)  # noqa: S314 - what S314 warns of was refused above


def _around(archive: zipfile.ZipFile) -> _Around:
    names = set(archive.namelist())
    links, bulleted, headings = {}, {}, set()
    if (name := "word/_rels/document.xml.rels") in names:
        for each in _xml(archive, name):
            links[each.get("Id", "")] = each.get("Target", "")
    if (name := "word/numbering.xml") in names:
        bulleted = _lists(_xml(archive, name))
    if (name := "word/styles.xml") in names:
        for style in _xml(archive, name).iter(f"{_W}style"):
            called = style.find(f"{_W}name")
            if called is not None and _value(called).lower().startswith(("heading", "title")):
                headings.add(style.get(f"{_W}styleId", ""))
    return _Around(links, bulleted, frozenset(headings))


def _lists(numbering: ET.Element) -> dict[str, bool]:
    """Return of each list whether its first level has bullets rather than numbers."""
    abstract = {}
    for each in numbering.iter(f"{_W}abstractNum"):
        form = each.find(f"{_W}lvl/{_W}numFmt")
        abstract[each.get(f"{_W}abstractNumId")] = form is None or _value(form) == "bullet"
    found = {}
    for each in numbering.iter(f"{_W}num"):
        of = each.find(f"{_W}abstractNumId")
        found[each.get(f"{_W}numId", "")] = abstract.get(_value(of)) if of is not None else True
    return {number: bool(bullets) for number, bullets in found.items()}


def _value(element: ET.Element) -> str:
    return element.get(f"{_W}val", "")


def _blocks(parent: ET.Element, around: _Around) -> Iterator[tuple[RichText, bool]]:
    """Yield paragraphs, and of each whether it is an item of a list or a row of a table."""
    for element in parent:
        if element.tag == f"{_W}p":
            yield _paragraph(element, around)
        elif element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                cells = (
                    joined((each for each, _ in _blocks(cell, around)), " ")
                    for cell in row.findall(f"{_W}tc")
                )
                yield joined(cells, " | "), True
        elif element.tag == f"{_W}sdt":
            inside = element.find(f"{_W}sdtContent")
            if inside is not None:
                yield from _blocks(inside, around)


def _paragraph(element: ET.Element, around: _Around) -> tuple[RichText, bool]:
    text = joined(_runs(element, around))
    style = element.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and _value(style) in around.headings:
        kept = tuple(each for each in text.entities if each.type != "bold")
        bold = (Entity("bold", 0, text.units),) if text.text else ()
        return RichText(text.text, (*bold, *kept)), False
    number = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    if number is None or _value(number) == "0" or not text.text.strip():
        return text, False
    return RichText(_mark(_value(number), around)) + text, True


def _mark(number: str, around: _Around) -> str:
    if around.bulleted.get(number, True):
        return "• "
    around.numbers[number] = around.numbers.get(number, 0) + 1
    return f"{around.numbers[number]}. "


def _runs(element: ET.Element, around: _Around) -> Iterator[RichText]:
    for child in element:
        if child.tag == f"{_W}r":
            yield _run(child)
        elif child.tag == f"{_W}hyperlink":
            inside = joined(_runs(child, around))
            url = around.links.get(child.get(f"{_R}id", ""), "")
            linked = url.startswith(("http://", "https://")) and inside.text
            link = (Entity("text_link", 0, inside.units, url),) if linked else ()
            kept = tuple(each for each in inside.entities if not link or each.type != "underline")
            yield RichText(inside.text, (*link, *kept))
        elif child.tag in {f"{_W}ins", f"{_W}smartTag", f"{_W}sdt", f"{_W}sdtContent"}:
            yield from _runs(child, around)


def _run(run: ET.Element) -> RichText:
    text = "".join(_written(each) for each in run)
    properties = run.find(f"{_W}rPr")
    if not text or properties is None:
        return RichText(text)
    kinds = [kind for name, kind in _FORMATS.items() if _is_on(properties.find(f"{_W}{name}"))]
    whole = RichText(text)
    return RichText(text, tuple(Entity(kind, 0, whole.units) for kind in kinds))


def _written(element: ET.Element) -> str:
    name = element.tag.removeprefix(_W)
    return element.text or "" if name == "t" else _SPACE.get(name, "")


def _is_on(element: ET.Element | None) -> bool:
    return element is not None and _value(element).lower() not in _OFF


def _loosely(blocks: list[tuple[RichText, bool]]) -> RichText:
    """Set paragraphs apart by an empty line, items of one list and rows of one table by none."""
    whole = RichText("")
    before: bool | None = None
    for text, close in blocks:
        if not text.text.strip():
            before = None
            continue
        between = "\n" if close and before else "\n\n"
        whole = whole + RichText(between if whole.text else "") + text
        before = close
    return whole
