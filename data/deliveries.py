"""One digest for one chat: whether it is waiting, held, under way, sent, or will not be sent.

There is one row for each chat and day, so a second digest of a day cannot come to be. The words
are those of a delivery:

- ``waiting``: due, to be opened. ``behind``: an earlier day of the same chat comes first.
- ``held``: the summary is not written. ``given_up``: it was not written in time either, and
  there was nothing else to send.
- ``sending``: its messages are in the outbox. ``sent``: the chat has them.
- ``old``: fell due more than two days before it was found. ``offered``: it has a button in a
  message of the outbox. ``counted``: the chat has that button.
- ``failed``: Telegram will never take it. ``aside``: the chat cannot be written to.
"""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any, Final, Literal, NamedTuple, Self

from sqlite_utils import Database

from data import moments
from data.records import rows

State = Literal[
    "waiting",
    "behind",
    "held",
    "given_up",
    "sending",
    "sent",
    "old",
    "offered",
    "counted",
    "failed",
    "aside",
]
UNSENT = ("waiting", "behind", "held", "sending")
_NOT_BEGUN: Final = (
    "not exists (select 1 from outbox o where o.delivery = deliveries.id and o.kind = 'part'"
    " and o.state in ('sending', 'sent'))"
)
_LIVE: Final = (
    "not exists (select 1 from subscriptions s where s.chat = deliveries.chat"
    " and s.session = deliveries.session and s.way in ('replay', 'at_once'))"
)


class Delivery(NamedTuple):
    """A digest for a chat. ``due`` is UTC.

    ``revision`` is the day's revision that the chat sees, 0 before any; ``first`` the one that it
    saw first; ``language`` is of what it sees.
    """

    id: int
    chat: int
    session: str
    day: int
    state: State
    due: datetime
    revision: int = 0
    language: str | None = None
    first: int | None = None
    reason: str | None = None

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Self:
        """Make it from a row of ``deliveries``."""
        fields = {name: row[name] for name in cls._fields}
        return cls(**{**fields, "due": moments.read(row["due"])})


def plan(  # noqa: PLR0913 - all by name
    db: Database,
    *,
    session: str,
    day: int,
    zone: str,
    at: time,
    due: datetime,
    state: State,
    most: int,
) -> bool:
    """Plan a day for the next ``most`` chats that get their digests ``at`` that hour in ``zone``.

    Returns whether all of them are planned. Call it within a transaction, until it is true.
    """
    hour = at.strftime("%H:%M")
    place = [session, day, zone, hour]
    db.execute(
        "insert or ignore into plans (session, day, zone, time, cursor) values (?, ?, ?, ?, ?)",
        [*place, -(2**62)],
    )
    found = rows(
        db,
        "select c.id from chats c join subscriptions s on s.chat = c.id and s.session = :session"
        " where c.zone = :zone and c.time = :time and c.id > (select cursor from plans where"
        " session = :session and day = :day and zone = :zone and time = :time)"
        " and c.state = 'open' and s.state = 'on' and s.way = 'live' and s.first_day <= :day"
        " order by c.id limit :most",
        {"session": session, "day": day, "zone": zone, "time": hour, "most": most},
    )
    chats = [row["id"] for row in found]
    db.conn.executemany(
        "insert or ignore into deliveries (chat, session, day, state, due) values (?, ?, ?, ?, ?)",
        [(chat, session, day, state, moments.stamp(due)) for chat in chats],
    )
    done = len(chats) < most
    db.execute(
        "update plans set cursor = ?, done = ?"
        " where session = ? and day = ? and zone = ? and time = ?",
        [0 if done else chats[-1], int(done), *place],  # where it is done, no chat is named
    )
    return done


def planned(db: Database, session: str) -> set[tuple[int, str, time]]:
    """Return day, zone and hour of what is planned to the end."""
    found = rows(db, "select day, zone, time from plans where session = ? and done", [session])
    return {(row["day"], row["zone"], time.fromisoformat(row["time"])) for row in found}


def add(  # noqa: PLR0913, PLR0917 - the columns of a row
    db: Database, chat: int, session: str, day: int, due: datetime, state: State = "waiting"
) -> None:
    """Plan a day for one chat, where it has none of that day yet."""
    db.execute(
        "insert or ignore into deliveries (chat, session, day, state, due) values (?, ?, ?, ?, ?)",
        [chat, session, day, state, moments.stamp(due)],
    )


def get(db: Database, delivery: int) -> Delivery | None:
    """Return one delivery."""
    found = rows(db, "select * from deliveries where id = ?", [delivery])
    return Delivery.from_row(found[0]) if found else None


def of_chat(db: Database, chat: int, session: str) -> list[Delivery]:
    """Return the deliveries of a session to a chat, by day."""
    found = rows(
        db,
        "select * from deliveries where chat = ? and session = ? order by day",
        [chat, session],
    )
    return [Delivery.from_row(row) for row in found]


