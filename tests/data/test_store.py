"""The store is one private file, brought up to date step by step, and never guessed at."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from data import inspection, store
from data.migrations import MIGRATIONS
from data.store import ForeignStoreError, NewerStoreError, open_store, writing

STEPS = [each.name for each in MIGRATIONS._migrations]  # noqa: SLF001 - nothing public lists them


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "asp bot.db"


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_its_owner_alone_may_read_it_and_what_lies_beside_it(path: Path) -> None:
    with open_store(path) as db:
        db.execute("insert into chats (id) values (1)")
        assert {mode(each) for each in path.parent.iterdir()} == {0o600}
        assert path.with_name("asp bot.db-wal").exists()


def test_it_reads_while_it_is_written_and_keeps_references(path: Path) -> None:
    with open_store(path) as db:
        assert db.journal_mode == "wal"
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            db.execute("insert into days (session, position, number) values ('asp99', 0, 1)")


def test_opening_it_again_changes_nothing(path: Path) -> None:
    with open_store(path) as db:
        before = "\n".join(db.conn.iterdump())
    with open_store(path) as db:
        assert db.conn.total_changes == 0
        assert "\n".join(db.conn.iterdump()) == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def older(path: Path, steps: int) -> None:
    """Make a store as a version of so many steps left it."""
    with closing(sqlite3.connect(path)) as connection:
        MIGRATIONS.apply(Database(connection), stop_before=STEPS[steps])
        connection.commit()


@pytest.mark.parametrize("steps", range(1, len(STEPS)))
def test_every_older_shape_is_brought_up_to_date(path: Path, tmp_path: Path, steps: int) -> None:
    older(path, steps)
    with open_store(path) as db, open_store(tmp_path / "new.db") as new:
        assert sorted(str(db.schema).split(";\n")) == sorted(str(new.schema).split(";\n"))


def test_before_each_step_a_private_copy_is_set_aside(path: Path) -> None:
    older(path, 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("insert into loads values ('asp12', 'as it was', 1)")
        connection.commit()
    with open_store(path):
        pass
    copies = sorted(each for each in path.parent.iterdir() if each != path)
    assert [each.name for each in copies] == [f"{path.name}.before-{name}" for name in STEPS[1:]]
    assert {mode(each) for each in copies} == {0o600}
    with closing(sqlite3.connect(copies[0])) as copy:
        assert copy.execute("select digest from loads").fetchall() == [("as it was",)]
        assert not copy.execute("select 1 from sqlite_master where name = 'chats'").fetchall()


def test_a_step_that_fails_leaves_the_store_before_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(path):
        pass
    steps = Migrations(MIGRATIONS.name)
    steps._migrations = [*MIGRATIONS._migrations]  # noqa: SLF001 - as above

    @steps(name="9999_fails")
    def _fails(db: Database) -> None:
        db.execute("drop table loads")
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(store, "MIGRATIONS", steps)
    with pytest.raises(sqlite3.OperationalError, match="disk full"):
        open_store(path)
    monkeypatch.undo()
    with open_store(path) as db:
        assert db["loads"].exists()


def refused(path: Path) -> None:
    with pytest.raises(NewerStoreError, match=r"a newer version made it \(step 9999_later\)"):
        open_store(path)


def test_a_newer_store_is_refused_as_it_is(path: Path) -> None:
    with open_store(path) as db:
        db.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at)"
            " values ('aspbot', '9999_later', '')"
        )
    before = path.read_bytes()
    refused(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_another_programs_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table photos (id integer)")
    with pytest.raises(ForeignStoreError, match="another program made it"):
        open_store(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("select name from sqlite_master").fetchall() == [("photos",)]


def test_what_is_no_database_is_refused(path: Path) -> None:
    path.write_text("Dear diary, today the Assembly met.\n" * 40)
    with pytest.raises(sqlite3.DatabaseError, match="file is not a database"):
        open_store(path)


def test_a_write_that_fails_leaves_nothing(path: Path) -> None:
    with open_store(path) as db:
        with pytest.raises(sqlite3.IntegrityError), writing(db):
            db.execute("insert into chats (id) values (1), (2), (1)")
        assert db["chats"].count == 0
        with writing(db):
            db.execute("insert into chats (id) values (1)")
        assert db["chats"].count == 1


@pytest.fixture
def unchanged(path: Path) -> Callable[[], list[str]]:
    """What lies in the store's folder, for comparison."""
    return lambda: sorted(each.name for each in path.parent.iterdir())


def test_an_inspection_changes_nothing(path: Path, unchanged: Callable[[], list[str]]) -> None:
    older(path, 1)
    path.chmod(0o640)
    before, names = path.read_bytes(), unchanged()
    assert inspection.inspected(path) == inspection.Inspection(
        (), tuple(STEPS[1:]), (), private=False
    )
    assert path.read_bytes() == before
    assert unchanged() == names


def test_an_inspection_sees_what_the_running_bot_has_written(library: Path, path: Path) -> None:
    path.touch(0o600)
    path.write_bytes(library.read_bytes())
    with open_store(path) as db:
        db.execute("pragma foreign_keys = off")
        db.execute("insert into days (session, position, number) values ('asp99', 0, 1)")
        found = inspection.inspected(path)
    assert found.damage == ("a row of days belongs to nothing",)
    assert found.sessions == ("asp12",)
    assert found.private


def test_an_inspection_finds_damage(path: Path) -> None:
    with open_store(path) as db:
        db.execute("create unique index hashes on texts (hash, text)")
        db.execute("insert into texts (hash, text, entities) values ('a', '', '')")
        db.execute("pragma writable_schema = on")
        db.execute("update sqlite_master set sql = replace(sql, ', text)', ', id)')")
    damage = inspection.inspected(path).damage
    assert damage
    assert all("index" in each for each in damage)


def test_a_write_whose_end_fails_leaves_nothing_and_lets_the_next_one_in(path: Path) -> None:
    db = open_store(path)
    db.execute("create table a (id integer primary key)")
    db.execute("create table b (a integer references a (id) deferrable initially deferred)")
    with pytest.raises(sqlite3.IntegrityError), writing(db):
        db.execute("insert into b values (1)")
    with writing(db):
        db.execute("insert into a values (2)")
    assert not list(db.query("select * from b"))
