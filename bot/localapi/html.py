"""HTML as Telegram reads it: to text and entities, or a refusal.

The rules are those of the Bot API's ``parse_mode=HTML``: a few tags, well nested; white space
counts as it stands; unknown tags are refused. Attributes that mean nothing are skipped without a
word by the server; here they are reported, since nobody writes them on purpose.
"""

from dataclasses import dataclass, field

from bot.localapi import units
from bot.localapi.html_reader import END, Reader
from bot.localapi.html_tags import MEANT, TAGS, Entity, HtmlError, Opened, add

__all__ = ["Entity", "HtmlError", "Parsed", "escape", "parse"]
_SPACES = frozenset(" \t\r\n\0\v")


@dataclass(slots=True)
class Parsed:
    """What came out: text, entities in UTF-16 units, and attributes that were skipped."""

    text: str
    entities: list[Entity]
    ignored: list[str] = field(default_factory=list)


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


class _Parser(Reader):
    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.out: list[str] = []
        self.offset = 0
        self.stack: list[Opened] = []
        self.found: list[Entity] = []
        self.ignored: list[str] = []

    def run(self) -> Parsed:
        while not self.ended:
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

    def write(self, text: str) -> None:
        self.out.append(text)
        self.offset += units.length(text)

    def open_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self.skip(lambda c: c not in _SPACES and c != ">").lower()
        if self.ended:
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
        self.stack.append(Opened(tag, argument, self.offset, len(self.out)))

    def meaning(self, tag: str, name: str, value: str | None, argument: str) -> str:
        if tag == "blockquote" and name == "expandable":
            return name
        if value is None or MEANT.get(tag) != name:
            self.ignored.append(f"<{tag} {name}>")
            return argument
        if tag == "code" and not value.startswith("language-"):
            self.ignored.append(f'<code class="{value}">')
            return argument
        return value.removeprefix("language-") if tag == "code" else value

    def attribute(self, tag: str, begin: int) -> tuple[str, str | None]:
        name = self.skip(lambda c: c not in _SPACES and c not in "=>")
        if not name and self.peek() != END:
            raise HtmlError(
                f'Empty attribute name in the tag "{tag}" at byte offset {self.byte(begin)}'
            )
        self.skip(lambda c: c in _SPACES)
        if self.peek() == "=":
            self.at += 1
            self.skip(lambda c: c in _SPACES)
        elif self.peek() != END:
            return name, None
        if self.ended:
            raise HtmlError(f'Unclosed start tag "{tag}" at byte offset {self.byte(begin)}')
        value = self.quoted() if self.peek() in "'\"" else self.token()
        if self.ended:
            raise HtmlError(f"Unclosed start tag at byte offset {self.byte(begin)}")
        return name, value

    def token(self) -> str:
        begin = self.at
        value = self.skip(lambda c: (c.isascii() and c.isalnum()) or c in ".-").lower()
        if (self.peek() not in _SPACES and self.peek() != ">") or self.ended:
            raise HtmlError(f"Unexpected end of name token at byte offset {self.byte(begin)}")
        return value

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
            inside = "".join(self.out[opened.begins :])
            add(self.found, opened, self.offset - opened.offset, inside)
