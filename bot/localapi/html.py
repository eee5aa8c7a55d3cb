"""HTML as Telegram reads it: to text and entities, or a refusal.

The rules are those of the Bot API's ``parse_mode=HTML``: a few tags, well nested; white space
counts as it stands; unknown tags are refused. Attributes that mean nothing are skipped without a
word by the server; here they are reported, since nobody writes them on purpose.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.localapi import links, units

Entity = dict[str, Any]

_SIMPLE = {
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
TAGS = frozenset({*_SIMPLE, "a", "tg-emoji", "pre", "code", "blockquote"})
_MEANT = {"a": "href", "code": "class", "span": "class", "tg-emoji": "emoji-id"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACES = frozenset(" \t\r\n\0\v")
_END = "\0"
_LONGEST_REFERENCE = 10
_BEYOND_UNICODE = 0x10FFFF
_LARGEST_ID = 2**63 - 1


class HtmlError(ValueError):
    """HTML that the server refuses; the text is the server's, offsets count UTF-8 bytes."""


@dataclass(slots=True)
class Parsed:
    """What came out: text, entities in UTF-16 units, and attributes that were skipped."""

    text: str
    entities: list[Entity]
    ignored: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    begins: int


def parse(html: str) -> Parsed:
    """Text and entities of ``html``.

    Raises:
        HtmlError: with the server's words, without "can't parse entities: " before them.
    """
    return _Parser(html).run()