def in_state(db: Database, state: State, most: int) -> list[Delivery]:
    """Return some deliveries in a state, what fell due first comes first."""
    found = rows(
        db, "select * from deliveries where state = ? order by due, id limit ?", [state, most]
    )
    return [Delivery.from_row(row) for row in found]


def waiting_of(db: Database, days: Sequence[tuple[str, int]], most: int) -> list[Delivery]:
    """Return some deliveries to open of these days (session and number) alone."""
    found = [
        Delivery.from_row(row)
        for session, day in days
        for row in rows(
            db,
            "select * from deliveries where session = ? and day = ? and state = 'waiting'"
            " order by revision, id limit ?",
            [session, day, most],
        )
    ]
    return sorted(found, key=lambda each: (each.due, each.id))[:most]


def unsent_since(
    db: Database, state: State, before: datetime, after: tuple[datetime, int], most: int
) -> list[Delivery]:
    """Return some deliveries in a state that fell due before a moment, and did not begin to leave.

    They come by due and id, behind those ``after`` which the last call ended. What a replay sends
    is not among them: it has no time of its own.
    """
    found = rows(
        db,
        "select * from deliveries where state = ? and due < ? and (due, id) > (?, ?)"  # noqa: S608 - our own words
        f" and {_NOT_BEGUN} and {_LIVE} order by due, id limit ?",
        [state, moments.stamp(before), moments.stamp(after[0]), after[1], most],
    )
    return [Delivery.from_row(row) for row in found]


def has(db: Database, session: str, day: int, state: State) -> bool:
    """Tell whether any delivery of a day is in a state."""
    found = rows(
        db,
        "select 1 from deliveries where session = ? and day = ? and state = ? limit 1",
        [session, day, state],
    )
    return bool(found)


def is_behind(db: Database, delivery: Delivery) -> bool:
    """Tell whether an earlier day of the same chat and session is still to be sent."""
    found = rows(
        db,
        "select 1 from deliveries where chat = ? and session = ? and day < ?"
        " and state in ('waiting', 'behind', 'held', 'sending') limit 1",
        [delivery.chat, delivery.session, delivery.day],
    )
    return bool(found)


def has_sent(db: Database, chat: int) -> bool:
    """Tell whether a chat got any digest yet, or one is on its way."""
    found = rows(
        db,
        "select 1 from deliveries where chat = ? and state in ('sending', 'sent') limit 1",
        [chat],
    )
    return bool(found)


def last_sent(db: Database, chat: int, session: str) -> tuple[int, datetime, datetime] | None:
    """Return the day of a session that came to a chat last, when it was due and when it left."""
    found = rows(
        db,
        "select d.day, d.due, o.sent from deliveries d join outbox o on o.delivery = d.id"
        " where d.chat = ? and d.session = ? and o.kind = 'part' and o.part = 1"
        " and o.sent is not null order by o.sent desc, o.id desc limit 1",
        [chat, session],
    )
    row = next(iter(found), None)
    return (row["day"], moments.read(row["due"]), moments.read(row["sent"])) if row else None


def put(db: Database, delivery: int, state: State, reason: str | None = None) -> None:
    """Put a delivery into a state; one that is behind it may then be opened."""
    db.execute(
        "update deliveries set state = ?, reason = ? where id = ?", [state, reason, delivery]
    )
    if state not in UNSENT:
        db.execute(
            "update deliveries set state = 'waiting' where state = 'behind' and (chat, session) ="
            " (select chat, session from deliveries where id = ?)",
            [delivery],
        )


def shows(db: Database, delivery: int, revision: int, language: str) -> None:
    """Keep what a chat sees of a day."""
    db.execute(
        "update deliveries set revision = :revision, language = :language,"
        " first = coalesce(first, :revision) where id = :delivery",
        {"revision": revision, "language": language, "delivery": delivery},
    )


def wake(db: Database, session: str, day: int, state: State, most: int) -> int:
    """Let up to ``most`` deliveries of a day in a state wait again; return how many they were."""
    changed = db.execute(
        "update deliveries set state = 'waiting' where id in (select id from deliveries"
        " where session = ? and day = ? and state = ? limit ?)",
        [session, day, state, most],
    )
    return changed.rowcount


def stale(  # noqa: PLR0913, PLR0917 - which ones, and how many
    db: Database, session: str, day: int, revision: int, now: datetime, most: int
) -> list[Delivery]:
    """Return some deliveries that show an earlier revision of a day and may be edited now."""
    found = rows(
        db,
        "select * from deliveries where session = ? and day = ? and state = 'sent'"
        " and revision < ? and not_before <= ? order by revision, id limit ?",
        [session, day, revision, moments.stamp(now), most],
    )
    return [Delivery.from_row(row) for row in found]


def edit_later(db: Database, delivery: int, not_before: datetime) -> None:
    """Let the correction of a delivery wait until ``not_before``."""
    db.execute(
        "update deliveries set not_before = ? where id = ?", [moments.stamp(not_before), delivery]
    )


