"""Copies of the store: made while it is in use, kept for some nights, and taken back.

A store that is taken back has forgotten what was sent since the copy was made. Whoever takes it
back says whether that went out: then it counts as delivered, else it falls due again.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from data import chats, days, deliveries, due, following, moments, replays, session, subscriptions
from data.chat_times import ChatTime
from data.days import Day
from data.records import rows
from data.session import Session
from data.store import PRIVATE, writing

DAY: Final = "aspbot-????-??-??.db"
_UNSENT: Final = "('waiting', 'behind', 'held', 'sending', 'old', 'offered')"
_OWED: Final = (
    " from chats c join subscriptions s on s.chat = c.id and s.session = :session"
    " where c.zone = :zone and c.time = :time and c.state = 'open' and s.state = 'on'"
    " and s.way = 'live' and s.first_day <= :day and not exists (select 1 from deliveries d"
    " where d.chat = c.id and d.session = :session and d.day = :day)"
)


def write(path: Path, target: Path) -> None:
    """Write a consistent copy of the store at ``path`` to ``target``; for any thread.

    It is one file, readable by its owner alone, and takes the place of an older one at once when
    it is whole. Updates that wait for their answer are not in it.

    Raises:
        OSError, sqlite3.Error: where that cannot be done; ``target`` is as it was.
    """
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
    try:
        with closing(_existing(path)) as store, closing(sqlite3.connect(part)) as copy:
            store.backup(copy)
            copy.execute("pragma journal_mode = delete")
            copy.execute("pragma secure_delete = on")
            copy.execute("delete from inbox")
            copy.commit()
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _existing(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)


def nightly(path: Path, folder: Path, today: date, keep: int) -> Path:
    """Write today's copy into ``folder``, and erase all but the ``keep`` newest; for any thread.

    Raises:
        OSError, sqlite3.Error: where that cannot be done.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"aspbot-{today.isoformat()}.db"
    write(path, target)
    for old in sorted(folder.glob(DAY))[:-keep]:
        old.unlink(missing_ok=True)
    return target


def forgotten(db: Database, now: datetime) -> dict[tuple[str, int], int]:
    """Return what fell due by ``now`` and is not sent, as a store that was taken back sees it.

    By session and day, the number of chats.
    """
    found: Counter[tuple[str, int]] = Counter()
    for row in rows(
        db,
        f"select session, day, count(*) as n from deliveries where state in {_UNSENT}"  # noqa: S608 - our own words
        " group by session, day",
    ):
        found[row["session"], row["day"]] += row["n"]
    for held, day, when in _due(db, now):
        query = f"select count(*) as n {_OWED}"
        found[held.id, day.number] += rows(db, query, _place(held, day, when))[0]["n"]
    for replayed in _replays(db, now):
        found.update((replayed.session, day) for day, _ in _missed(db, replayed, now))
    return {which: number for which, number in sorted(found.items()) if number}


def count_as_sent(db: Database, now: datetime) -> None:
    """Let all that ``forgotten`` tells count as delivered, and messages to all as gone out."""
    with writing(db):
        db.execute("delete from outbox where state in ('waiting', 'sending')")
        db.execute("update broadcasts set state = 'done' where state = 'waiting'")
        db.execute(f"update deliveries set state = 'counted' where state in {_UNSENT}")  # noqa: S608 - our own words
        for held, day, when in _due(db, now):
            db.execute(
                "insert into deliveries (chat, session, day, state, due)"
                f" select c.id, :session, :day, 'counted', :due {_OWED}",
                {**_place(held, day, when), "due": moments.stamp(now)},
            )
        for replayed in _replays(db, now):
            following_one = replayed.next
            for number, moment in _missed(db, replayed, now):
                deliveries.add(db, replayed.chat, replayed.session, number, now, "counted")
                following_one = moment
            subscriptions.next_at(db, replayed.chat, replayed.session, following_one)


def forget_updates(db: Database) -> None:
    """Forget the updates that a copy of another kind may hold: they are no news any more."""
    with writing(db):
        db.execute("delete from inbox")


def _place(held: Session, day: Day, when: ChatTime) -> dict[str, object]:
    hour = when.hour.strftime("%H:%M")
    return {"session": held.id, "day": day.number, "zone": when.zone, "time": hour}


def _due(db: Database, now: datetime) -> Iterator[tuple[Session, Day, ChatTime]]:
    times = chats.times(db)
    for held in session.every(db):
        if now <= datetime.combine(held.end, datetime.min.time(), tzinfo=UTC) + following.OVER:
            for day in days.every(db, held.id):
                yield from ((held, day, when) for when in times if due.at(held, day, when) <= now)


def _replays(db: Database, now: datetime) -> list[subscriptions.Subscription]:
    return subscriptions.replays_due(db, now, 2**31)


def _missed(
    db: Database, replayed: subscriptions.Subscription, now: datetime
) -> Iterator[tuple[int, datetime | None]]:
    """Return the days that a replay came to by ``now``, each with when the one after it is due."""
    had = {each.day for each in deliveries.of_chat(db, replayed.chat, replayed.session)}
    left = [
        day.number
        for day in days.every(db, replayed.session)
        if day.number >= replayed.first_day and day.number not in had
    ]
    chat = chats.get(db, replayed.chat)
    when, moment = chat.when if chat else None, replayed.next
    for place, day in enumerate(left, 1):
        if moment is None or moment > now:
            return
        if replayed.way == "replay" and when:
            moment = replays.following(when, moment, moment)
        yield day, moment if place < len(left) else None
