"""Updates are kept until they are answered, once, and then forgotten."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from data import inbox
from data.store import flush, log_of, open_store, writing

NOW = datetime(2013, 11, 22, 18, tzinfo=UTC)


def numbers(db: Database) -> list[int]:
    return [each.number for each in inbox.left(db)]


def test_what_is_kept_is_there_after_the_process_is_gone(db: Database, tmp_path: Path) -> None:
    assert inbox.keep(db, [(5, "{}"), (6, '{"a": 1}')], NOW) == [5, 6]
    log = log_of(db)
    assert log == tmp_path / "aspbot.db-wal"
    flush(log)
    with open_store(tmp_path / "aspbot.db") as another:
        assert inbox.left(another) == [inbox.Kept(5, "{}", NOW), inbox.Kept(6, '{"a": 1}', NOW)]


def test_an_update_that_comes_twice_is_kept_once(db: Database) -> None:
    inbox.keep(db, [(5, "first")], NOW)
    assert inbox.keep(db, [(5, "second"), (6, "{}")], NOW) == [6]
    assert numbers(db) == [5, 6]


def test_one_that_was_answered_does_not_come_in_again(db: Database) -> None:
    inbox.keep(db, [(5, "{}")], NOW)
    inbox.erase(db, [5], NOW)
    assert inbox.keep(db, [(5, "{}")], NOW) == []
    assert inbox.waiting(db) == 0


def test_after_a_quiet_week_telegram_counts_from_anywhere(db: Database) -> None:
    inbox.keep(db, [(900, "{}")], NOW)
    assert inbox.keep(db, [(17, "{}")], NOW + timedelta(days=8)) == [17]
    assert numbers(db) == [900, 17]


def test_of_what_was_answered_no_word_is_left_in_any_file(tmp_path: Path) -> None:
    words = "a word that nobody else uses"
    with open_store(tmp_path / "aspbot.db") as db:
        inbox.keep(db, [(5, words)], NOW)
        assert any(words.encode() in each.read_bytes() for each in tmp_path.iterdir())
        inbox.erase(db, [5], NOW)
        inbox.wipe(db)
        assert not any(words.encode() in each.read_bytes() for each in tmp_path.iterdir())


def test_a_change_is_made_once_however_often_it_is_tried(db: Database) -> None:
    inbox.keep(db, [(5, "{}"), (6, "{}")], NOW)
    with writing(db):
        assert inbox.first_time(db, 5)
    with writing(db):
        assert not inbox.first_time(db, 5)
        assert inbox.first_time(db, 6)


def test_a_change_that_failed_may_be_made_again(db: Database) -> None:
    def change() -> None:
        with writing(db):
            assert inbox.first_time(db, 5)
            raise ZeroDivisionError

    inbox.keep(db, [(5, "{}")], NOW)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            change()


def test_an_update_that_is_not_kept_is_not_repeated(db: Database) -> None:
    with writing(db):
        assert inbox.first_time(db, 5)


def test_what_ends_every_start_is_given_up(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "MOST_STARTS", 2)
    inbox.keep(db, [(5, "{}")], NOW)
    for left in ([5], [5], []):
        inbox.count_start(db)
        assert numbers(db) == left


def test_numbers_are_forgotten_when_telegram_has_forgotten_them(db: Database) -> None:
    inbox.erase(db, [5], NOW)
    inbox.forget_old(db, NOW + timedelta(hours=24))
    assert inbox.keep(db, [(5, "{}")], NOW) == []
    inbox.forget_old(db, NOW + timedelta(hours=26))
    assert inbox.keep(db, [(5, "{}")], NOW) == [5]


def test_no_more_numbers_are_remembered_than_are_of_use(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "MOST_REMEMBERED", 10)
    for number in range(100):
        inbox.erase(db, [number], NOW + timedelta(seconds=number))
    inbox.forget_old(db, NOW + timedelta(seconds=100))
    assert db.table("answered").count == 11
    assert inbox.keep(db, [(99, "{}")], NOW) == []
