"""HTML character by character, with the references in it decoded as Telegram does."""

from collections.abc import Callable

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LONGEST_REFERENCE = 10
_BEYOND_UNICODE = 0x10FFFF
END = "\0"


class Reader:
    """A place in a text of HTML; ``at`` counts characters."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.at = 0

    @property
    def ended(self) -> bool:
        """Whether all is read."""
        return self.at >= len(self.html)

    def peek(self, ahead: int = 0) -> str:
        """The character here, or ``END``."""
        place = self.at + ahead
        return self.html[place] if place < len(self.html) else END

    def step(self) -> str:
        """The character here; go on behind it."""
        character = self.html[self.at]
        self.at += 1
        return character

    def skip(self, going: Callable[[str], bool]) -> str:
        """Go on while ``going`` says so; gives what was passed."""
        begin = self.at
        while not self.ended and going(self.html[self.at]):
            self.at += 1
        return self.html[begin : self.at]

    def byte(self, place: int) -> int:
        """How many bytes of UTF-8 stand before a place."""
        return len(self.html[:place].encode("utf-8", "surrogatepass"))

    def quoted(self) -> str:
        """A value in quotation marks, decoded; go on behind it, or to the end without it."""
        quote = self.step()
        value: list[str] = []
        while not self.ended and self.peek() != quote:
            decoded = self.reference() if self.peek() == "&" else None
            value.append(self.step() if decoded is None else decoded)
        self.at += 1
        return "".join(value)

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
