"""Followers and deliveries in numbers, without anybody's name."""

from dataclasses import dataclass

from sqlite_utils import Database

from data import deliveries
from data.records import rows

LAST_DAYS = 4


@dataclass(frozen=True, slots=True)
class Followers:
    """How many chats get the digests of a session, by kind and by language.

    ``paused`` get none for now, ``aside`` cannot be written to, ``replays`` get past days.
    """

    total: int
    kinds: dict[str, int]
    languages: dict[str, int]
    paused: int
    aside: int
    replays: int


def followers(db: Database, session: str) -> Followers:
    """Return who follows a session."""
    kinds = _counted(db, session, "coalesce(c.kind, 'private')")
    return Followers(
        total=sum(kinds.values()),
        kinds=kinds,
        languages=_counted(db, session, "coalesce(c.language, 'en')"),
        paused=_number(db, session, "s.state = 'paused'"),
        aside=_number(db, session, "s.state = 'on' and c.state != 'open'"),
        replays=_number(db, session, "s.state = 'on' and s.way in ('replay', 'at_once')"),
    )


def last_days(db: Database, session: str) -> dict[int, dict[str, int]]:
    """Return of the last days that were delivered how many deliveries are in each state."""
    found = rows(
        db,
        "select distinct day from deliveries where session = ? order by day desc limit ?",
        [session, LAST_DAYS],
    )
    return {row["day"]: deliveries.counts(db, session, row["day"]) for row in found}


def _counted(db: Database, session: str, what: str) -> dict[str, int]:
    found = rows(
        db,
        f"select {what} as what, count(*) as n from subscriptions s join chats c on c.id = s.chat"  # noqa: S608 - our own words
        " where s.session = ? and s.state = 'on' and c.state = 'open' group by what"
        " order by n desc, what",
        [session],
    )
    return {row["what"]: row["n"] for row in found}


def _number(db: Database, session: str, where: str) -> int:
    query = (
        "select count(*) from subscriptions s join chats c on c.id = s.chat"  # noqa: S608 - our own words
        f" where s.session = ? and {where}"
    )
    number: int = db.execute(query, [session]).fetchone()[0]
    return number
