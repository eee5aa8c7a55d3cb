"""Content goes into the store whole or not at all, and comes out as it went in."""

import filecmp
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from data import budget, content, days, outcomes, revisions, session
from data.content import shipped
from data.richtext import RichText
from data.store import open_store
from tests.data.content.conftest import SHIPPED, Folder

NOW = datetime(2013, 11, 29, 9, tzinfo=UTC)
CONTENT = ("sessions", "days", "outcomes", "elections", "conflicts", "summaries", "loads")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    with open_store(tmp_path / "empty.db") as opened:
        yield opened


def load(db: Database, folder: Path, now: datetime = NOW) -> content.Loaded:
    """Load a folder that somebody gives."""
    return content.load_given(db, content.read(folder), now)


def dump(db: Database) -> dict[str, list[Any]]:
    """Return all that the store holds, but for when its revisions were made."""
    passed_over = {"_sqlite_migrations", "revisions"}
    return {
        name: sorted(db.table(name).rows, key=repr)
        for name in db.table_names()
        if name not in passed_over and not name.startswith("search_")
    }


def test_a_folder_in_an_empty_store(empty: Database, folder: Folder) -> None:
    (folder.path / "phrasings.toml").unlink()
    loaded = load(empty, folder.path)
    assert loaded.session == "asp12"
    assert {'session "asp12"', 'day "3"', 'outcome "budget-2014"', 'summary "3.en"'} <= set(
        loaded.added
    )
    assert not loaded.changed
    assert not loaded.removed
    assert session.get(empty, "asp12") == content.read(folder.path).session
    assert len(days.every(empty, "asp12")) == 8


def test_loading_again_changes_nothing(db: Database, folder: Folder) -> None:
    before, changes = dump(db), db.conn.total_changes
    assert load(db, folder.path) == content.Loaded("asp12")
    assert dump(db) == before
    assert db.conn.total_changes == changes


def test_what_changed_is_updated_and_what_is_gone_is_removed(db: Database, folder: Folder) -> None:
    folder.replaces("outcomes.toml", "Presence by video link", "Presence by video")
    folder.replaces("budget.toml", 'id = "amicc"', 'id = "amicc-home"')
    folder.replaces("summaries/day-1.en.md", "**", "**Opening:** **")
    (folder.path / "summaries" / "day-8.en.md").unlink()
    loaded = load(db, folder.path)
    assert loaded == content.Loaded(
        "asp12",
        added=('reaction "amicc-home"',),
        changed=('outcome "video-presence"', 'summary "1.en"'),
        removed=('reaction "amicc"', 'summary "8.en"'),
    )
    changed = outcomes.get(db, "asp12", "video-presence")
    assert changed is not None
    assert changed.title == "Presence by video"
    assert "amicc-home" in [each.id for each in budget.reactions(db, "asp12")]
    assert days.summary(db, "asp12", 8) is None


def test_a_record_that_only_moved_is_not_called_changed(db: Database, folder: Folder) -> None:
    text = (folder.path / "topics.toml").read_text("utf-8")
    first, *lines, last = text.strip().split("\n")
    (folder.path / "topics.toml").write_text("\n".join([first, *reversed(lines), last]), "utf-8")
    before = [row["id"] for row in db.query("select id from topics order by position")]
    assert load(db, folder.path) == content.Loaded("asp12")
    after = [row["id"] for row in db.query("select id from topics order by position")]
    assert after == before[::-1]


def test_a_broken_folder_leaves_the_store_as_it_was(db: Database, folder: Folder) -> None:
    folder.replaces("outcomes.toml", "Presence by video link", "Presence by video")
    folder.replaces("milestones.toml", "sources = [", "source = [")
    before = dump(db)
    with pytest.raises(content.ContentError):
        load(db, folder.path)
    assert dump(db) == before


