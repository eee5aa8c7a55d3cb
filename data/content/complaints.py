"""What the parsers complain of, in words for whoever wrote the file."""

import datetime as dt
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from data.checking import ErrorDetails, ValidationError
from data.content import files
from data.content.lines import Place
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
    "int_from_float": "takes a whole number",
    "tuple_type": "takes a list in square brackets",
    "too_short": "takes at least one entry",
    "date_type": "takes a date without quotes, such as 2013-11-27",
    "date_from_datetime_inexact": "takes a date without an hour, such as 2013-11-27",
}


def of_toml(file: str, error: Exception, text: str) -> Problem:
    """Say where a file is no TOML, and what the parser found there."""
    message = str(error)
    if isinstance(error, RecursionError):
        message = "brackets are nested too deeply"
    found = _AT.search(message)
    if found is None:
        return Problem(file, 0, "", "", message)
    line = int(found["line"]) if found["line"] else text.count("\n") + 1
    return Problem(file, line, "", "", message[: found.start()])


def of_record(
    file: str, kind: str, entry: dict[str, Any], place: Place, error: ValidationError
) -> Iterator[Problem]:
    """Say what is wrong with the fields of a record."""
    model = files.model(kind)
    key = model.key
    record = named(kind, entry[key]) if key in entry else kind
    for each in error.errors(include_url=False):
        path = each["loc"]
        field = ".".join(map(str, path))
        said = _said(each)
        if each["type"] == "extra_forbidden":
            like = get_close_matches(field, model.fields, n=1)
            said += f"; did you mean {like[0]}?" if like else ""
        yield Problem(file, place.line(*path), record, field, said)


def _said(error: ErrorDetails) -> str:
    kind, context, given = error["type"], error.get("ctx", {}), error["input"]
    if kind == "int_type" and isinstance(given, float):
        kind = "int_from_float"
    if kind == "date_type" and isinstance(given, dt.datetime):
        kind = "date_from_datetime_inexact"
    if kind == "literal_error":
        return f"takes {context['expected']}, not {_shown(given)}".replace("'", '"')
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_too_long":
        return f"takes at most {context['max_length']} characters"
    if kind in {"greater_than_equal", "less_than_equal"}:
        return f"{_shown(given)} is out of range"
    pattern = str(context.get("pattern", ""))
    for start, text in _PATTERNS.items():
        if pattern.startswith(start):
            return f"{text}, not {_shown(given)}"
    return _SAID.get(kind, error["msg"])


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
