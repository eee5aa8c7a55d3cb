"""What is to be sent: one row for each message, written before it leaves.

A message is ``waiting``, then ``sending`` from the moment at which Telegram may have it, then
``sent`` with its number there, or ``failed``. What a crash leaves in ``sending`` is sent again:
Telegram may have taken it, and does not say. ``unwanted`` is to be deleted from the chat.
"""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any, Final, Literal, NamedTuple, Self

from sqlite_utils import Database

from data import moments
from data.records import rows
from data.richtext import RichText

# What belongs to a day that is stopped stays where it is.
_GOING: Final = (
    " and not exists (select 1 from deliveries d join stops s on s.session = d.session"
    " and s.day = d.day where d.id = o.delivery)"
)
Kind = Literal["part", "held", "bundle", "note", "broadcast", "offer", "reminder", "notice"]


class Outgoing(NamedTuple):
    """A message to be sent, with what the chat chose: the topic, its zone, whether in silence.

    ``buttons`` is the keyboard as JSON text. ``reply`` is the row of the message that it answers.
    """

    id: int
    chat: int
    kind: Kind
    delivery: int | None
    part: int | None
    text: RichText
    buttons: str | None
    reply: int | None
    silent: bool
    attempts: int
    message: int | None
    thread: int | None
    zone: str | None
    sent: datetime | None

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Self:
        """Make it from a row of ``outgoing``."""
        fields = {name: row[name] for name in cls._fields if name not in {"text", "silent"}}
        return cls(
            **{**fields, "sent": moments.read_or_none(row["sent"])},
            text=RichText(row["words"] or "", RichText.from_row({**row, "text": ""}).entities),
            silent=bool(row["silent"] or row["chat_silent"]),
        )


def keep_text(db: Database, text: RichText, buttons: str | None = None) -> int:
    """Keep a text with its buttons, once however many chats get it; return its id."""
    told = json.dumps([text.text, text.entities_json(), buttons])
    known = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    db.execute(
        "insert or ignore into texts (hash, text, entities, buttons) values (?, ?, ?, ?)",
        [known, text.text, text.entities_json(), buttons],
    )
    identity: int = db.execute("select id from texts where hash = ?", [known]).fetchone()[0]
    return identity


def add(  # noqa: PLR0913 - all by name
    db: Database,
    *,
    chat: int,
    kind: Kind,
    text: int,
    delivery: int | None = None,
    part: int | None = None,
    reply: int | None = None,
    silent: bool = False,
    not_before: datetime | None = None,
) -> None:
    """Put a message into the outbox; a second one of the same delivery, kind and part is not."""
    db.execute(
        "insert or ignore into outbox (chat, kind, delivery, part, text, reply, silent, state,"
        " not_before) values (?, ?, ?, ?, ?, ?, ?, 'waiting', ?)",
        [
            chat,
            kind,
            delivery,
            part,
            text,
            reply,
            int(silent),
            moments.stamp(not_before) if not_before else "",
        ],
    )


def waiting(db: Database, now: datetime, most: int) -> list[Outgoing]:
    """Return some messages that may leave at ``now``: for each chat the first that is unsent."""
    query = (
        "select * from outgoing o where o.state = 'waiting' and o.not_before <= ?"
        " and not exists (select 1 from outbox e where e.chat = o.chat and e.id < o.id"
        " and e.state in ('waiting', 'sending'))"
    )
    found = rows(db, query + _GOING + " order by o.id limit ?", [moments.stamp(now), most])
    return [Outgoing.from_row(row) for row in found]


def claim(db: Database, outgoing: int) -> bool:
    """Mark a message as such that Telegram may have it from now on; return whether it still waits.

    Call it durably, before sending.
    """
    changed = db.execute(
        "update outbox set state = 'sending', attempts = attempts + 1"
        " where id = ? and state = 'waiting'",
        [outgoing],
    )
    return changed.rowcount > 0


def sent(db: Database, outgoing: int, message: int, now: datetime) -> None:
    """Keep that Telegram took a message, and its number there."""
    db.execute(
        "update outbox set state = 'sent', message = ?, sent = ?, reason = null where id = ?",
        [message, moments.stamp(now), outgoing],
    )


def later(db: Database, outgoing: int, not_before: datetime, reason: str) -> None:
    """Let a message wait again, until ``not_before`` at the least."""
    db.execute(
        "update outbox set state = 'waiting', not_before = ?, reason = ? where id = ?",
        [moments.stamp(not_before), reason, outgoing],
    )


