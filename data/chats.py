"""What a chat chose for itself, and whether it can be written to.

A chat that chose nothing has no row. No names and no texts are kept.
"""

import json
from datetime import datetime, time
from functools import lru_cache
from typing import Any, Literal, NamedTuple, Self

from sqlite_utils import Database

from data import moments
from data.chat_times import ChatTime
from data.records import rows

Time = time  # a field called time would hide the type of that name

Kind = Literal["private", "group", "channel"]
# open: it is written to. blocked: it left, or a person blocked the bot. barred: the topic or
# channel where nothing may be written, until something changes there.
State = Literal["open", "blocked", "barred"]


class Chat(NamedTuple):
    """A chat and its choices; None where it chose nothing.

    ``thread`` is the forum topic in which it gets what is sent. ``topics`` are ids of topics:
    which outcomes and publications a digest lists; None means all. ``time`` is in ``zone``.
    """

    id: int
    kind: Kind = "private"
    session: str | None = None
    language: str | None = None
    zone: str | None = None
    time: Time | None = None
    topics: tuple[str, ...] | None = None
    silent: bool = False
    thread: int | None = None
    state: State = "open"
    reason: str | None = None

    @property
    def when(self) -> ChatTime | None:
        """When its digests come; None where it chose no time yet."""
        return ChatTime(self.time, self.zone) if self.time and self.zone else None

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Self:
        """Make it from a row of ``chats``."""
        return cls(
            id=row["id"],
            kind=row["kind"] or "private",
            session=row["session"],
            language=row["language"],
            zone=row["zone"],
            time=time.fromisoformat(row["time"]) if row["time"] else None,
            topics=tuple(json.loads(row["topics"])) if row["topics"] else None,
            silent=bool(row["silent"]),
            thread=row["thread"],
            state=row["state"],
            reason=row["reason"],
        )


def get(db: Database, chat: int) -> Chat | None:
    """Return a chat by its id; None where it chose nothing."""
    found = rows(db, "select * from chats where id = ?", [chat])
    return Chat.from_row(found[0]) if found else None


def session_of(db: Database, chat: int) -> str | None:
    """Return the id of the session that a chat chose to read; None where it chose none."""
    found = rows(db, "select session from chats where id = ?", [chat])
    return found[0]["session"] if found else None


def choose_session(db: Database, chat: int, session: str) -> None:
    """Keep the session that a chat reads from now on."""
    _keep(db, chat, "session", session)


def choose_language(db: Database, chat: int, language: str) -> None:
    """Keep the language in which a chat is answered."""
    _keep(db, chat, "language", language)


def choose_time(db: Database, chat: int, when: ChatTime) -> None:
    """Keep when a chat gets its digests."""
    written = when.hour.strftime("%H:%M")
    _keep(db, chat, "zone", when.zone)
    _keep(db, chat, "time", written)
    db.execute("insert or ignore into hours (zone, time) values (?, ?)", [when.zone, written])


def choose_topics(db: Database, chat: int, topics: tuple[str, ...] | None) -> None:
    """Keep the topics whose outcomes a chat's digests list; None lists all."""
    _keep(db, chat, "topics", None if topics is None else json.dumps(topics))


def choose_silence(db: Database, chat: int, *, silent: bool) -> None:
    """Keep whether digests come without a sound."""
    _keep(db, chat, "silent", int(silent))


def choose_place(db: Database, chat: int, kind: Kind, thread: int | None) -> None:
    """Keep what kind of chat it is, and in which forum topic its digests go."""
    _keep(db, chat, "kind", kind)
    _keep(db, chat, "thread", thread)


def set_aside(db: Database, chat: int, state: State, reason: str, now: datetime) -> None:
    """Write to a chat no more, until it is ``reopened``; a chat without a row is left alone."""
    db.execute(
        "update chats set state = ?, reason = ?, since = ? where id = ?",
        [state, reason, moments.stamp(now), chat],
    )


def reopened(db: Database, chat: int) -> bool:
    """Write to a chat again; return whether it had been set aside."""
    changed = db.execute(
        "update chats set state = 'open', reason = null, since = null"
        " where id = ? and state != 'open'",
        [chat],
    )
    return changed.rowcount > 0


def times(db: Database) -> list[ChatTime]:
    """Return each time at which some chat gets, or once got, its digests."""
    return [_when(*row) for row in db.execute("select zone, time from hours order by zone, time")]


@lru_cache(maxsize=20_000)  # they are looked at in every round of a broadcast
def _when(zone: str, hour: str) -> ChatTime:
    return ChatTime(time.fromisoformat(hour), zone)


def move(db: Database, old: int, new: int) -> None:
    """Follow a group that became a supergroup, whose id is another from then on.

    What the store holds under the new id already stays, and what the old one had is added.
    """
    # Of what Telegram says twice, the second time must not undo what was chosen in between.
    db.execute("update chats set thread = null where id = ?", [old])
    for table in ("chats", "subscriptions", "deliveries", "outbox"):
        column = "id" if table == "chats" else "chat"
        where = f"where [{column}] = ?"
        db.execute(f"update or ignore [{table}] set [{column}] = ? {where}", [new, old])  # noqa: S608 - our own names
        db.execute(f"delete from [{table}] {where}", [old])  # noqa: S608 - our own names


def _keep(db: Database, chat: int, column: str, value: object) -> None:
    db.execute(
        f"insert into chats (id, state, [{column}]) values (?, 'open', ?)"  # noqa: S608 - our own names
        f" on conflict (id) do update set [{column}] = excluded.[{column}]",
        [chat, value],
    )
