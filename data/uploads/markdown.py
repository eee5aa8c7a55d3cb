"""Markdown as people write it: headings, lists, quotes, bold, italics, links, code, strikethrough.

It is made into what a message can show. What is no mark stays as it was typed. The repetitions of
the patterns are bounded, so that no text takes long to read.
"""

import re
from collections.abc import Iterator
from typing import Final

from data.richtext import Entity, RichText, joined, units

_HEADING: Final = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*$")
_ITEM: Final = re.compile(r"(?P<space>\s*)[-*+]\s+(?P<text>.*)$")
_QUOTE: Final = re.compile(r">\s?(?P<text>.*)$")
_RULER: Final = re.compile(r"\s*([-*_])(\s*\1){2,}\s*$")
_FENCE: Final = re.compile(r"```\s*(?P<language>[\w+-]*)\s*$")
_ESCAPED: Final = r"\\(?P<plain>[\\`*_{}\[\]()#+.!|~>-])"
_MARK: Final = re.compile(
    rf"{_ESCAPED}"
    r"|`(?P<code>[^`]{1,500})`"
    r"|!?\[(?P<label>(?:\\.|[^\]\\]){1,200})\]\((?P<url>(?:https?|tg)://[^\s()]{1,900}(?:\([^\s()]{0,900}\)[^\s()]{0,900}){0,9})"
    r"(?:\s+\"[^\"]{0,200}\")?\)"
    r"|\*\*(?P<bold>(?=\S).{1,900}?(?<=\S))\*\*(?!\*)"
    r"|__(?P<bold_too>(?=\S).{1,900}?(?<=\S))__(?!\w)"
    r"|~~(?P<struck>(?=\S).{1,900}?(?<=\S))~~"
    r"|\|\|(?P<spoiler>(?=\S).{1,900}?(?<=\S))\|\|"
    r"|\*(?P<italic>(?=[^\s*]).{1,900}?(?<=[^\s*])(?:\*\*)?)\*(?!\*)"
    r"|(?<!\w)_(?P<italic_too>(?=[^\s_]).{1,900}?(?<=[^\s_]))_(?!\w)"
)
_KINDS: Final = {
    "bold": "bold",
    "bold_too": "bold",
    "italic": "italic",
    "italic_too": "italic",
    "struck": "strikethrough",
    "spoiler": "spoiler",
}


def read(source: str) -> RichText:
    """Return what a Markdown text says, with its formatting."""
    return joined(_blocks(source.split("\n")), "\n")


def _blocks(lines: list[str]) -> Iterator[RichText]:
    place = 0
    while place < len(lines):
        line = lines[place]
        if fence := _FENCE.match(line):
            end = _end_of_code(lines, place)
            yield _wrapped("\n".join(lines[place + 1 : end]), "pre", fence["language"] or None)
            place = end + 1
        elif _QUOTE.match(line):
            end = place
            while end < len(lines) and _QUOTE.match(lines[end]):
                end += 1
            quoted = (_QUOTE.match(each) for each in lines[place:end])
            inside = joined((_line(each["text"]) for each in quoted if each), "\n")
            yield _around(inside, "blockquote")
            place = end
        else:
            if not _RULER.match(line):
                yield _line(line)
            place += 1


def _end_of_code(lines: list[str], start: int) -> int:
    closing = (n for n in range(start + 1, len(lines)) if lines[n].strip() == "```")
    return next(closing, len(lines))


def _line(line: str) -> RichText:
    if heading := _HEADING.match(line):
        told = _inline(heading["text"])
        plain = RichText(told.text, tuple(each for each in told.entities if each.type != "bold"))
        return _around(plain, "bold")
    if item := _ITEM.match(line):
        return RichText(f"{item['space']}• ") + _inline(item["text"])
    return _inline(line)


def _inline(text: str) -> RichText:
    pieces: list[RichText] = []
    end = 0
    for match in _MARK.finditer(text):
        pieces += (RichText(text[end : match.start()]), _marked(match))
        end = match.end()
    return joined([*pieces, RichText(text[end:])])


def _marked(match: re.Match[str]) -> RichText:
    if match["plain"]:
        return RichText(match["plain"])
    if match["code"]:
        return _wrapped(match["code"], "code")
    if match["label"]:
        return _around(_inline(match["label"]), "text_link", match["url"])
    name = next(each for each in _KINDS if match[each])
    return _around(_inline(match[name]), _KINDS[name])


def _wrapped(text: str, kind: str, language: str | None = None) -> RichText:
    whole = Entity(kind, 0, units(text), language=language)
    return RichText(text, (whole,) if text else ())


def _around(rich: RichText, kind: str, url: str | None = None) -> RichText:
    if not rich.text:
        return rich
    whole = Entity(kind, 0, rich.units, url=url)
    return RichText(rich.text, (whole, *rich.entities))
