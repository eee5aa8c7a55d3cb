"""On which line of a TOML file each of its values stands.

The parser gives values without places, so the text is walked once more for them. It was parsed
before, so the walk need not ask whether it is TOML.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

_TOKEN = re.compile(
    r'(?P<string>"""(?:\\.|[^\\])*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:\\.|[^"\\])*"|' + r"'[^']*')"
    r"|#[^\n]*|(?P<mark>[\[\]{}=,.\n])|(?P<bare>[^\s\[\]{}=,.\"'#]+)",
    re.DOTALL,
)
_END = ("end", "", 0)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands in its file: its ``path`` there, and the lines of all values."""

    path: Path = ()
    lines: Mapping[Path, int] = field(default_factory=dict, repr=False)

    def line(self, *path: str | int) -> int:
        """Return the line of a field, or of what it stands in where it is missing; 0 for none."""
        whole = (*self.path, *path)
        while whole and whole not in self.lines:
            whole = whole[:-1]
        return self.lines.get(whole, 0)


def of_values(text: str) -> dict[Path, int]:
    """Return the line of each value of a TOML document, by the keys and numbers that lead to it.

    Lines count from 1, entries of lists from 0: ``("outcome", 2, "sources", 0)``. A table has the
    line of its header or its brace, anything else that of its key, or its own within a list.
    """
    walk = _Walk(text)
    walk.document()
    return walk.places


class _Walk:
    def __init__(self, text: str) -> None:
        self.places: dict[Path, int] = {}
        self._tokens = _tokens(text)
        self._kind, self._text, self._line = next(self._tokens)
        self._tables: Counter[Path] = Counter()

    def _take(self) -> str:
        taken = self._text
        self._kind, self._text, self._line = next(self._tokens, _END)
        return taken

    def document(self) -> None:
        table: Path = ()
        while self._kind != "end":
            if self._text == "\n":
                self._take()
            elif self._text == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        line = self._line
        self._take()
        is_list = self._text == "["
        if is_list:
            self._take()
        *outer, last = self._keys("]")
        if is_list:
            self._take()
        path: Path = ()
        for key in outer:
            path = (*path, key)
            if number := self._tables[path]:
                path = (*path, number - 1)
        path = (*path, last)
        self.places.setdefault(path, line)
        if is_list:
            self._tables[path] += 1
            path = (*path, self._tables[path] - 1)
            self.places[path] = line
        return path

    def _keys(self, end: str) -> list[str]:
        keys = []
        while (mark := self._text) != end:
            kind = self._kind
            self._take()
            if mark != ".":
                keys.append(_unquoted(mark) if kind == "string" else mark)
        self._take()
        return keys

    def _pair(self, table: Path) -> None:
        line = self._line
        for key in self._keys("="):
            table = (*table, key)
            self.places.setdefault(table, line)
        self._value(table)

    def _value(self, path: Path) -> None:
        first = self._take()
        if first == "[":
            self._list(path)
        elif first == "{":
            while self._text != "}":
                if self._text in {",", "\n"}:
                    self._take()
                else:
                    self._pair(path)
            self._take()
        else:
            while self._kind == "bare" or self._text == ".":
                self._take()

    def _list(self, path: Path) -> None:
        number = 0
        while self._text != "]":
            if self._text in {",", "\n"}:
                self._take()
                continue
            self.places[*path, number] = self._line
            self._value((*path, number))
            number += 1
        self._take()


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    line, counted = 1, 0
    for match in _TOKEN.finditer(text):
        if kind := match.lastgroup:
            line += text.count("\n", counted, match.start())
            counted = match.start()
            yield kind, match[0], line
    yield _END


def _unquoted(key: str) -> str:
    return str(tomllib.loads(f"key = {key}")["key"])
