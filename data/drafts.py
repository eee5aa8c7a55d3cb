"""What editors are writing: in the store from its first message on, one draft listening at a time.

The words are those of a draft's state: ``open`` takes what its editor sends, until half an hour
of silence; ``shown`` has been shown as it will be read, and waits for a decision; ``left`` was
left aside; ``done`` and ``discarded`` are over. ``version`` counts each change of the text.
"""

import json
from datetime import datetime, timedelta
from typing import Any, Final, Literal, NamedTuple, Self

from sqlite_utils import Database

from data import moments
from data.records import rows

Kind = Literal["summary", "retract", "record", "broadcast"]
State = Literal["open", "shown", "left", "done", "discarded"]
Act = Literal["write", "restore", "add", "change"]
SILENCE: Final = timedelta(minutes=30)
LONGEST: Final = 20_000
ALIVE: Final = ("open", "shown", "left")


class Draft(NamedTuple):
    """A draft of an editor's; ``editor`` is the person's user id.

    ``based_on`` is the newest revision that its editor saw of what it replaces, 0 for none.
    ``counter`` is the number of the message that counts its parts. ``revision`` is what became of
    it once it is done. ``fields`` are those of a record that is being written.
    """

    id: int
    editor: int
    kind: Kind
    session: str
    day: int | None
    language: str
    act: Act
    based_on: int | None
    fields: dict[str, Any]
    state: State
    version: int
    touched: datetime
    counter: int | None = None
    revision: int | None = None

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Self:
        """Make it from a row of ``drafts``."""
        kept = {name: row[name] for name in cls._fields if name != "editor"}
        read = {"fields": json.loads(row["fields"]), "touched": moments.read(row["touched"])}
        return cls(editor=row["chat"], **{**kept, **read})

    @property
    def is_alive(self) -> bool:
        """Whether it can still become something."""
        return self.state in ALIVE

    def listens(self, now: datetime) -> bool:
        """Whether what its editor sends belongs to it."""
        return self.state == "open" and now < self.touched + SILENCE

    def fell_silent(self, now: datetime) -> bool:
        """Whether it would listen, had its editor not been silent for so long."""
        return self.state == "open" and not self.listens(now)


def begin(  # noqa: PLR0913 - all by name
    db: Database,
    *,
    editor: int,
    kind: Kind,
    session: str,
    now: datetime,
    day: int | None = None,
    language: str = "en",
    act: Act = "write",
    based_on: int | None = None,
    fields: dict[str, Any] | None = None,
) -> int:
    """Begin a draft that listens, and return its number; the editor's others are left aside."""
    leave(db, editor)
    begun = db.execute(
        "insert into drafts (chat, kind, session, day, language, act, based_on, fields, state,"
        " touched) values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)",
        [
            editor,
            kind,
            session,
            day,
            language,
            act,
            based_on,
            json.dumps(fields or {}, ensure_ascii=False),
            moments.stamp(now),
        ],
    )
    return int(begun.lastrowid or 0)


def get(db: Database, draft: int) -> Draft | None:
    """Return a draft by its number."""
    found = rows(db, "select * from drafts where id = ?", [draft])
    return Draft.from_row(found[0]) if found else None


def open_of(db: Database, editor: int) -> Draft | None:
    """Return the draft of an editor that listens, or would if it had not fallen silent."""
    found = rows(
        db, "select * from drafts where chat = ? and state = 'open' order by id desc", [editor]
    )
    return Draft.from_row(found[0]) if found else None


def listens(db: Database, editor: int, now: datetime) -> bool:
    """Tell whether a draft takes what an editor sends now."""
    found = open_of(db, editor)
    return found is not None and found.listens(now)


def of_editor(db: Database, editor: int) -> list[Draft]:
    """Return an editor's drafts that are not over, the one touched last first."""
    found = rows(
        db,
        "select * from drafts where chat = ? and state in ('open', 'shown', 'left')"
        " order by touched desc, id desc",
        [editor],
    )
    return [Draft.from_row(row) for row in found]


def of_day(db: Database, session: str, day: int) -> list[Draft]:
    """Return the summaries of a day that are being written and hold something, by anybody."""
    found = rows(
        db,
        "select * from drafts d where kind = 'summary' and session = ? and day = ?"
        " and state in ('open', 'shown', 'left')"
        " and exists (select 1 from draft_parts p where p.draft = d.id) order by touched desc",
        [session, day],
    )
    return [Draft.from_row(row) for row in found]


def leave(db: Database, editor: int) -> bool:
    """Let an editor's drafts listen no longer; return whether one did."""
    changed = db.execute(
        "update drafts set state = 'left' where chat = ? and state = 'open'", [editor]
    )
    return changed.rowcount > 0


def put(db: Database, draft: int, state: State, now: datetime, revision: int | None = None) -> None:
    """Put a draft into a state."""
    db.execute(
        "update drafts set state = ?, touched = ?, revision = coalesce(?, revision) where id = ?",
        [state, moments.stamp(now), revision, draft],
    )


def reopen(db: Database, draft: Draft, now: datetime) -> None:
    """Let a draft listen again; the editor's others are left aside."""
    leave(db, draft.editor)
    put(db, draft.id, "open", now)


def choose_day(db: Database, draft: int, day: int, based_on: int) -> None:
    """Keep which day a draft is of, and what it replaces there."""
    db.execute(
        "update drafts set day = ?, based_on = ?, version = version + 1 where id = ?",
        [day, based_on, draft],
    )


def choose_language(db: Database, draft: int, language: str, based_on: int) -> None:
    """Keep the language of a draft, and what it replaces in that language."""
    db.execute(
        "update drafts set language = ?, based_on = ?, version = version + 1 where id = ?",
        [language, based_on, draft],
    )


def rebase(db: Database, draft: int, based_on: int) -> None:
    """Keep that the editor has seen what stands by now."""
    db.execute("update drafts set based_on = ? where id = ?", [based_on, draft])


def fill(db: Database, draft: int, fields: dict[str, Any], now: datetime) -> None:
    """Keep the fields of a record that is being written."""
    db.execute(
        "update drafts set fields = ?, touched = ?, version = version + 1 where id = ?",
        [json.dumps(fields, ensure_ascii=False), moments.stamp(now), draft],
    )


def counted_by(db: Database, draft: int, message: int | None) -> None:
    """Keep the number of the message that counts a draft's parts."""
    db.execute("update drafts set counter = ? where id = ?", [message, draft])
