"""On which line of a TOML file a record and its fields stand.

The parser gives values without places, so the places are read off the text: strings and remarks
are blanked first, and what is left of headers and keys cannot be mistaken.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

_OPAQUE = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' + r"'''.*?'''|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'|#[^\n]*",
    re.DOTALL,
)
_EVENT = re.compile(
    r"^[ \t]*\[\[?[ \t]*(?P<header>[\w.-]+)[ \t]*\]\]?|(?P<brace>\{)|(?P<key>[\w-]+)[ \t]*=",
    re.MULTILINE,
)


@dataclass(slots=True)
class Lines:
    """The line of a record, and of each of its fields; those of the n-th entry of a list of
    entries are called ``others.0.person``.
    """  # noqa: D205 - one sentence

    record: int
    fields: dict[str, int] = field(default_factory=dict)

    def of(self, *path: str | int) -> int:
        """Return the line of a field, or of what it stands in where it is missing."""
        for length in range(len(path), 0, -1):
            line = self.fields.get(".".join(map(str, path[:length])))
            if line:
                return line
        return self.record


def of_records(text: str) -> dict[str, list[Lines]]:
    """Return the places of all records in a file, by kind, in order."""
    found: dict[str, list[Lines]] = defaultdict(list)
    blanked = _OPAQUE.sub(_blank, text)
    kind, prefix = "", ""
    listed = ""  # the kind that is written as a list of entries in braces
    for event in _EVENT.finditer(blanked):
        line = blanked.count("\n", 0, event.start(event.lastgroup or 0)) + 1
        if header := event["header"]:
            kind, _, inner = header.partition(".")
            listed = ""
            prefix = _begin(found[kind], inner, line)
        elif event["brace"]:
            if listed:
                found[listed].append(Lines(line))
        elif not kind and not listed:
            listed = event["key"]
        elif records := found[kind or listed]:
            records[-1].fields.setdefault(prefix + event["key"], line)
    return dict(found)


def _begin(records: list[Lines], inner: str, line: int) -> str:
    """Take note of a header, and return what the names of the fields below it begin with."""
    if not inner or not records:
        records.append(Lines(line))
        return ""
    fields = records[-1].fields
    number = sum(name.count(".") == 1 and name.startswith(f"{inner}.") for name in fields)
    fields.setdefault(inner, line)
    fields[f"{inner}.{number}"] = line
    return f"{inner}.{number}."


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