def failed(db: Database, outgoing: int, reason: str) -> None:
    """Keep that a message will never be taken, and why."""
    db.execute("update outbox set state = 'failed', reason = ? where id = ?", [reason, outgoing])


def recover(db: Database) -> int:
    """Let wait again what a crash left on its way; return how many messages that were."""
    changed = db.execute("update outbox set state = 'waiting' where state = 'sending'")
    return changed.rowcount


def next_try(db: Database) -> datetime | None:
    """Return when the next message may leave; None where none is waiting."""
    query = "select min(not_before) as next from outbox o where state = 'waiting'"
    found = rows(db, query + _GOING)
    text = found[0]["next"]
    return moments.BEGINNING if text == "" else moments.read_or_none(text)


def count(db: Database) -> int:
    """Return how many messages are waiting or on their way."""
    query = "select count(*) from outbox o where state in ('waiting', 'sending')"
    number: int = db.execute(query + _GOING).fetchone()[0]
    return number


def of_delivery(db: Database, delivery: int, kind: Kind = "part") -> list[Outgoing]:
    """Return the messages of a delivery that the chat has or will have, by part."""
    found = rows(
        db,
        "select * from outgoing o where o.delivery = ? and o.kind = ?"
        " and o.state in ('waiting', 'sending', 'sent') order by o.part",
        [delivery, kind],
    )
    return [Outgoing.from_row(row) for row in found]


def is_through(db: Database, delivery: int) -> bool:
    """Tell whether nothing of a delivery's parts is still to be sent."""
    found = rows(
        db,
        "select 1 from outbox where delivery = ? and kind = 'part'"
        " and state in ('waiting', 'sending') limit 1",
        [delivery],
    )
    return not found


def shows(db: Database, outgoing: int, text: int) -> None:
    """Keep which text a message shows now."""
    db.execute("update outbox set text = ? where id = ?", [text, outgoing])


def has_begun(db: Database, delivery: int) -> bool:
    """Tell whether the chat has a part of a delivery, or may have one."""
    found = rows(
        db,
        "select 1 from outbox where delivery = ? and kind = 'part'"
        " and state in ('sending', 'sent') limit 1",
        [delivery],
    )
    return bool(found)


def hurry(db: Database, now: datetime) -> None:
    """Let nothing wait any more: the clock that said until when was wrong."""
    db.execute(
        "update outbox set not_before = '' where state in ('waiting', 'unwanted')"
        " and not_before > ?",
        [moments.stamp(now)],
    )


def message_of(db: Database, outgoing: int) -> int | None:
    """Return the number that Telegram gave to a message, once it has."""
    found = rows(db, "select message from outbox where id = ?", [outgoing])
    return found[0]["message"] if found else None


def take_back(db: Database, delivery: int) -> None:
    """Forget the messages of a delivery that have not left."""
    db.execute("delete from outbox where delivery = ? and state = 'waiting'", [delivery])


def unwanted(db: Database, delivery: int, kind: Kind) -> None:
    """Have a delivery's messages of a kind deleted from the chat, and forget those unsent."""
    for_kind = [delivery, kind]
    db.execute("delete from outbox where delivery = ? and kind = ? and state = 'waiting'", for_kind)
    db.execute(
        "update outbox set state = 'unwanted', not_before = '', attempts = 0"
        " where delivery = ? and kind = ? and state = 'sent'",
        for_kind,
    )


def to_delete(db: Database, now: datetime, most: int) -> list[Outgoing]:
    """Return some messages that are to be deleted from their chats."""
    found = rows(
        db,
        "select * from outgoing o where o.state = 'unwanted' and o.not_before <= ?"
        " order by o.id limit ?",
        [moments.stamp(now), most],
    )
    return [Outgoing.from_row(row) for row in found]


def delete_later(db: Database, outgoing: int, not_before: datetime) -> None:
    """Let the deletion of a message wait until ``not_before``."""
    db.execute(
        "update outbox set not_before = ?, attempts = attempts + 1 where id = ?",
        [moments.stamp(not_before), outgoing],
    )


def gone(db: Database, outgoing: int) -> None:
    """Forget a message that is not in the chat any more."""
    db.execute("delete from outbox where id = ?", [outgoing])


def drop(db: Database, chat: int, reason: str) -> None:
    """Give up what a chat has not got: parts of digests are forgotten, the rest is kept failed."""
    db.execute(
        "delete from outbox where chat = ? and state in ('waiting', 'sending')"
        " and kind in ('part', 'held')",
        [chat],
    )
    db.execute(
        "update outbox set state = 'failed', reason = ?"
        " where chat = ? and state in ('waiting', 'sending')",
        [reason, chat],
    )
