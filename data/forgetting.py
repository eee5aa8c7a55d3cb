"""What is kept about a chat is erased: when it asks for that, or when its time has come."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from data import moments, personal, session
from data.records import rows
from data.store import durable, writing

AFTER_LEAVING: Final = timedelta(days=90)
AFTER_SESSION: Final = timedelta(days=60)
COPIES_KEPT: Final = timedelta(days=14)
# What came of a draft is in the summaries; what did not become one may still be wanted.
DRAFTS_OVER: Final = timedelta(days=14)
DRAFTS_LEFT: Final = timedelta(days=90)
INVITATIONS: Final = timedelta(days=14)
SLICE: Final = 200
CHATS: Final = 20


def forget(db: Database, chat: int) -> bool:
    """Erase all that is kept about a chat, at once; return whether there was anything.

    What an editor published is not about the chat, and stays.
    """
    with durable(db):
        return _forget(db, chat, personal.tables(db))


def slices(db: Database, now: datetime) -> Iterator[None]:
    """Erase what has been kept long enough; let others go first wherever this yields."""
    yield from _chats_that_left(db, now - AFTER_LEAVING)
    yield from _deliveries(db, now - AFTER_SESSION)
    yield from _messages(db, now - AFTER_SESSION)
    yield from _repeated(db, _UNUSED_TEXTS, [])
    yield from _repeated(db, _UNUSED_HOURS, [])
    yield from _repeated(db, _DRAFTS_OVER, [moments.stamp(now - DRAFTS_OVER)])
    yield from _repeated(db, _DRAFTS_LEFT, [moments.stamp(now - DRAFTS_LEFT)])
    yield from _repeated(db, _OLD_INVITATIONS, [moments.stamp(now - INVITATIONS)])


def copies(db: Database, now: datetime) -> list[Path]:
    """Return the copies that were set beside the store before a migration, and are old by now."""
    path = next((row["file"] for row in rows(db, "pragma database_list", []) if row["file"]), None)
    if path is None:
        return []
    store = Path(path)
    oldest = (now - COPIES_KEPT).timestamp()
    beside = sorted(store.parent.glob(f"{store.name}.before-*"))
    return [each for each in beside if each.stat().st_mtime < oldest]


def days_in_backups(nights: int) -> int:
    """Return for how many days what is erased may stand in a copy, with so many nightly ones."""
    return max(COPIES_KEPT.days, nights) + 1


def gone_by(now: datetime, nights: int) -> datetime:
    """Return when the last copy is gone that may hold what is erased ``now``."""
    return now + timedelta(days=days_in_backups(nights))


def _forget(db: Database, chat: int, tables: Sequence[tuple[str, str]]) -> bool:
    erased = 0
    for table, column in tables:
        erased += db.execute(f"delete from [{table}] where [{column}] = ?", [chat]).rowcount  # noqa: S608 - our own names
    return erased > 0


def _chats_that_left(db: Database, before: datetime) -> Iterator[None]:
    query = "select id from chats where state = 'blocked' and since < ? limit ?"
    tables = personal.tables(db)
    while found := rows(db, query, [moments.stamp(before), CHATS]):
        with writing(db):
            for row in found:
                _forget(db, row["id"], tables)
        yield


def _deliveries(db: Database, before: datetime) -> Iterator[None]:
    """Erase what was delivered of sessions that are over, and what was planned of them.

    A replay goes by what it delivered: that is needed for as long as something is left of it.
    """
    sessions = session.every(db)
    alive = [each.id for each in sessions if each.end >= before.astimezone(each.zone).date()]
    marks = ", ".join("?" * len(alive))
    query = (
        f"select d.id, d.due as at, d.session not in ({marks}) and not exists"  # noqa: S608 - question marks
        " (select 1 from subscriptions s where s.chat = d.chat and s.session = d.session"
        " and s.state != 'off' and s.next is not null) as erased"
        " from deliveries d where d.id > ? order by d.id limit ?"
    )
    yield from _walked(db, "deliveries", query, alive, before)
    for each in {each.id for each in sessions}.difference(alive):
        yield from _repeated(db, _OLD_PLANS, [each])


def _messages(db: Database, before: datetime) -> Iterator[None]:
    """Erase messages of which no delivery is left."""
    query = (
        "select o.id, o.sent as at, o.state in ('sent', 'failed') and not exists"
        " (select 1 from deliveries d where d.id = o.delivery) as erased"
        " from outbox o where o.id > ? order by o.id limit ?"
    )
    yield from _walked(db, "outbox", query, [], before)


def _walked(
    db: Database, table: str, query: str, given: Sequence[object], before: datetime
) -> Iterator[None]:
    """Erase the rows that ``query`` tells, from the oldest up to the first that is too young.

    Rows are numbered as they came, so that those behind it need not be looked at.
    """
    last, youngest = 0, moments.stamp(before)
    while found := rows(db, query, [*given, last, SLICE]):
        old = list(takewhile(lambda row: (row["at"] or "") < youngest, found))
        with writing(db):
            db.conn.executemany(
                f"delete from [{table}] where id = ?",  # noqa: S608 - our own names
                [(row["id"],) for row in old if row["erased"]],
            )
        yield
        if len(old) < len(found):
            return
        last = old[-1]["id"]


_OLD_PLANS: Final = (
    "delete from plans where rowid in (select rowid from plans where session = ? limit ?)"
)
_UNUSED_TEXTS: Final = (
    "delete from texts where id in (select t.id from texts t"
    " where not exists (select 1 from outbox o where o.text = t.id) limit ?)"
)
_UNUSED_HOURS: Final = (
    "delete from hours where rowid in (select h.rowid from hours h where not exists"
    " (select 1 from chats c where c.zone = h.zone and c.time = h.time) limit ?)"
)
_DRAFTS_OVER: Final = (
    "delete from drafts where id in (select id from drafts"
    " where state in ('done', 'discarded') and touched < ? limit ?)"
)
_DRAFTS_LEFT: Final = (
    "delete from drafts where id in (select id from drafts where touched < ? limit ?)"
)
_OLD_INVITATIONS: Final = (
    "delete from invitations where hash in (select hash from invitations where expires < ? limit ?)"
)


def _repeated(db: Database, query: str, given: Sequence[object]) -> Iterator[None]:
    """Erase in slices, each a transaction, until nothing is left to erase."""
    erased = SLICE
    while erased == SLICE:
        with writing(db):
            erased = db.execute(query, [*given, SLICE]).rowcount
        yield
