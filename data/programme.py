"""What a day holds or held: plenary items, debates, elections, side events."""

from typing import ClassVar, Literal

from sqlite_utils import Database

from data.records import Date, DayNumber, HourMinute, Record, Slug, Sources, Text, Title, rows

Kind = Literal["plenary", "debate", "election", "side-event", "talks", "closing"]


class Event(Record):
    """An item of the programme, as ``programme.toml`` gives it; hours are the venue's."""

    table: ClassVar[str] = "events"

    id: Slug
    kind: Kind
    title: Title
    day: DayNumber | None = None
    date: Date | None = None
    starts: HourMinute | None = None
    ends: HourMinute | None = None
    place: Text | None = None
    text: Text | None = None
    hosts: tuple[Text, ...] = ()
    supported_by: tuple[Text, ...] = ()
    speakers: tuple[Text, ...] = ()
    note: Text | None = None
    sources: Sources


def every(db: Database, session: str) -> list[Event]:
    """Return the programme of a session by day; what has no day comes last."""
    found = rows(
        db,
        "select * from events where session = ? order by day is null, day, position",
        [session],
    )
    return [Event.from_row(row) for row in found]


def get(db: Database, session: str, event: str) -> Event | None:
    """Return one item of the programme by its id."""
    found = rows(db, "select * from events where session = ? and id = ?", [session, event])
    return Event.from_row(found[0]) if found else None


def of_day(db: Database, session: str, day: int) -> list[Event]:
    """Return what a day holds, in the order of the file."""
    found = rows(
        db, "select * from events where session = ? and day = ? order by position", [session, day]
    )
    return [Event.from_row(row) for row in found]
