"""What has been kept long enough is erased, in slices."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from data import chats, deliveries, forgetting, outbox, personal, subscriptions
from data.chats import State
from data.deliveries import State as DeliveryState
from data.richtext import RichText
from data.subscriptions import Subscription, Way

SESSION = "asp12"
LONG_AGO = datetime(2013, 11, 20, 18, tzinfo=UTC)
LAST_DAY = datetime(2013, 11, 28, tzinfo=UTC)
ANN = 1001


def tidy(db: Database, now: datetime) -> int:
    """Erase what is old and return in how many slices."""
    return sum(1 for _ in forgetting.slices(db, now))


def leaves(db: Database, chat: int, now: datetime, state: State = "blocked") -> None:
    chats.choose_silence(db, chat, silent=True)
    chats.set_aside(db, chat, state, "gone", now)


def delivered(
    db: Database,
    chat: int,
    day: int,
    due: datetime,
    *,
    session: str = SESSION,
    state: DeliveryState = "sent",
) -> None:
    deliveries.add(db, chat, session, day, due, state)
    number = db.execute("select max(id) from deliveries").fetchone()[0]
    text = outbox.keep_text(db, RichText(f"Day {day}"))
    outbox.add(db, chat=chat, kind="part", text=text, delivery=number, part=1)
    outbox.sent(db, db.execute("select max(id) from outbox").fetchone()[0], 7, due)


def follows(db: Database, way: Way, following: datetime | None = None) -> None:
    subscriptions.keep(db, Subscription(ANN, SESSION, "on", way, LONG_AGO, 1, following))


def count(db: Database, table: str) -> int:
    return db.table(table).count


def test_a_chat_that_left_is_erased_after_90_days(db: Database) -> None:
    leaves(db, ANN, LONG_AGO)
    delivered(db, ANN, 1, LONG_AGO)
    tidy(db, LONG_AGO + timedelta(days=90))
    assert chats.get(db, ANN)
    tidy(db, LONG_AGO + timedelta(days=90, seconds=1))
    assert personal.about(db, ANN) == {}


def test_a_topic_that_is_closed_has_not_left(db: Database) -> None:
    leaves(db, ANN, LONG_AGO, "barred")
    tidy(db, LONG_AGO + timedelta(days=1000))
    assert chats.get(db, ANN)


def test_what_was_delivered_goes_60_days_after_the_session(db: Database) -> None:
    follows(db, "live")
    delivered(db, ANN, 1, LONG_AGO)
    tidy(db, LAST_DAY + timedelta(days=60))
    assert (count(db, "deliveries"), count(db, "outbox"), count(db, "texts")) == (1, 1, 1)
    tidy(db, LAST_DAY + timedelta(days=62))
    assert (count(db, "deliveries"), count(db, "outbox"), count(db, "texts")) == (0, 0, 0)
    assert subscriptions.get(db, ANN, SESSION)


def test_what_a_replay_goes_by_stays_until_it_is_through(db: Database) -> None:
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    follows(db, "replay", begun + timedelta(days=1))
    delivered(db, ANN, 1, begun)
    tidy(db, begun + timedelta(days=30))
    tidy(db, begun + timedelta(days=100))
    assert count(db, "deliveries") == 1
    follows(db, "replay")
    tidy(db, begun + timedelta(days=59))
    assert count(db, "deliveries") == 1
    tidy(db, begun + timedelta(days=61))
    assert (count(db, "deliveries"), count(db, "outbox")) == (0, 0)


def test_what_belongs_to_no_session_any_more_goes_too(db: Database) -> None:
    delivered(db, ANN, 1, LONG_AGO, session="asp00")
    tidy(db, LONG_AGO + timedelta(days=61))
    assert count(db, "deliveries") == 0


def test_a_message_that_has_not_left_stays(db: Database) -> None:
    text = outbox.keep_text(db, RichText("Waiting"))
    outbox.add(db, chat=ANN, kind="note", text=text)
    delivered(db, ANN, 1, LONG_AGO)
    tidy(db, LAST_DAY + timedelta(days=100))
    assert [row["kind"] for row in db.query("select kind from outbox")] == ["note"]
    assert count(db, "texts") == 1


def test_what_failed_long_ago_goes(db: Database) -> None:
    text = outbox.keep_text(db, RichText("Never"))
    outbox.add(db, chat=ANN, kind="note", text=text)
    outbox.failed(db, 1, "no")
    delivered(db, ANN, 1, LAST_DAY + timedelta(days=90))
    tidy(db, LAST_DAY + timedelta(days=100))
    assert [row["kind"] for row in db.query("select kind from outbox")] == ["part"]


@pytest.mark.parametrize("number", [0, 1, forgetting.SLICE, 2 * forgetting.SLICE + 1])
def test_many_rows_go_in_slices_and_none_is_left(db: Database, number: int) -> None:
    db.conn.executemany(
        "insert into deliveries (chat, session, day, state, due) values (?, 'asp12', 1, 'sent', ?)",
        [(each, LONG_AGO.isoformat(timespec="microseconds")) for each in range(number)],
    )
    db.conn.executemany(
        "insert into outbox (chat, kind, state, sent) values (?, 'note', 'sent', ?)",
        [(each, LONG_AGO.isoformat(timespec="microseconds")) for each in range(number)],
    )
    db.conn.commit()
    slices = tidy(db, LAST_DAY + timedelta(days=100))
    assert (count(db, "deliveries"), count(db, "outbox")) == (0, 0)
    assert slices >= 2 * number / forgetting.SLICE


def test_hours_that_nobody_has_any_more_go(db: Database) -> None:
    db.table("hours").insert({"zone": "Africa/Nairobi", "time": "07:30"})
    tidy(db, LONG_AGO)
    assert chats.times(db) == []


def test_every_table_that_names_a_chat_is_erased(db: Database) -> None:
    db.table("later").insert({"id": 1, "chat": ANN, "text": "x"}, pk="id")
    assert personal.about(db, ANN) == {"later": [{"id": 1, "chat": ANN, "text": "x"}]}
    assert forgetting.forget(db, ANN)
    assert personal.about(db, ANN) == {}
    assert not forgetting.forget(db, ANN)


def test_copies_beside_the_store_go_after_14_days(db: Database, tmp_path: Path) -> None:
    store = Path(db.execute("pragma database_list").fetchone()[2])
    made = {
        name: store.with_name(store.name + name)
        for name in (".before-0001", ".before-0002", ".bak")
    }
    now = LONG_AGO + timedelta(days=14)
    for name, path in made.items():
        path.write_bytes(b"")
        at = (LONG_AGO + timedelta(seconds=-1 if name != ".before-0002" else 1)).timestamp()
        os.utime(path, (at, at))
    assert forgetting.copies(db, now) == [made[".before-0001"]]
    assert store.parent == tmp_path


def test_the_backups_forget_a_day_after_the_last_one_that_holds_it(db: Database) -> None:
    del db
    assert forgetting.gone_by(LONG_AGO, 0) == LONG_AGO + timedelta(days=15)
    assert forgetting.gone_by(LONG_AGO, 30) == LONG_AGO + timedelta(days=31)


def test_what_is_erased_is_overwritten_in_the_file(db: Database) -> None:
    chats.set_aside(db, ANN, "blocked", "x", LONG_AGO)
    db.table("hours").insert({"zone": "Antarctica/Erased", "time": "00:00"})
    store = Path(db.execute("pragma database_list").fetchone()[2])
    db.execute("pragma wal_checkpoint(truncate)").fetchall()
    assert b"Antarctica/Erased" in store.read_bytes()
    db.execute("delete from hours")
    db.execute("pragma wal_checkpoint(truncate)").fetchall()
    assert b"Antarctica/Erased" not in store.read_bytes()
