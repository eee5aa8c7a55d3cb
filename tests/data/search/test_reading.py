"""What a question is understood to ask about."""

import pytest
from sqlite_utils import Database

from data.search.question import Question
from data.search.reading import read


def asked(db: Database, text: str) -> Question:
    return read(db, "asp12", text)


def hard(db: Database, text: str) -> list[str]:
    return [concept.typed for concept in asked(db, text).hard]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("who was elected?", "en"),
        ("Henderson", "en"),
        ("combien la Suède a-t-elle donné ?", "fr"),
        ("¿cuánto dio Suecia?", "es"),
        ("costo de la nueva sede", "es"),
        ("كم تبرعت السويد؟", "ar"),
        ("", "en"),
    ],
)
def test_the_language_is_known_by_its_words(db: Database, text: str, language: str) -> None:
    assert asked(db, text).language == language


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("who was elected?", "who"),
        ("qui a été élu ?", "who"),
        ("¿dónde fue?", "where"),
        ("wher was it?", "where"),
        ("كم عدد القرارات؟", "how_many"),
        ("number of resolutions", "how_many"),
        ("should the court close?", "opinion"),
        ("what does IOM stand for", "meaning"),
        ("how long did it last", "how_long"),
    ],
)
def test_the_form_is_known_by_how_it_is_asked(db: Database, text: str, form: str) -> None:
    assert form in asked(db, text).forms


def test_the_number_of_a_thing_is_not_how_many_there_are(db: Database) -> None:
    assert "how_many" not in asked(db, "the number of the resolution on victims").forms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what happened with the budget?", ["budget"]),
        ("goverment", []),
        ("the us", ["us"]),
        ("tell us of Kenya", ["kenya"]),
        ("elected at ASP 12", ["elected"]),
        ("gender report ca", ["gender", "report"]),
        ("budget of the EU", ["budget", "eu"]),
        ("next session", ["next session"]),
    ],
)
def test_words_without_a_subject_are_not_missed(db: Database, text: str, words: list[str]) -> None:
    assert hard(db, text) == words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("budget of ASP 13", 13),
        ("the thirteenth session", 13),
        ("previous session", 11),
        ("prochaine session", 13),
        ("الدورة القادمة", 13),
        ("ASP 12", None),
        ("first day", None),
    ],
)
def test_another_session_is_known_by_its_number(
    db: Database, text: str, number: int | None
) -> None:
    assert asked(db, text).other == number


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("Netherland", "%nl"),
        ("holandesa", "%nl"),
        ("uk", "%gb"),
        ("trinidad and tobaggo", "%tt"),
        ("resolutoin", "resolut"),
        ("oversig", "oversight"),
        ("kenya human rights commi", "commiss"),
        ("affected commun", "communiti"),
        ("general debte", "general debat"),
        ("watchdog", "oversight"),
        ("artcle 27", "§article27"),
        ("26 novembr", "@11-26"),
        ("wensday 27", "@11-27"),
        ("saterday", "@11-23"),
    ],
)
def test_other_spellings_and_words_mean_the_same(db: Database, text: str, stems: str) -> None:
    ways = [way.stems for concept in asked(db, text).concepts for way in concept.ways]
    assert stems in ways


@pytest.mark.parametrize("country", ["Niger", "Iceland", "Australia", "Guinea"])
def test_a_country_is_never_a_misspelling_of_another(db: Database, country: str) -> None:
    (concept,) = asked(db, country).concepts
    assert (concept.role, concept.strict) == ("unknown", True)


@pytest.mark.parametrize("word", ["weather", "peach", "wife", "quantum"])
def test_an_everyday_word_is_what_it_is(db: Database, word: str) -> None:
    (concept,) = asked(db, word).concepts
    assert concept.role == "unknown"
