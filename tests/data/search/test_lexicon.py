"""The synonyms of a session, as the store holds them for the search."""

import json

import pytest
from sqlite_utils import Database

from data import content, search
from data.search import entries
from data.search import lexicon as known
from data.search.concepts import Way
from data.search.lexicon import lexicon


def ways(db: Database, *words: str, language: str = "en") -> tuple[Way, ...]:
    search.refresh(db)
    return lexicon(db, "asp12").ways(words, language)


def add(db: Database, told: dict[str, list[str]]) -> None:
    row = {name: json.dumps(told.get(name, [])) for name in ("words", "en", "fr", "es", "ar")}
    db.table("synonyms").insert({"session": "asp12", "position": 999, "id": "camels"} | row)


def held(db: Database) -> list[list[tuple[object, ...]]]:
    return [db.execute(f"select * from {each}").fetchall() for each in entries.TABLES]  # noqa: S608


def test_a_phrase_leads_to_how_records_say_it_and_so_does_what_is_typed(db: Database) -> None:
    add(db, {"words": ["caravan", "Sweden"], "en": ["ship of the desert", "caravan"]})
    assert ways(db, "ship", "of", "the", "desert") == (Way("caravan", 0.7), Way("%se", 0.7))
    assert ways(db, "ship", "desert") == (Way("caravan", 0.7), Way("%se", 0.7))
    assert ways(db, "caravans") == (Way("caravan"), Way("%se", 0.7))
    assert ways(db, "ship", "of") == ()
    assert ways(db, "caravans", language="fr") == ()


def test_it_is_known_how_long_what_begins_with_a_word_may_be(db: Database) -> None:
    add(db, {"words": ["caravan"], "en": ["ship of the desert"], "fr": ["xaloc et xaloc"]})
    search.refresh(db)
    found = lexicon(db, "asp12")
    assert [found.longest(word) for word in ("ships", "xaloc", "desert", "zzz")] == [4, 3, 0, 0]


def test_a_synonym_that_is_gone_leaves_nothing(db: Database) -> None:
    before = held(db)
    add(db, {"words": ["caravan"], "en": ["xebec"], "ar": ["زورق صحراوي"]})
    assert ways(db, "xebec")
    assert lexicon(db, "asp12").languages(["xebec", "زورق"])["زورق"] == "ar"
    db.execute("delete from synonyms where id = 'camels'")
    assert ways(db, "xebec") == ()
    assert held(db) == before


def test_an_abbreviation_counts_as_soon_as_the_glossary_explains_it(db: Database) -> None:
    assert ways(db, "xyz") == ()
    db.table("terms").insert(
        {
            "session": "asp12",
            "position": 999,
            "id": "xyz",
            "term": "XYZ",
            "meaning": "Xebec yards of Zion: ships.",
        }
    )
    assert ways(db, "xyz") == (Way("xyz"), Way("xebec yard zion", 0.7))


def test_a_store_that_has_none_yet_gets_them_at_the_start(db: Database) -> None:
    before = held(db)
    for table in entries.TABLES:
        db.execute(f"delete from {table}")  # noqa: S608 - our own names
    db.execute("update search_revisions set worded = 0")
    db.conn.commit()
    content.load_shipped(db)
    assert held(db) == before
    assert all(before)


def test_a_store_that_cannot_be_written_keeps_those_it_has(db: Database) -> None:
    before = ways(db, "budget")
    add(db, {"words": ["caravan"], "en": ["xebec"]})
    db.conn.commit()
    db.execute("pragma query_only = on")
    assert ways(db, "xebec") == ()
    assert ways(db, "budget") == before


def test_no_more_is_kept_in_memory_than_a_number_of_words(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = ways(db, "budget")
    monkeypatch.setattr(known, "MOST", 3)
    for number in range(9):
        found = lexicon(db, "asp12")
        found.look_up([f"word{number}", "court"])
        assert len(found.known.words) <= 3 + 2
        assert ways(db, "budget") == expected


@pytest.mark.parametrize(
    ("word", "language", "has"),
    [
        ("xebecs", "en", True),
        ("xebec", "fr", True),
        ("xebecs", "fr", False),
        ("xebex", "en", False),
    ],
)
def test_a_word_is_known_as_it_is_spelt_or_by_its_stem_in_a_language(
    db: Database, word: str, language: str, has: bool
) -> None:
    add(db, {"words": ["caravan"], "en": ["xebec"]})
    search.refresh(db)
    assert lexicon(db, "asp12").has(word, language) is has


def test_a_misspelt_word_is_compared_with_those_of_one_language(db: Database) -> None:
    add(db, {"words": ["caravan"], "en": ["xebecs"], "fr": ["xebeks"]})
    search.refresh(db)
    found = lexicon(db, "asp12")
    assert found.alike("xebecz", "en", 1) == [("xebecs", 0.85)]
    assert found.alike("xebekz", "fr", 1) == [("xebeks", 0.85)]
    assert found.alike("xebecz", "ar", 1) == []
