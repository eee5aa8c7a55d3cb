"""The shape that all records of a session share.

A record is one entry of a content file and one row of a table: the names of its fields are the
names in the file and the names of the columns. Lists and nested entries are JSON text in the row.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from sqlite_utils import Database

Date = date  # a field called date would hide the type of that name

PARTIAL_DATE = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?")


def _partial_date(text: str) -> str:
    match = PARTIAL_DATE.fullmatch(text)
    if match is None:
        raise ValueError('write a date as "2013-11-22", "2013-11" or "2013"')
    date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    return text


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,40}$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=2048)]
PartialDate = Annotated[str, AfterValidator(_partial_date)]
HourMinute = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
DayNumber = Annotated[int, Field(ge=1, le=99)]
Positive = Annotated[int, Field(ge=1)]
Count = Annotated[int, Field(ge=0)]
Sources = Annotated[tuple[Slug, ...], Field(min_length=1)]
Confidence = Literal["high", "medium", "low"]


class Entry(BaseModel):
    """What may stand in a content file: nothing but the fields named, and never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
            for name, value in self.model_dump(mode="json").items()
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Self:
        """Make the record of a row; columns that are not fields are passed over."""
        fields: dict[str, object] = {}
        for name, field in cls.model_fields.items():
            value = row[name]
            is_list = get_origin(field.annotation) is tuple
            fields[name] = json.loads(value) if is_list and value is not None else value
        return cls.model_validate(fields)


def rows(
    db: Database, sql: str, parameters: Sequence[object] | dict[str, object] = ()
) -> list[dict[str, Any]]:
    """Return the rows of a query as dictionaries by column."""
    cursor = db.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
