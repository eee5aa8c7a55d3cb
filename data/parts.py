"""The parts of a draft: messages and files, in the order in which they were sent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Self

from sqlite_utils import Database

from data import moments
from data.records import rows
from data.richtext import RichText

# opening: a message of which the day or the command was taken off. kept: a text that was in the
# store already. late: sent to a draft that had fallen silent; no part before its editor says so.
Source = Literal["message", "opening", "forward", "file", "kept", "late"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a draft; ``message`` is the number of the message that it came in.

    ``sent`` is Telegram's own time of the message, in UTC.
    """

    draft: int
    message: int
    text: RichText
    source: Source
    sent: datetime

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Self:
        """Make it from a row of ``draft_parts``."""
        return cls(
            draft=row["draft"],
            message=row["message"],
            text=RichText.from_row(row),
            source=row["source"],
            sent=moments.read(row["sent"]),
        )


def of_draft(db: Database, draft: int) -> list[Part]:
    """Return the parts of a draft in order."""
    found = rows(
        db,
        "select * from draft_parts where draft = ? and source != 'late' order by message",
        [draft],
    )
    return [Part.from_row(row) for row in found]


def put(db: Database, part: Part, now: datetime) -> None:
    """Add a part to its draft; a message that is a part of it already is replaced."""
    put_aside(db, part)
    _changed(db, part.draft, now)


def put_aside(db: Database, part: Part) -> None:
    """Keep a part without touching its draft."""
    db.execute(
        "insert into draft_parts (draft, message, chat, text, entities, source, sent)"
        " select id, ?, chat, ?, ?, ?, ? from drafts where id = ? on conflict (draft, message)"
        " do update set text = excluded.text, entities = excluded.entities",
        [
            part.message,
            part.text.text,
            part.text.entities_json(),
            part.source,
            moments.stamp(part.sent),
            part.draft,
        ],
    )


def accept(db: Database, draft: int, message: int, now: datetime) -> None:
    """Make what came late a part of its draft."""
    db.execute(
        "update draft_parts set source = 'message'"
        " where draft = ? and message = ? and source = 'late'",
        [draft, message],
    )
    _changed(db, draft, now)


def drop(db: Database, draft: int, message: int, now: datetime) -> bool:
    """Take a part out of a draft; return whether it was in."""
    gone = db.execute(
        "delete from draft_parts where draft = ? and message = ?", [draft, message]
    ).rowcount
    if gone:
        _changed(db, draft, now)
    return gone > 0


def clear(db: Database, draft: int, now: datetime) -> None:
    """Take all parts out of a draft."""
    db.execute("delete from draft_parts where draft = ?", [draft])
    _changed(db, draft, now)


def written_in(db: Database, editor: int, message: int) -> Part | None:
    """Return the part that a message of an editor's is, of a draft that is not over."""
    found = rows(
        db,
        "select p.* from draft_parts p join drafts d on d.id = p.draft where p.chat = ?"
        " and p.message = ? and p.source in ('message', 'opening', 'forward', 'late')"
        " and d.state in ('open', 'shown', 'left') order by d.id desc",
        [editor, message],
    )
    return Part.from_row(found[0]) if found else None


def _changed(db: Database, draft: int, now: datetime) -> None:
    db.execute(
        "update drafts set version = version + 1, touched = ? where id = ?",
        [moments.stamp(now), draft],
    )
