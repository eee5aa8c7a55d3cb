"""Where the facts come from."""

from collections.abc import Sequence
from typing import ClassVar, Literal, get_args

from sqlite_utils import Database

from data.records import Address, PartialDate, Record, Slug, Text, Title, rows

Kind = Literal["official", "government", "cicc", "ngo", "analysis", "press"]
ORDER = {kind: place for place, kind in enumerate(get_args(Kind))}


class Source(Record):
    """A page that a fact comes from, as ``sources.toml`` gives it.

    ``kind`` decides the order on screen: official sources first, then the CICC, then press.
    """

    table: ClassVar[str] = "sources"

    id: Slug
    kind: Kind
    publisher: Text
    title: Title
    date: PartialDate | None = None
    url: Address
    note: Text | None = None


def named(db: Database, session: str, ids: Sequence[str]) -> list[Source]:
    """Return the sources with these ids, official ones first, otherwise in the order given."""
    marks = ", ".join("?" * len(ids))
    found = rows(
        db,
        f"select * from sources where session = ? and id in ({marks})",  # noqa: S608 - only marks
        [session, *ids],
    )
    place = {identity: number for number, identity in enumerate(ids)}
    named_ones = [Source.from_row(row) for row in found]
    return sorted(named_ones, key=lambda source: (ORDER[source.kind], place[source.id]))