def next_edit(db: Database, now: datetime) -> datetime | None:
    """Return when the next correction may be tried that waits at ``now``."""
    found = rows(
        db,
        "select min(not_before) as next from deliveries indexed by deliveries_edited_later"
        " where not_before != ''"
        " and not_before > ? and state = 'sent'",
        [moments.stamp(now)],
    )
    return moments.read_or_none(found[0]["next"])


def make_old(db: Database, found: Sequence[Delivery]) -> None:
    """Let deliveries that did not begin to leave be offered by buttons; forget their messages.

    Call it within a transaction.
    """
    each = [(delivery.id,) for delivery in found]
    db.conn.executemany("update deliveries set state = 'old', reason = null where id = ?", each)
    db.conn.executemany("delete from outbox where delivery = ? and kind = 'part'", each)
    db.conn.executemany(
        "update deliveries set state = 'waiting'"
        " where chat = ? and session = ? and state = 'behind'",
        [(delivery.chat, delivery.session) for delivery in found],
    )


def hurry(db: Database, now: datetime) -> None:
    """Let no correction wait any more: the clock that said until when was wrong."""
    db.execute(
        "update deliveries indexed by deliveries_edited_later set not_before = ''"
        " where not_before != '' and not_before > ?",
        [moments.stamp(now)],
    )


def is_first(db: Database, delivery: Delivery) -> bool:
    """Tell whether a chat got no digest before this one."""
    found = rows(
        db,
        "select 1 from deliveries where chat = ? and id < ? and state in ('sending', 'sent')"
        " limit 1",
        [delivery.chat, delivery.id],
    )
    return not found


def outdated(db: Database, session: str, day: int, revision: int) -> list[int]:
    """Return deliveries of which nothing has left yet and whose text is not the newest."""
    found = rows(
        db,
        "select id from deliveries where session = ? and day = ? and state = 'sending'"  # noqa: S608 - our own words
        f" and revision < ? and {_NOT_BEGUN}",
        [session, day, revision],
    )
    return [row["id"] for row in found]


def not_begun(db: Database, session: str, day: int) -> list[int]:
    """Return deliveries of a day that stand in the outbox, and of which nothing has left yet."""
    return outdated(db, session, day, 2**62)


def drop_unsent(db: Database, chat: int, session: str) -> list[int]:
    """Forget what did not begin to leave for a chat; return the ids of what was forgotten."""
    found = rows(
        db,
        "delete from deliveries where chat = ? and session = ? and state in"  # noqa: S608 - our own words
        " ('waiting', 'behind', 'held', 'sending', 'old', 'given_up', 'aside')"
        f" and {_NOT_BEGUN} returning id",
        [chat, session],
    )
    return [row["id"] for row in found]


def counts(db: Database, session: str, day: int) -> dict[str, int]:
    """Return how many deliveries of a day are in each state."""
    found = rows(
        db,
        "select state, count(*) as n from deliveries where session = ? and day = ? group by state",
        [session, day],
    )
    return {row["state"]: row["n"] for row in found}


def under_way(db: Database, chat: int) -> list[int]:
    """Return the ids of a chat's deliveries that are not through."""
    found = rows(
        db,
        "select id from deliveries where chat = ?"
        " and state in ('waiting', 'behind', 'held', 'sending', 'old', 'offered')",
        [chat],
    )
    return [row["id"] for row in found]


def bring_back(db: Database, chat: int, recent: datetime) -> None:
    """Let a chat's deliveries wait again that were set aside; those due before ``recent`` are old.

    What a replay sends is never too old. The messages that the chat has already are not sent
    again; of what it has in part, the rest is sent.
    """
    db.execute(
        "update deliveries set reason = null, state ="  # noqa: S608 - our own words
        f" case when due < ? and {_LIVE} and {_NOT_BEGUN} then 'old' else 'waiting' end"
        " where chat = ? and state = 'aside'",
        [moments.stamp(recent), chat],
    )


def old(db: Database, most: int) -> list[tuple[int, str, list[int]]]:
    """Return some chats with all days that are old for them: chat, session, days, in order."""
    found = rows(
        db,
        "select chat, session, group_concat(day) as days from deliveries indexed by deliveries_old"
        " where state = 'old' group by chat, session order by chat, session limit ?",
        [most],
    )
    return [
        (row["chat"], row["session"], sorted(int(day) for day in row["days"].split(",")))
        for row in found
    ]


def offer(db: Database, chat: int, session: str) -> list[int]:
    """Keep that the old days of a chat have buttons in a message of the outbox; return their ids.

    Call it within a transaction.
    """
    found = rows(
        db,
        "update deliveries set state = 'offered' where chat = ? and session = ? and state = 'old'"
        " returning id",
        [chat, session],
    )
    return [row["id"] for row in found]


def count_as_delivered(db: Database, chat: int) -> None:
    """Keep that a chat has the buttons of its old days."""
    db.execute(
        "update deliveries set state = 'counted' where chat = ? and state = 'offered'", [chat]
    )