def test_so_does_a_load_that_fails_half_way(
    db: Database, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.replaces("outcomes.toml", "Presence by video link", "Presence by video")
    folder.replaces("summaries/day-1.en.md", "**", "**Opening:** **")
    before = dump(db)

    def fail(*_: object, **__: object) -> int:
        raise OSError("disk full")

    monkeypatch.setattr(revisions, "add", fail)
    with pytest.raises(OSError, match="disk full"):
        load(db, folder.path)
    assert not db.conn.in_transaction
    assert dump(db) == before


def test_what_an_editor_wrote_is_kept_and_named(db: Database, folder: Folder) -> None:
    revisions.add(
        db,
        session="asp12",
        day=3,
        language="en",
        act="corrected",
        text=RichText("Ours."),
        author=7,
        made=NOW,
    )
    folder.replaces("summaries/day-4.en.md", "**", "**Fourth:** **")
    loaded = load(db, folder.path)
    assert loaded == content.Loaded("asp12", changed=('summary "4.en"',), kept=('summary "3.en"',))
    assert days.summary(db, "asp12", 3) == RichText("Ours.")


def test_another_session_is_left_alone(db: Database, folder: Folder) -> None:
    (folder.path / "phrasings.toml").unlink()
    folder.replaces("session.toml", 'id = "asp12"', 'id = "asp99"')
    folder.replaces("conflicts.toml", '"session/asp12"', '"session/asp99"')
    text = (folder.path / "conflicts.toml").read_text("utf-8")
    (folder.path / "conflicts.toml").write_text(text.replace("session/asp12", "session/asp99"))
    before = dump(db)
    load(db, folder.path)
    assert {each.id for each in session.every(db)} == {"asp12", "asp99"}
    after = dump(db)
    for name in CONTENT:
        assert all(row in after[name] for row in before[name])


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files, to the last character."""
    names = sorted(each.relative_to(one) for each in one.rglob("*") if each.is_file())
    others = sorted(each.relative_to(other) for each in other.rglob("*") if each.is_file())
    return names == others and not filecmp.cmpfiles(one, other, map(str, names), shallow=False)[1]


def test_what_ships_comes_out_to_the_last_character(db: Database, tmp_path: Path) -> None:
    written = content.write(db, "asp12", tmp_path / "once")
    assert same(tmp_path / "once", SHIPPED)
    assert {each.name for each in written} == {
        each.name for each in SHIPPED.rglob("*") if each.is_file()
    }


def test_an_export_in_an_empty_store_gives_the_same_store(
    db: Database, empty: Database, tmp_path: Path
) -> None:
    db.execute("update outcomes set note = 'Ours: “new” \\ *' where id = 'budget-2014'")
    content.write(db, "asp12", tmp_path / "once")
    load(empty, tmp_path / "once")
    ours, theirs = dump(db), dump(empty)
    for name in set(ours) - {"loads", "summaries", "content_revision"}:
        assert theirs[name] == ours[name]
    assert days.summaries(empty, "asp12") == days.summaries(db, "asp12")
    content.write(empty, "asp12", tmp_path / "twice")
    assert same(tmp_path / "twice", tmp_path / "once")


def test_an_export_removes_what_the_content_no_longer_holds(db: Database, folder: Folder) -> None:
    (folder.path / "notes.txt").write_text("mine")
    db.execute("delete from milestones")
    revisions.add(db, session="asp12", day=8, language="en", act="withdrawn", text=None)
    content.write(db, "asp12", folder.path)
    assert not (folder.path / "milestones.toml").exists()
    assert not (folder.path / "summaries" / "day-8.en.md").exists()
    assert (folder.path / "notes.txt").read_text() == "mine"


def test_an_export_never_overwrites_another_session(db: Database, folder: Folder) -> None:
    folder.replaces("session.toml", 'id = "asp12"', 'id = "asp13"')
    before = (folder.path / "session.toml").read_bytes()
    with pytest.raises(content.ContentError, match="another session stands here"):
        content.write(db, "asp12", folder.path)
    assert (folder.path / "session.toml").read_bytes() == before


def test_an_export_of_no_session_says_so(db: Database, tmp_path: Path) -> None:
    with pytest.raises(content.ContentError, match="asp99: there is no such session"):
        content.write(db, "asp99", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_export_that_fails_leaves_whole_files(
    db: Database, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    db.execute("update days set headline = 'New' where number = 1")
    before = (folder.path / "days.toml").read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        content.write(db, "asp12", folder.path)
    assert (folder.path / "days.toml").read_bytes() == before
    assert not list(folder.path.rglob("*.part"))


@pytest.fixture
def ships(monkeypatch: pytest.MonkeyPatch, folder: Folder) -> Folder:
    """Let the program ship a folder that the test may edit."""
    monkeypatch.setattr(shipped, "folders", lambda: [folder.path])
    (folder.path / "phrasings.toml").unlink()  # thousands take seconds to learn
    return folder


@pytest.mark.usefixtures("ships")
def test_what_ships_is_loaded_once(empty: Database) -> None:
    assert [each.session for each in content.load_shipped(empty)] == ["asp12"]
    changes = empty.conn.total_changes
    assert content.load_shipped(empty) == []
    assert empty.conn.total_changes == changes


def test_a_new_edition_of_what_ships_is_loaded(empty: Database, ships: Folder) -> None:
    content.load_shipped(empty)
    ships.replaces("outcomes.toml", "Presence by video link", "Presence by video")
    assert content.load_shipped(empty) == [
        content.Loaded("asp12", changed=('outcome "video-presence"',))
    ]


def test_an_import_is_not_overwritten_by_what_ships(
    empty: Database, ships: Folder, tmp_path: Path
) -> None:
    content.load_shipped(empty)
    own = tmp_path / "own"
    content.write(empty, "asp12", own)
    Folder(own).replaces("outcomes.toml", "Presence by video link", "Ours")
    load(empty, own)
    ships.replaces("outcomes.toml", "Presence by video link", "Theirs")
    assert content.load_shipped(empty) == []
    held = outcomes.get(empty, "asp12", "video-presence")
    assert held is not None
    assert held.title == "Ours"


def test_an_import_of_exactly_what_ships_goes_on_following_it(
    empty: Database, ships: Folder
) -> None:
    load(empty, ships.path)
    ships.replaces("outcomes.toml", "Presence by video link", "Theirs")
    assert [each.changed for each in content.load_shipped(empty)] == [('outcome "video-presence"',)]


def test_a_broken_folder_that_ships_does_not_keep_the_others_out(
    empty: Database, folder: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "asp00"
    broken.mkdir()
    (folder.path / "phrasings.toml").unlink()
    monkeypatch.setattr(shipped, "folders", lambda: [broken, folder.path])
    with pytest.raises(content.ContentError, match=r"asp00/session\.toml: the file is missing"):
        content.load_shipped(empty)
    assert [each.id for each in session.every(empty)] == ["asp12"]


def test_a_folder_that_ships_is_called_as_its_session(
    empty: Database, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = folder.path.rename(folder.path.with_name("asp13"))
    monkeypatch.setattr(shipped, "folders", lambda: [renamed])
    with pytest.raises(content.ContentError, match=r"asp13/session\.toml:2: .* called asp12"):
        content.load_shipped(empty)
