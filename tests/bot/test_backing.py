"""``aspbot backup`` and ``aspbot restore``."""

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot import backing
from bot.alone import alone
from bot.settings import Settings, read
from bot.told import Told
from data import chats, deliveries, following, outbox, subscriptions
from data.chat_times import ChatTime
from data.clock import SettableClock
from data.richtext import RichText
from data.store import open_store

BEFORE = datetime(2013, 11, 19, 20, tzinfo=UTC)
LATER = datetime(2013, 11, 21, 18, 30, tzinfo=UTC)
SEVEN = ChatTime(time(19), "Europe/Amsterdam")


@pytest.fixture
def settings(filled: Path) -> Settings:
    """The store with two that follow, one of whose digests waits, and an update in the inbox."""
    with closing(open_store(filled)) as db:
        for chat in (1, 2):
            following.subscribe(db, chat, "asp12", SEVEN, BEFORE)
        deliveries.add(db, 1, "asp12", 1, BEFORE, "sending")
        outbox.add(db, chat=1, kind="part", text=outbox.keep_text(db, RichText("x")), delivery=1)
        db.table("inbox").insert({"number": 1, "body": "whispered-update", "arrived": "x"})
    return read(None)


def states(path: Path, day: int) -> dict[str, int]:
    with closing(open_store(path)) as db:
        return deliveries.counts(db, "asp12", day)


def copied(settings: Settings) -> Path:
    file = Path("copy.db")
    backing.back_up(settings, file)
    return file


def test_a_copy_is_private_and_holds_no_update(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with alone(settings.database):
        file = copied(settings)
    assert capsys.readouterr().out.startswith("copy.db: a copy of var/aspbot.db, ")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"whispered-update" not in file.read_bytes()
    with closing(sqlite3.connect(file)) as copy:
        assert copy.execute("select count(*) from chats").fetchone() == (2,)
    assert [each.name for each in Path().glob("copy*")] == ["copy.db"]


def test_what_cannot_be_copied_is_told(settings: Settings) -> None:
    with pytest.raises(Told, match="is the store itself"):
        backing.back_up(settings, settings.database)
    with pytest.raises(Told, match="No such file or directory"):
        backing.back_up(settings, Path("nowhere/copy.db"))
    settings.database.unlink()
    with pytest.raises(Told, match="nothing to back up"):
        backing.back_up(settings, Path("copy.db"))


@pytest.mark.parametrize(
    ("sent", "first", "second"),
    [(True, {"counted": 2}, {"counted": 2}), (False, {"sending": 1}, {})],
)
def test_what_fell_due_since_counts_as_it_is_told(
    settings: Settings,
    capsys: pytest.CaptureFixture[str],
    *,
    sent: bool,
    first: dict[str, int],
    second: dict[str, int],
) -> None:
    file = copied(settings)
    with closing(open_store(settings.database)) as db:
        chats.choose_silence(db, 3, silent=True)
    backing.restore(settings, file, sent=sent, clock=SettableClock(LATER))
    shown = capsys.readouterr().out
    assert "  ASP 12, day 1: 2 chats\n  ASP 12, day 2: 2 chats\n" in shown
    assert "What was there is var/aspbot.db.before-restore now." in shown
    assert (states(settings.database, 1), states(settings.database, 2)) == (first, second)
    with closing(open_store(settings.database)) as db:
        assert chats.get(db, 3) is None
        assert outbox.count(db) == (0 if sent else 1)
    with closing(open_store(Path("var/aspbot.db.before-restore"))) as db:
        assert chats.get(db, 3)


def test_a_replay_that_went_on_counts_its_days(settings: Settings) -> None:
    begun = datetime(2014, 2, 3, 9, tzinfo=UTC)
    with closing(open_store(settings.database)) as db:
        following.stop_all(db, 1)
        following.replay(db, 2, "asp12", SEVEN, "replay", begun)
    file = copied(settings)
    clock = SettableClock(begun + timedelta(days=2))
    backing.restore(settings, file, sent=True, clock=clock)
    with closing(open_store(settings.database)) as db:
        had = [(each.day, each.state) for each in deliveries.of_chat(db, 2, "asp12")]
        kept = subscriptions.get(db, 2, "asp12")
    assert had == [(1, "counted"), (2, "counted")]
    assert kept
    assert kept.next == datetime(2014, 2, 5, 18, tzinfo=UTC)


def test_nothing_is_asked_where_nothing_fell_due(settings: Settings) -> None:
    with closing(open_store(settings.database)) as db:
        following.stop_all(db, 1)
        following.stop_all(db, 2)
    backing.restore(settings, copied(settings), sent=None, clock=SettableClock(LATER))


def test_where_nobody_can_be_asked_the_store_stays(settings: Settings) -> None:
    file = copied(settings)
    before = settings.database.read_bytes()
    with pytest.raises(Told, match="Say --sent or --unsent") as told:
        backing.restore(settings, file, sent=None, clock=SettableClock(LATER))
    assert told.value.exit_code == 2
    assert settings.database.read_bytes() == before
    assert sorted(each.name for each in settings.database.parent.iterdir()) == [
        "aspbot.db",
        "aspbot.db.lock",
    ]


def test_a_store_in_use_is_left_alone(settings: Settings) -> None:
    file = copied(settings)
    with alone(settings.database), pytest.raises(Told, match="serves") as told:
        backing.restore(settings, file, sent=True)
    assert told.value.exit_code == 3


def test_damaged_newer_and_foreign_files_are_refused(settings: Settings) -> None:
    file = copied(settings)
    whole = file.read_bytes()
    with closing(sqlite3.connect(file)) as newer:
        newer.execute("update _sqlite_migrations set name = '9999_x' where name like '0001%'")
        newer.commit()
    with pytest.raises(Told, match="a newer version made it"):
        backing.restore(settings, file, sent=True)
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Told, match=r"malformed|damaged"):
        backing.restore(settings, file, sent=True)
    file.write_text("no store")
    with pytest.raises(Told, match="not a database"):
        backing.restore(settings, file, sent=True)
    with pytest.raises(Told, match="is not there"):
        backing.restore(settings, Path("nothing.db"), sent=True)
