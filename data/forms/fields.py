"""Which fields a record of each kind is asked for, in which order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

How = Literal[
    "line",  # one line of text
    "text",  # text of several lines
    "open",  # a line, with those that the session has as choices
    "number",
    "amount",
    "currency",
    "date",
    "day",
    "state",
    "topic",
    "address",
    "source",
    "source_kind",
]
# What stands in the field ``source`` where a page is named that the session does not know yet.
NEW: Final = "+"
# What a draft of a record keeps beside its fields begins like this.
BESIDE: Final = "_"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that is asked for; ``most`` is how many characters it may have."""

    name: str
    how: How = "line"
    optional: bool = False
    most: int = 120


_SOURCE = Field("source", "source", most=2048)
_NOTE = Field("note", "text", optional=True, most=500)
FORMS: Final[Mapping[str, tuple[Field, ...]]] = {
    "outcome": (
        Field("title"),
        Field("text", "text", most=2000),
        Field("topic", "topic"),
        Field("day", "day", optional=True),
        Field("symbol", optional=True, most=60),
        _SOURCE,
    ),
    "pledge": (
        Field("donor"),
        Field("recipient", "open"),
        Field("amount", "amount"),
        Field("currency", "currency"),
        Field("years", "number", optional=True),
        Field("day", "day", optional=True),
        _NOTE,
        _SOURCE,
    ),
    "election": (
        Field("office", "open"),
        Field("body", "open"),
        Field("person"),
        Field("state", "state", optional=True),
        Field("day", "day"),
        Field("method", "open"),
        Field("votes", "number", optional=True),
        _NOTE,
        _SOURCE,
    ),
    "document": (
        Field("title", most=200),
        Field("author", optional=True),
        Field("kind", "open"),
        Field("date", "date"),
        Field("url", "address", optional=True, most=2048),
        _NOTE,
        _SOURCE,
    ),
}
OF_A_SOURCE: Final = (
    Field("source_publisher"),
    Field("source_title", most=200),
    Field("source_kind", "source_kind"),
)


def _asked(kind: str, fields: Mapping[str, Any]) -> Iterator[Field]:
    yield from FORMS[kind]
    if fields.get("source") == NEW:
        yield from OF_A_SOURCE


def following(kind: str, fields: Mapping[str, Any]) -> Field | None:
    """Return the field that is asked for next; None where all are answered."""
    return next((each for each in _asked(kind, fields) if each.name not in fields), None)


def previous(kind: str, fields: Mapping[str, Any]) -> Field | None:
    """Return the field that was answered last before the one that is asked for."""
    answered = None
    for each in _asked(kind, fields):
        if each.name not in fields:
            break
        answered = each
    return answered


def field_of(kind: str, name: str) -> Field | None:
    """Return a field of a kind by its name."""
    return next((each for each in (*FORMS[kind], *OF_A_SOURCE) if each.name == name), None)
