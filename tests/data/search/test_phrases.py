"""How people ask for a record, in words that no record and no synonym has."""

import json

import pytest
from sqlite_utils import Database

from data import answers, kinds
from data.search.alike import alike
from data.search.learning import learn
from data.search.reading import read

RECORD = "outcome/next-session"


@pytest.fixture
def asking(db: Database) -> Database:
    """A store in which people are known to ask for one record in odd words."""
    told = {
        "en": ["whither does the caravan trek in spring", "caravan destination"],
        "fr": ["où part la roulotte au printemps"],
        "ar": ["وجهة القافلة"],
        "unknown": ["who feeds the camels of the caravan"],
    }
    add(db, RECORD, told)
    return db


def add(db: Database, record: str, told: dict[str, list[str]]) -> None:
    db.execute("delete from phrasings where record = ? or position < 9999", [record])
    db.table("phrasings").insert(
        {"session": "asp12", "position": 9999, "record": record}
        | {name: json.dumps(texts) for name, texts in told.items()}
    )
    learn(db)


def answered(db: Database, question: str) -> str | None:
    found = answers.to_question(db, "asp12", question).record
    return f"{kinds.of(found)}/{found.identity}" if found else None


@pytest.mark.parametrize(
    "question",
    [
        "caravan destination",
        "Destination of the caravan?",
        "whither treks the caravan in spring",
        "caravn destinaton",
        "la roulotte au printemps",
        "القافلة وجهة",
    ],
)
def test_a_record_is_found_by_how_people_ask_for_it(asking: Database, question: str) -> None:
    assert answered(asking, question) == RECORD


def test_what_no_record_answers_is_met_with_silence(asking: Database) -> None:
    assert answered(asking, "who feeds the caravan's camels") is None


def test_a_word_that_is_only_in_a_phrase_does_not_answer_another_question(asking: Database) -> None:
    assert answered(asking, "how many caravans were elected") is None


def test_phrases_that_are_taken_back_are_forgotten(asking: Database) -> None:
    add(asking, RECORD, {"en": ["something else"]})
    assert answered(asking, "caravan destination") is None
    left = asking.execute("select count(*) from search_words where word = 'caravan'").fetchone()
    assert left == (0,)


def test_a_phrase_for_a_record_that_is_not_there_says_nothing(asking: Database) -> None:
    add(asking, "outcome/nowhere", {"en": ["zeppelin over the plenary hall"]})
    assert answered(asking, "zeppelin over the hall") is None


def test_an_answer_is_found_by_a_phrase_after_its_record_changed(asking: Database) -> None:
    asking.execute("update outcomes set note = 'Changed.' where id = 'next-session'")
    assert answered(asking, "caravan destination") == RECORD


@pytest.mark.parametrize(
    "question",
    [
        "quién alimenta los camellos de la caravana",
        "qui nourrit les chameaux de la caravane",
    ],
)
def test_what_no_record_answers_is_known_in_any_language(asking: Database, question: str) -> None:
    add(asking, "outcome/tfv-donations", {"unknown": [question]})
    assert alike(asking, "asp12", read(asking, "asp12", question)).unanswered > 0.95


def test_a_word_that_is_spelt_right_is_no_misspelling_of_another(asking: Database) -> None:
    add(asking, RECORD, {"en": ["catching caravans"]})
    assert answered(asking, "catcking caravans") == RECORD
    assert answered(asking, "catering caravans") is None
