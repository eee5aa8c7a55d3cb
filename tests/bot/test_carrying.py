"""``aspbot import`` and ``aspbot export``: what changed is said, and nothing is lost."""

import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot import carrying
from bot.opening import opened
from bot.settings import Settings, read
from bot.told import Told
from data import chats, content, outcomes
from data.kinds import KINDS

SHIPPED = Path(str(content.folders()[0]))


@pytest.fixture
def settings(bare: Path, library: Path) -> Settings:
    """A configuration whose store holds the session that ships, and a chat."""
    (bare / "var").mkdir()
    shutil.copy(library, bare / "var" / "aspbot.db")
    settings = read(None)
    with opened(settings.database) as db:
        chats.choose_session(db, -1001234567890, "asp12")
    return settings


@pytest.fixture
def folder(bare: Path) -> Path:
    """A copy of the session that ships, to be edited."""
    shutil.copytree(SHIPPED, bare / "asp12")
    return Path("asp12")


def edit(folder: Path, old: str, new: str) -> None:
    file = folder / "outcomes.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def renamed(folder: Path) -> None:
    """Make it the folder of another session, without phrasings: many take seconds to learn."""
    (folder / "phrasings.toml").unlink()
    for file in (folder / "session.toml", folder / "conflicts.toml"):
        file.write_text(file.read_text("utf-8").replace("asp12", "asp99"), "utf-8")


def title(settings: Settings, outcome: str) -> str:
    with opened(settings.database) as db:
        found = outcomes.get(db, "asp12", outcome)
    assert found is not None
    return found.title


def test_an_import_says_what_changed(
    settings: Settings, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(folder, "Presence by video link", "Presence by video")
    (folder / "summaries" / "day-8.en.md").unlink()
    carrying.take_in(settings, folder)
    assert capsys.readouterr().out == (
        "ASP 12 (asp12): 1 changed, 1 removed.\n"
        '  changed outcome "video-presence"\n'
        '  removed summary "8.en"\n'
    )
    assert title(settings, "video-presence") == "Presence by video"


def test_a_long_list_is_cut(bare: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    renamed(folder)
    carrying.take_in(read(None), folder)
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"ASP 12 \(asp99\): \d+ added\.", lines[0])
    assert lines[1] == '  added session "asp99"'
    assert len(lines) == 1 + carrying.SHOWN + 1
    assert lines[-1].endswith(" more")
    assert (bare / "var" / "aspbot.db").exists()


def test_a_second_import_says_that_nothing_changed(
    settings: Settings, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    carrying.take_in(settings, folder)
    assert capsys.readouterr().out == "ASP 12 (asp12): nothing changed.\n"


def test_a_broken_folder_is_told_and_the_store_is_as_it_was(
    settings: Settings, folder: Path
) -> None:
    before = settings.database.read_bytes()
    edit(folder, "Presence by video link", "Presence by video")
    edit(folder, "day = 7", "day = 9")
    with pytest.raises(Told, match=r'^outcomes\.toml:7: outcome ".*", field "day": 9 is not a day'):
        carrying.take_in(settings, folder)
    assert settings.database.read_bytes() == before


def test_a_broken_folder_makes_no_store(bare: Path, folder: Path) -> None:
    edit(folder, "day = 7", "day = 9")
    with pytest.raises(Told):
        carrying.take_in(read(None), folder)
    assert not (bare / "var").exists()


def test_an_export_is_what_ships(
    settings: Settings, bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    carrying.write_out(settings, Path("out"), None, None)
    files = [each for each in SHIPPED.rglob("*") if each.is_file()]
    assert capsys.readouterr().out == f"out: asp12, {len(files)} files.\n"
    for each in files:
        assert (bare / "out" / each.relative_to(SHIPPED)).read_bytes() == each.read_bytes()


def test_where_there_are_several_one_must_be_chosen(settings: Settings, folder: Path) -> None:
    renamed(folder)
    carrying.take_in(settings, folder)
    with pytest.raises(Told, match=r"^Which session\? Say --session asp12 or asp99\.$"):
        carrying.write_out(settings, Path("out"), None, None)
    with pytest.raises(Told, match=r"^There is no session asp1\. Say --session asp12 or asp99\.$"):
        carrying.write_out(settings, Path("out"), "asp1", None)
    carrying.write_out(settings, Path("out"), "asp99", None)
    assert (Path("out") / "session.toml").read_bytes() == (folder / "session.toml").read_bytes()


def test_the_session_that_is_followed_is_meant_where_none_is_named(
    settings: Settings, folder: Path
) -> None:
    renamed(folder)
    carrying.take_in(settings, folder)
    carrying.write_out(replace(settings, session="asp99"), Path("out"), None, None)
    assert 'id = "asp99"' in (Path("out") / "session.toml").read_text("utf-8")


def test_the_published_file_holds_the_content_and_no_chats(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    carrying.write_out(settings, None, None, Path("content.db"))
    shown = capsys.readouterr().out
    assert re.fullmatch(r"content\.db: 1 session, \d+ records, no chats\.\n", shown)
    with closing(sqlite3.connect("content.db")) as published:
        names = {row[0] for row in published.execute("select name from sqlite_master")}
        tables = {model.table for model in KINDS.values()} | {"summaries"}
        assert tables <= names
        assert {each for each in names if each.rsplit("_fts")[0] not in tables} <= {
            f"sqlite_autoindex_{table}_1" for table in tables
        }
        found = published.execute(
            "select outcomes.id from outcomes_fts join outcomes on outcomes.rowid ="
            " outcomes_fts.rowid where outcomes_fts match 'video' order by 1"
        ).fetchall()
        assert ("video-presence",) in found
        assert published.execute("pragma journal_mode").fetchone() == ("delete",)
    assert b"1001234567890" not in Path("content.db").read_bytes()
    assert not Path("content.db.part").exists()


def test_a_column_that_is_no_field_of_the_content_is_not_published(settings: Settings) -> None:
    with opened(settings.database) as db:
        db.execute("alter table outcomes add column edited_by text default 'Nadia, 4711'")
    carrying.write_out(settings, None, None, Path("content.db"))
    assert b"Nadia" not in Path("content.db").read_bytes()


def test_published_twice_the_files_are_the_same(settings: Settings) -> None:
    carrying.write_out(settings, None, None, Path("one.db"))
    carrying.write_out(settings, None, None, Path("two.db"))
    carrying.write_out(settings, None, None, Path("two.db"))
    assert Path("one.db").read_bytes() == Path("two.db").read_bytes()


@pytest.mark.parametrize("name", ["var/aspbot.db", "letter.txt"])
def test_nothing_else_is_overwritten(settings: Settings, name: str) -> None:
    Path("letter.txt").write_text("Dear colleagues\n")
    before = Path(name).read_bytes()
    with pytest.raises(Told, match=f"{name} is not an earlier export: choose another name"):
        carrying.write_out(settings, None, None, Path(name))
    assert Path(name).read_bytes() == before


@pytest.mark.parametrize(
    ("folder", "file", "told"),
    [
        (Path("letter.txt/out"), None, "letter.txt/out/session.toml: Not a directory."),
        (None, Path("nowhere/content.db"), "nowhere/content.db: unable to open database file."),
    ],
)
def test_what_cannot_be_written_is_a_sentence(
    settings: Settings, folder: Path | None, file: Path | None, told: str
) -> None:
    Path("letter.txt").touch()
    with pytest.raises(Told) as raised:
        carrying.write_out(settings, folder, None, file)
    assert raised.value.message == told
    assert raised.value.exit_code == 1