def escape(text: str) -> str:
    """Text as HTML that :func:`parse` gives back unchanged."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


class _Parser:
    def __init__(self, html: str) -> None:
        self.html = html
        self.at = 0
        self.out: list[str] = []
        self.offset = 0
        self.stack: list[_Open] = []
        self.found: list[Entity] = []
        self.ignored: list[str] = []

    def run(self) -> Parsed:
        while self.at < len(self.html):
            character = self.html[self.at]
            if character == "<":
                if self.peek(1) == "/":
                    self.close_tag()
                else:
                    self.open_tag()
            elif character == "&":
                self.write(self.reference() or self.step())
            else:
                self.write(self.step())
        if self.stack:
            raise HtmlError(
                f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"'
            )
        text = "".join(self.out)
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise HtmlError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        for entity in self.found:
            if entity["type"] == "code":
                entity.pop("language", None)
        return Parsed(text, self.found, self.ignored)

    # -- reading

    def peek(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.html[place] if place < len(self.html) else _END

    def step(self) -> str:
        character = self.html[self.at]
        self.at += 1
        return character

    def skip(self, going: Callable[[str], bool]) -> str:
        begin = self.at
        while self.at < len(self.html) and going(self.html[self.at]):
            self.at += 1
        return self.html[begin : self.at]

    def write(self, text: str) -> None:
        self.out.append(text)
        self.offset += units.length(text)

    def byte(self, place: int) -> int:
        return len(self.html[:place].encode("utf-8", "surrogatepass"))

    def reference(self) -> str | None:
        """Decode ``&lt;`` or ``&#60;`` here, or stay and give ``None``."""
        begin = self.at
        self.at += 1
        decoded = self._number(begin) if self.peek() == "#" else self._name()
        if decoded is None:
            self.at = begin
            return None
        if self.peek() == ";":
            self.at += 1
        return decoded

    def _number(self, begin: int) -> str | None:
        self.at += 1
        if self.peek() == "x":
            self.at += 1
            digits, base = self.skip(lambda c: c in "0123456789abcdefABCDEF"), 16
        else:
            digits, base = self.skip(lambda c: c in "0123456789"), 10
        if not digits or self.at - begin >= _LONGEST_REFERENCE:
            return None
        code = int(digits, base)
        return chr(code) if 0 < code < _BEYOND_UNICODE else None

    def _name(self) -> str | None:
        return _NAMED.get(self.skip(lambda c: c.isascii() and c.isalpha()))

    # -- tags

    def open_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self.skip(lambda c: c not in _SPACES and c != ">").lower()
        if self.at >= len(self.html):
            raise HtmlError(f"Unclosed start tag at byte offset {self.byte(begin)}")
        if tag not in TAGS:
            raise HtmlError(f'Unsupported start tag "{tag}" at byte offset {self.byte(begin)}')
        argument = ""
        while self.peek() != ">":
            self.skip(lambda c: c in _SPACES)
            if self.peek() == ">":
                break
            name, value = self.attribute(tag, begin)
            argument = self.meaning(tag, name, value, argument)
        if tag == "span" and argument != "tg-spoiler":
            raise HtmlError(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self.byte(begin)}'
            )
        self.at += 1
        self.stack.append(_Open(tag, argument, self.offset, len(self.out)))

    def meaning(self, tag: str, name: str, value: str | None, argument: str) -> str:
        if tag == "blockquote" and name == "expandable":
            return name
        if value is None or _MEANT.get(tag) != name:
            self.ignored.append(f"<{tag} {name}>")
            return argument
        if tag == "code" and not value.startswith("language-"):
            self.ignored.append(f'<code class="{value}">')
            return argument
        return value.removeprefix("language-") if tag == "code" else value

    def attribute(self, tag: str, begin: int) -> tuple[str, str | None]:
        name = self.skip(lambda c: c not in _SPACES and c not in "=>")
        if not name and self.peek() != _END:
            raise HtmlError(
                f'Empty attribute name in the tag "{tag}" at byte offset {self.byte(begin)}'
            )
        self.skip(lambda c: c in _SPACES)
        if self.peek() == "=":
            self.at += 1
            self.skip(lambda c: c in _SPACES)
        elif self.peek() != _END:
            return name, None
        if self.at >= len(self.html):
            raise HtmlError(f'Unclosed start tag "{tag}" at byte offset {self.byte(begin)}')
        value = self.quoted() if self.peek() in "'\"" else self.token()
        if self.at >= len(self.html):
            raise HtmlError(f"Unclosed start tag at byte offset {self.byte(begin)}")
        return name, value

    def token(self) -> str:
        begin = self.at
        value = self.skip(lambda c: (c.isascii() and c.isalnum()) or c in ".-").lower()
        if (self.peek() not in _SPACES and self.peek() != ">") or self.at >= len(self.html):
            raise HtmlError(f"Unexpected end of name token at byte offset {self.byte(begin)}")
        return value

    def quoted(self) -> str:
        quote = self.step()
        value: list[str] = []
        while self.at < len(self.html) and self.peek() != quote:
            decoded = self.reference() if self.peek() == "&" else None
            value.append(self.step() if decoded is None else decoded)
        self.at += 1
        return "".join(value)

    def close_tag(self) -> None:
        begin = self.at
        if not self.stack:
            raise HtmlError(f"Unexpected end tag at byte offset {self.byte(begin)}")
        self.at += 2
        tag = self.skip(lambda c: c not in _SPACES and c != ">").lower()
        self.skip(lambda c: c in _SPACES)
        if self.peek() != ">":
            raise HtmlError(f"Unclosed end tag at byte offset {self.byte(begin)}")
        opened = self.stack.pop()
        if tag and tag != opened.tag:
            raise HtmlError(
                f"Unmatched end tag at byte offset {self.byte(begin)}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        self.at += 1
        if self.offset > opened.offset:
            self.add(opened)

    # -- entities

    def add(self, opened: _Open) -> None:
        entity: Entity = {"offset": opened.offset, "length": self.offset - opened.offset}
        if opened.tag in _SIMPLE:
            self.found.append({"type": _SIMPLE[opened.tag], **entity})
        elif opened.tag == "blockquote":
            kind = "expandable_blockquote" if opened.argument else "blockquote"
            self.found.append({"type": kind, **entity})
        elif opened.tag == "tg-emoji":
            self.found.append(_emoji(opened.argument, entity))
        elif opened.tag == "a":
            self.found.extend(_link(opened.argument or "".join(self.out[opened.begins :]), entity))
        else:
            self.add_code(opened, entity)

    def add_code(self, opened: _Open, entity: Entity) -> None:
        """``pre`` and ``code`` around the same text are one ``pre`` with its language."""
        inner = self.found[-1] if self.found else None
        same = inner is not None and all(inner[key] == entity[key] for key in entity)
        other = "code" if opened.tag == "pre" else "pre"
        if inner is not None and same and inner["type"] == other:
            language = inner.get("language") if opened.tag == "pre" else opened.argument
            if language and not (other == "pre" and "language" in inner):
                self.found[-1] = {"type": "pre", **entity, "language": language}
                return
        added = {"type": opened.tag, **entity}
        if opened.tag == "code" and opened.argument:
            added["language"] = opened.argument
        self.found.append(added)


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
