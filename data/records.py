"""The shape that all records of a session share.

A record is one entry of a content file and one row of a table: the names of its fields are the
names in the file and the names of the columns. Lists and nested entries are JSON text in the row.

What comes from a file or from an editor is checked before a record is made of it
(``data.checking``). What comes from the store was, and is not checked again: so nobody who only
answers questions has to load what checks.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    Self,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
)
from urllib.parse import urlsplit

from sqlite_utils import Database

Date = date  # a field called date would hide the type of that name

PARTIAL_DATE = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?")


class Rule(NamedTuple):
    """What holds of a field beside its type: its text, its number, or how many it lists.

    ``check`` returns what it is given, or raises ``ValueError`` with what is wrong.
    """

    pattern: str | None = None
    shortest: int | None = None
    longest: int | None = None
    least: int | None = None
    most: int | None = None
    stripped: bool | None = None
    check: Callable[[str], str] | None = None


def _partial_date(text: str) -> str:
    match = PARTIAL_DATE.fullmatch(text)
    if match is None:
        raise ValueError('write a date as "2013-11-22", "2013-11" or "2013"')
    date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    return text


def _address(text: str) -> str:
    try:
        urlsplit(text)
    except ValueError as error:
        raise ValueError("is no address that a browser could open") from error
    return text


Slug = Annotated[str, Rule(pattern=r"^[a-z0-9-]{1,40}$")]
Text = Annotated[str, Rule(shortest=1, stripped=True)]
Title = Annotated[str, Rule(shortest=1, longest=500, stripped=True)]
Address = Annotated[str, Rule(pattern=r"^https?://\S+$", longest=2048), Rule(check=_address)]
PartialDate = Annotated[str, Rule(check=_partial_date)]
HourMinute = Annotated[str, Rule(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
DayNumber = Annotated[int, Rule(least=1, most=99)]
Positive = Annotated[int, Rule(least=1)]
Count = Annotated[int, Rule(least=0)]
Sources = Annotated[tuple[Slug, ...], Rule(shortest=1)]
Confidence = Literal["high", "medium", "low"]


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Entry:
    """What may stand in a content file: nothing but the fields named, and never changed.

    The fields are what a class annotates, by name, in this order. It is made as a dataclass would
    be, without the code that a dataclass writes and compiles for each class at its import.
    """

    fields: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        """Take down the fields of a kind of entries."""
        own: Mapping[str, object] = cls.__annotations__
        cls.fields = {
            **cls.fields,
            **{name: kind for name, kind in own.items() if get_origin(kind) is not ClassVar},
        }

    def __init__(self, **values: Any) -> None:
        if unknown := values.keys() - self.fields.keys():
            raise TypeError(f"{type(self).__name__} has no {min(unknown)}")
        for name in self.fields:
            if name not in values and not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} takes {name}")
            self.__dict__[name] = values[name] if name in values else getattr(type(self), name)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{name} cannot be removed")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({shown})"

    def told(self) -> dict[str, Any]:
        """Return the fields that are not what they are when left out, in nested entries too."""
        return {
            name: _told(value)
            for name, value in self.__dict__.items()
            if value is not None and value != getattr(type(self), name, None)
        }

    def plain(self) -> dict[str, Any]:
        """Return the fields, with nested entries as dictionaries."""
        return {name: _plain(value) for name, value in self.__dict__.items()}

    def as_json(self) -> dict[str, Any]:
        """Return the fields in the types that JSON knows."""
        return {name: _as_json(value) for name, value in self.__dict__.items()}

    def replaced(self, **values: Any) -> Self:
        """Return an entry like this one, but for ``values``, which are not checked."""
        return type(self)(**{**self.__dict__, **values})


Readers = dict[str, tuple[bool, Callable[[Any], Any]]]
_READERS: dict[type[Entry], Readers] = {}


class Record(Entry):
    """One entry of a content file, and one row of ``table``, where it is found by ``key``."""

    table: ClassVar[str]
    key: ClassVar[str] = "id"

    @property
    def identity(self) -> str:
        """The record's name within its table, as text: a slug, or a day's number."""
        return str(getattr(self, self.key))

    def to_row(self) -> dict[str, object]:
        """Return the columns of the record, without session and position."""
        return {
            name: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
            for name, value in self.as_json().items()
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Self:
        """Make the record of a row; columns that are not fields are passed over."""
        values = {}
        for name, (is_list, read) in _readers(cls).items():
            value = row[name]
            if value is not None:
                values[name] = read(json.loads(value) if is_list else value)
            elif not is_list:
                values[name] = None
        return cls(**values)


def _told(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_told(each) for each in value)
    return value.told() if isinstance(value, Entry) else value


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_plain(each) for each in value)
    return value.plain() if isinstance(value, Entry) else value


def _as_json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_as_json(each) for each in value]
    if isinstance(value, Entry):
        return value.as_json()
    return value.isoformat() if isinstance(value, date) else value


def _readers(model: type[Entry]) -> Readers:
    """Return for each field whether it is a list, and what makes its value out of JSON's types."""
    if model not in _READERS:
        bare = {name: _bare(kind) for name, kind in model.fields.items()}
        _READERS[model] = {
            name: (get_origin(kind) is tuple, _reader(kind)) for name, kind in bare.items()
        }
    return _READERS[model]


def _reader(kind: Any) -> Callable[[Any], Any]:
    if get_origin(kind) is tuple:
        each = _reader(_bare(get_args(kind)[0]))
        return lambda values: tuple(map(each, values))
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Entry):
        readers = _readers(kind)
        return lambda values: kind(
            **{name: None if one is None else readers[name][1](one) for name, one in values.items()}
        )
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _bare(kind: Any) -> Any:
    """Return the type of a field, without its rules, and without that it may be left out."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in {Union, UnionType}:
        return _bare(next(each for each in get_args(kind) if each is not type(None)))
    return kind


def rows(
    db: Database, sql: str, parameters: Sequence[object] | dict[str, object] = ()
) -> list[dict[str, Any]]:
    """Return the rows of a query as dictionaries by column."""
    cursor = db.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
