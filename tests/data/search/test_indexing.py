"""The index follows the records, whoever changes them."""

import sqlite3

import pytest
from sqlite_utils import Database

from data import search
from data.search import postings, refreshing


def found(db: Database, words: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.record) for hit in search.find(db, "asp12", words)]


def add_outcome(db: Database, title: str) -> None:
    db.execute(
        "insert into outcomes (session, position, id, topic, title, text, confidence, sources)"
        " values ('asp12', 99, 'zebra', 'rules', ?, 'Nothing more.', 'high', '[\"pr963\"]')",
        [title],
    )


def test_a_record_is_found_as_soon_as_it_is_there(db: Database) -> None:
    assert found(db, "zebras") == []
    add_outcome(db, "Zebras admitted")
    assert found(db, "zebra") == [("outcome", "zebra")]


def test_a_record_that_is_gone_is_not_found_and_leaves_nothing(db: Database) -> None:
    before = held(db)
    add_outcome(db, "Zebras admitted")
    assert found(db, "zebra")
    db.execute("delete from outcomes where id = 'zebra'")
    assert found(db, "zebra") == []
    assert held(db) == before

    left = db.execute(
        "select count(*) from search_words w where not exists (select 1 from search_postings p"
        " where p.session = w.session and p.stem = w.stem) and not exists"
        " (select 1 from search_phrased p where p.session = w.session and p.way = w.stem)"
    ).fetchone()
    assert left == (0,)


def held(db: Database) -> list[int]:
    tables = ("search_units", "search_postings", "search_changes")
    return [db.execute(f"select count(*) from {each}").fetchone()[0] for each in tables]  # noqa: S608


def test_a_record_that_changes_is_found_by_what_it_says_now(db: Database) -> None:
    add_outcome(db, "Zebras admitted")
    assert found(db, "zebra")
    db.execute("update outcomes set title = 'Okapis admitted' where id = 'zebra'")
    assert found(db, "zebra") == []
    assert found(db, "okapi") == [("outcome", "zebra")]


def test_a_day_is_found_by_a_summary_that_is_published(db: Database) -> None:
    db.execute("update summaries set text = 'A zebra spoke.', entities = '[]' where day = 5")
    assert found(db, "zebra") == [("day", "5")]
    db.execute("delete from summaries where day = 5")
    assert found(db, "zebra") == []


def test_a_state_is_found_by_a_name_that_it_gets(db: Database) -> None:
    assert found(db, "Tulipland") == []
    db.execute("""update states set aliases = '["Tulipland"]' where id = 'nl'""")
    refreshing.refresh(db)
    assert ("pledge", "tfv-netherlands") in found(db, "Tulipland")


def test_synonyms_count_from_the_next_question_on(db: Database) -> None:
    assert found(db, "wonga") == []
    db.execute("""update synonyms set en = '["wonga"]' where id = 'budget'""")
    assert ("outcome", "budget-2014") in found(db, "wonga")


def test_a_refresh_stops_when_its_time_is_over_and_goes_on_later(db: Database) -> None:
    db.execute("update people set text = coalesce(text, '') || ' Zebra.'")
    done = refreshing.refresh(db, seconds=0.0)
    left = db.execute("select count(*) from search_changes").fetchone()[0]
    assert done + left == db.execute("select count(*) from people").fetchone()[0]
    assert left > 0
    assert refreshing.refresh(db) == left


def test_a_store_that_cannot_be_written_is_searched_as_it_was(db: Database) -> None:
    add_outcome(db, "Zebras admitted")
    db.execute("pragma query_only = on")
    assert found(db, "zebra") == []
    assert found(db, "Henderson")
    with pytest.raises(sqlite3.OperationalError):
        db.execute("delete from search_changes")


def test_where_common_words_stand_is_read_anew_after_a_change(db: Database) -> None:
    def victims() -> int:
        return postings.of_stems(db, "asp12", {"victim"})["victim"].number

    before = victims()
    assert before >= postings.COMMON_FROM
    add_outcome(db, "Victims of zebras")
    assert victims() == before
    refreshing.refresh(db)
    assert victims() == before + 1
