"""What owners write to every subscribed chat: it goes out chat by chat, through the outbox.

Channels are left out: there the bot posts digests and nothing else.
"""

import json
from datetime import datetime
from typing import Any, Literal, NamedTuple, Self

from sqlite_utils import Database

from data import moments, outbox
from data.records import rows
from data.richtext import RichText

State = Literal["waiting", "done", "undone"]
FIRST = -(2**62)
_SUBSCRIBED = (
    "select distinct s.chat from subscriptions s join chats c on c.id = s.chat"
    " where s.state = 'on' and +c.state = 'open' and c.kind is not 'channel'"
)


class Broadcast(NamedTuple):
    """A message to all. Nothing of it leaves before ``leaves``.

    ``position`` is the last chat that it was made ready for, ``number`` how many those are.
    """

    id: int
    author: int
    made: datetime
    leaves: datetime
    parts: tuple[RichText, ...]
    state: State
    position: int
    number: int

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Self:
        """Make it from a row of ``broadcasts``."""
        return cls(
            id=row["id"],
            author=row["author"],
            made=moments.read(row["made"]),
            leaves=moments.read(row["leaves"]),
            parts=tuple(RichText.from_row(each) for each in json.loads(row["texts"])),
            state=row["state"],
            position=row["position"],
            number=row["number"],
        )


def add(db: Database, author: int, parts: list[RichText], made: datetime, leaves: datetime) -> int:
    """Keep a message to all, which leaves from ``leaves`` on; return its number."""
    texts = [{"text": each.text, "entities": each.entities_json()} for each in parts]
    kept = db.execute(
        "insert into broadcasts (author, made, leaves, texts, state, position)"
        " values (?, ?, ?, ?, 'waiting', ?)",
        [
            author,
            moments.stamp(made),
            moments.stamp(leaves),
            json.dumps(texts, ensure_ascii=False),
            FIRST,
        ],
    )
    return int(kept.lastrowid or 0)


def get(db: Database, broadcast: int) -> Broadcast | None:
    """Return a message to all by its number."""
    found = rows(db, "select * from broadcasts where id = ?", [broadcast])
    return Broadcast.from_row(found[0]) if found else None


def undo(db: Database, broadcast: int, now: datetime) -> bool:
    """Take a message back that has not begun to leave; return whether that was in time."""
    changed = db.execute(
        "update broadcasts set state = 'undone' where id = ? and state = 'waiting' and leaves > ?",
        [broadcast, moments.stamp(now)],
    )
    return changed.rowcount > 0


def waiting(db: Database, now: datetime) -> Broadcast | None:
    """Return the message to all that may leave and is not ready for all yet; the oldest first."""
    found = rows(
        db,
        "select * from broadcasts where state = 'waiting' and leaves <= ? order by id limit 1",
        [moments.stamp(now)],
    )
    return Broadcast.from_row(found[0]) if found else None


def next_out(db: Database, now: datetime) -> datetime | None:
    """Return when the next message to all may leave that waits at ``now``."""
    found = rows(
        db,
        "select min(leaves) as next from broadcasts where state = 'waiting' and leaves > ?",
        [moments.stamp(now)],
    )
    return moments.read_or_none(found[0]["next"])


def subscribed(db: Database) -> int:
    """Return how many chats get a message to all."""
    number: int = db.execute(f"select count(*) from ({_SUBSCRIBED})").fetchone()[0]  # noqa: S608 - our own words
    return number


def prepare(db: Database, broadcast: Broadcast, most: int) -> int:
    """Put a message into the outbox for the next ``most`` chats; return how many those were.

    Call it within a transaction, until the state is ``done``.
    """
    found = rows(
        db,
        f"{_SUBSCRIBED} and s.chat > ? order by s.chat limit ?",
        [broadcast.position, most],
    )
    chats = [row["chat"] for row in found]
    texts = [outbox.keep_text(db, each) for each in broadcast.parts]
    for chat in chats:
        for text in texts:
            outbox.add(db, chat=chat, kind="broadcast", text=text)
    db.execute(
        "update broadcasts set position = ?, number = number + ?, state = ? where id = ?",
        [
            chats[-1] if chats else broadcast.position,
            len(chats),
            "waiting" if len(chats) == most else "done",
            broadcast.id,
        ],
    )
    return len(chats)
