"""What the parsers complain of, in words for whoever wrote the file."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data.content import files
from data.content.lines import Lines
from data.content.placed import named
from data.content.problems import Problem

_AT = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|(?P<end>end of document))\)$")
_PATTERNS = {
    "^[a-z0-9-]": "takes lower-case letters, digits and hyphens, at most 40",
    "^https?": "takes an address that begins with http:// or https://",
    r"^([01]\d": 'takes an hour such as "18:00"',
    "^[a-z]+/": 'takes a kind and an id, such as "outcome/budget-2014"',
}
_SAID = {
    "missing": "is missing",
    "extra_forbidden": "is not a field of this record",
    "string_too_short": "is empty: leave the line out, or fill it",
    "string_type": "takes text in double quotes",
    "int_type": "takes a number without quotes",
    "int_parsing": "takes a number without quotes",
    "int_from_float": "takes a whole number",
    "tuple_type": "takes a list in square brackets",
    "too_short": "takes at least one entry",
    "date_type": "takes a date without quotes, such as 2013-11-27",
    "date_from_datetime_parsing": "takes a date without quotes, such as 2013-11-27",
    "date_from_datetime_inexact": "takes a date without an hour, such as 2013-11-27",
}


def of_toml(file: str, error: tomllib.TOMLDecodeError, text: str) -> Problem:
    """Say where a file is no TOML, and what the parser found there."""
    message = str(error)
    found = _AT.search(message)
    if found is None:
        return Problem(file, 0, "", "", message)
    line = int(found["line"]) if found["line"] else text.count("\n") + 1
    return Problem(file, line, "", "", message[: found.start()])


def of_record(
    file: str, kind: str, entry: dict[str, Any], place: Lines, error: ValidationError
) -> Iterator[Problem]:
    """Say what is wrong with the fields of a record."""
    key = files.model(kind).key
    record = named(kind, entry[key]) if key in entry else kind
    for each in error.errors(include_url=False):
        path = each["loc"]
        field = ".".join(map(str, path))
        yield Problem(file, place.of(*path), record, field, _said(each))


def _said(error: ErrorDetails) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        hint = next((text for start, text in _PATTERNS.items() if pattern.startswith(start)), None)
        return f"{hint}, not {_shown(error['input'])}" if hint else error["msg"]
    if kind == "literal_error":
        return f"takes {context['expected']}, not {_shown(error['input'])}".replace("'", '"')
    if kind == "value_error":
        return str(context["error"])
    if kind in {"greater_than_equal", "less_than_equal"}:
        return f"{_shown(error['input'])} is out of range"
    return _SAID.get(kind, error["msg"])


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
