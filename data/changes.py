"""What editors do with records by message, each act with its way back.

Before and after stand in the log as JSON: the record, its mark, and the source that came with it.
Call these functions within a transaction.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlite_utils import Database

from data import audit, edited, kinds
from data.audit import Change
from data.checking import checked
from data.edited import Before, Mark
from data.forms import Built
from data.publishing import Author
from data.records import Record
from data.session import Session

Act = Literal["added", "changed", "removed", "undone"]


@dataclass(frozen=True, slots=True)
class State:
    """How a record stood: ``record`` is None where there was none."""

    kind: str
    identity: str
    record: dict[str, Any] | None
    mark: Mark | None = None
    source: str | None = None

    def to_json(self) -> str:
        """Return it as the log keeps it."""
        return json.dumps(
            {name: getattr(self, name) for name in self.__slots__}, ensure_ascii=False
        )


def state_in(text: str | None) -> State | None:
    """Return the state that the log keeps; None where it keeps something else."""
    if not text or not text.startswith('{"kind": '):
        return None
    return State(**json.loads(text))


def keep(db: Database, session: Session, built: Built, author: Author, now: datetime) -> int:
    """Add a record or change it, with the source that it brings; return its number in the log."""
    record, kind = built.record, kinds.of(built.record)
    before = edited.before(db, session.id, kind, record.identity)
    if built.source:
        edited.write(db, session.id, built.source)
    edited.write(db, session.id, record)
    after = State(
        kind, record.identity, _plain(record), "written", built.source.id if built.source else None
    )
    act: Act = "changed" if before.record else "added"
    return _log(db, session.id, act, _state(kind, record.identity, before), after, author, now)


def remove(  # noqa: PLR0913, PLR0917 - what is removed, by whom and when
    db: Database, session: Session, kind: str, identity: str, author: Author, now: datetime
) -> int | None:
    """Remove a record; return the act's number in the log, None where there is no such record."""
    before = edited.before(db, session.id, kind, identity)
    if before.record is None:
        return None
    edited.remove(db, session.id, kind, identity)
    after = State(kind, identity, None, "removed")
    return _log(db, session.id, "removed", _state(kind, identity, before), after, author, now)


def can_undo(db: Database, change: Change) -> bool:
    """Tell whether a record stands as a change left it, so that the change can be undone."""
    after = state_in(change.after)
    if after is None or change.session is None or change.act == "undone":
        return False
    stands = kinds.get(db, change.session, after.kind, after.identity)
    return (_plain(stands) if stands else None) == after.record


def is_undone(db: Database, change: Change) -> bool:
    """Tell whether a record stands as it did before a change."""
    before = state_in(change.before)
    if before is None or change.session is None:
        return False
    stands = kinds.get(db, change.session, before.kind, before.identity)
    return (_plain(stands) if stands else None) == before.record


def undo(db: Database, change: Change, author: Author, now: datetime) -> None:
    """Undo a change that can be undone; a source that came with it goes, unless it is used."""
    before, after = state_in(change.before), state_in(change.after)
    if before is None or after is None or change.session is None:
        return
    model = kinds.KINDS[before.kind]
    record = checked(model, before.record) if before.record else None
    to = Before(record, before.mark)
    edited.restore(db, change.session, before.kind, before.identity, to)
    if after.source and not _is_cited(db, change.session, after.source):
        edited.restore(db, change.session, "source", after.source, Before(None, None))
    _log(db, change.session, "undone", after, before, author, now)


def _is_cited(db: Database, session: str, source: str) -> bool:
    return any(
        source in kinds.sources_of(record)
        for kind in kinds.KINDS
        for record in kinds.every(db, session, kind)
    )


def _plain(record: Record) -> dict[str, Any]:
    return {name: value for name, value in record.as_json().items() if value is not None}


def _state(kind: str, identity: str, before: Before) -> State:
    plain = _plain(before.record) if before.record else None
    return State(kind, identity, plain, before.mark)


def _log(  # noqa: PLR0913, PLR0917 - the columns of a row
    db: Database,
    session: str,
    act: Act,
    before: State,
    after: State,
    author: Author,
    now: datetime,
) -> int:
    audit.log(
        db,
        made=now,
        author=author.id,
        name=author.name,
        act=act,
        session=session,
        subject=f"{after.kind} {after.identity}",
        before=before.to_json(),
        after=after.to_json(),
    )
    return audit.newest(db, 1)[0].id
