"""Who gets the digests of which session, and from which day on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Literal, NamedTuple, Self

from sqlite_utils import Database

from data import moments
from data.records import rows

FIRST_CHAT: Final = -(2**62)
REPLAYS: Final = ("replay", "at_once")
# One way at a time, so that the index has them in order; ``+`` keeps other indexes out of it.
_REPLAYED: Final = (
    " from subscriptions s join chats c on c.id = s.chat"
    " where s.way = ? and s.state = 'on' and +c.state = 'open'"
)
State = Literal["on", "paused", "off"]
# live: each day when it is due. replay: one a day at the chat's time. at_once: all days now.
# wait: nothing of this session; the offer for the next one comes all the same.
Way = Literal["live", "replay", "at_once", "wait"]


class Subscription(NamedTuple):
    """A chat's subscription to a session.

    ``first_day`` is the number of the first day whose digest it gets. ``next`` is when the next
    digest of a replay is due, in UTC.
    """

    chat: int
    session: str
    state: State
    way: Way
    since: datetime
    first_day: int
    next: datetime | None = None

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Self:
        """Make it from a row of ``subscriptions``."""
        return cls(
            chat=row["chat"],
            session=row["session"],
            state=row["state"],
            way=row["way"],
            since=moments.read(row["since"]),
            first_day=row["first_day"],
            next=moments.read_or_none(row["next"]),
        )


def get(db: Database, chat: int, session: str) -> Subscription | None:
    """Return a chat's subscription to a session, also where it has ended."""
    found = rows(db, "select * from subscriptions where chat = ? and session = ?", [chat, session])
    return Subscription.from_row(found[0]) if found else None


def of_chat(db: Database, chat: int) -> list[Subscription]:
    """Return all subscriptions of a chat."""
    found = rows(db, "select * from subscriptions where chat = ? order by session", [chat])
    return [Subscription.from_row(row) for row in found]


def keep(db: Database, wanted: Subscription) -> None:
    """Keep a subscription as it is given."""
    db.execute(
        "insert or replace into subscriptions (chat, session, state, way, since, first_day, next)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        [
            wanted.chat,
            wanted.session,
            wanted.state,
            wanted.way,
            moments.stamp(wanted.since),
            wanted.first_day,
            moments.stamp(wanted.next) if wanted.next else None,
        ],
    )


def end(db: Database, chat: int, session: str, state: State = "off") -> bool:
    """Pause or end a subscription; return whether it was on."""
    changed = db.execute(
        "update subscriptions set state = ? where chat = ? and session = ? and state != ?",
        [state, chat, session, state],
    )
    return changed.rowcount > 0


def next_at(db: Database, chat: int, session: str, moment: datetime | None) -> None:
    """Keep when the next digest of a replay is due; None where none is left."""
    db.execute(
        "update subscriptions set next = ? where chat = ? and session = ?",
        [moments.stamp(moment) if moment else None, chat, session],
    )


def replays_due(db: Database, now: datetime, most: int) -> list[Subscription]:
    """Return replays whose next digest is due at ``now``, and chats that want all at once."""
    query = f"select s.*{_REPLAYED} and s.next <= ? order by s.next limit ?"
    found = [row for way in REPLAYS for row in rows(db, query, [way, moments.stamp(now), most])]
    return [Subscription.from_row(row) for row in found[:most]]


def next_replay(db: Database) -> datetime | None:
    """Return when the next digest of any replay is due."""
    query = f"select s.next{_REPLAYED} and s.next is not null order by s.next limit 1"
    found = [row["next"] for way in REPLAYS for row in rows(db, query, [way])]
    return moments.read_or_none(min(found, default=None))


def followers(db: Database, after: int, most: int) -> list[int]:
    """Return the next ``most`` chats behind ``after`` that have any subscription, by id."""
    found = rows(
        db,
        "select distinct chat from subscriptions where chat > ? order by chat limit ?",
        [after, most],
    )
    return [row["chat"] for row in found]


def not_offered(db: Database, session: str, among: Sequence[int], most: int) -> list[int]:
    """Return those ``among`` chats that follow another session and were not offered this one.

    They are up to ``most``; ``among`` are neighbours, by id.
    """
    found = rows(
        db,
        "select distinct s.chat from subscriptions s join chats c on c.id = s.chat"
        " where s.chat between :first and :last"
        " and s.session != :session and s.state = 'on' and +c.state = 'open' and not exists"
        " (select 1 from subscriptions n where n.chat = s.chat and n.session = :session)"
        " order by s.chat limit :most",
        {"first": among[0], "last": among[-1], "session": session, "most": most},
    )
    return [row["chat"] for row in found]
