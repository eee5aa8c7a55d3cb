"""The topics under which a session's outcomes and resolutions are arranged."""

from typing import ClassVar

from sqlite_utils import Database

from data.records import Record, Slug, Title, rows


class Topic(Record):
    """A topic, as ``topics.toml`` gives it; the order in the file is the order on screen."""

    table: ClassVar[str] = "topics"

    id: Slug
    title: Title


def every(db: Database, session: str) -> list[Topic]:
    """Return the topics of a session in the order of its file."""
    found = rows(db, "select * from topics where session = ? order by position", [session])
    return [Topic.from_row(row) for row in found]


def get(db: Database, session: str, topic: str) -> Topic | None:
    """Return one topic by its id."""
    found = rows(db, "select * from topics where session = ? and id = ?", [session, topic])
    return Topic.from_row(found[0]) if found else None


def of_record(db: Database, session: str, kind: str, identity: str) -> str | None:
    """Return the id of the topic of an outcome or a resolution; None for other kinds."""
    tables = {"outcome": "outcomes", "resolution": "resolutions"}
    if kind not in tables:
        return None
    found = rows(
        db,
        f"select topic from {tables[kind]} where session = ? and id = ?",  # noqa: S608 - our own names
        [session, identity],
    )
    return str(found[0]["topic"]) if found else None
