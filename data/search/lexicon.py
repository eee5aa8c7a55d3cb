"""The synonyms and the names of states of a session, ready to be looked up; kept in memory."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from data import days, glossary, names, states, synonyms
from data.days import Day
from data.search.bare import bare
from data.search.concepts import Way
from data.search.grammar import LANGUAGES
from data.search.places import places
from data.search.tokens import WORD, Places, phrase, whole_phrase
from data.session import Session
from data.session import get as session_named

SAID_OTHERWISE = 0.7
Ideas = Mapping[str, tuple[Way, ...]]
Words = Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of a question may mean in a session.

    ``ideas`` are, by language, stems of a phrase and the ways in which records say the same.
    ``begins`` are the first stems of those of several words, by language; ``longest`` is the
    number of words in the longest. ``languages`` are all words of the synonyms as they are spelt,
    bare, each with its language; ``spelt`` the same by language, ``stems`` those of all phrases.
    """

    session: Session | None
    days: tuple[Day, ...]
    places: Places
    ideas: Mapping[str, Ideas]
    begins: Mapping[str, frozenset[str]]
    longest: int
    languages: Mapping[str, str]
    spelt: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, frozenset[str]]


_kept: WeakKeyDictionary[Database, dict[str, tuple[object, Lexicon]]] = WeakKeyDictionary()


def lexicon(db: Database, session: str) -> Lexicon:
    """Return the lexicon of a session, made anew when its states or synonyms have changed."""
    found = db.execute(
        "select (select number from search_revisions where session = :session),"
        " (select group_concat(number || date) from days where session = :session)",
        {"session": session},
    ).fetchone()
    kept = _kept.setdefault(db, {})
    if session not in kept or kept[session][0] != found:
        kept[session] = (found, _made(db, session))
    return kept[session][1]


def _made(db: Database, session: str) -> Lexicon:
    known = places(states.every(db, session))
    told: dict[str, dict[str, dict[str, float]]] = {language: {} for language in LANGUAGES}
    given = synonyms.words(db, session)
    for words in (*given, *_abbreviations(db, session)):
        stems = [phrase(each) for each in words["words"]]
        ways = [f"%{known.phrases[each]}" if each in known.phrases else each for each in stems]
        for language in LANGUAGES:
            for text in words[language]:
                for said in _said(text, language):
                    _join(told[language].setdefault(said, {}), said, ways)
    languages = _languages(given)
    return Lexicon(
        session=session_named(db, session),
        days=tuple(days.every(db, session)),
        places=known,
        ideas={language: _ways(said) for language, said in told.items()},
        begins={
            language: frozenset(each.split(" ", 1)[0] for each in said if " " in each)
            for language, said in told.items()
        },
        longest=max((each.count(" ") + 1 for said in told.values() for each in said), default=1),
        languages=languages,
        spelt={
            language: tuple(word for word, spoken in languages.items() if spoken == language)
            for language in LANGUAGES
        },
        stems={
            language: frozenset(stem for phrase_ in said for stem in phrase_.split())
            for language, said in told.items()
        },
    )


def _languages(given: Iterable[Words]) -> dict[str, str]:
    """Return the words of synonyms as they are spelt, each with the first language that has it."""
    languages: dict[str, str] = {}
    for language in LANGUAGES:
        for words in given:
            for text in words[language]:
                for word in _words(text):
                    languages.setdefault(word, language)
    return languages


def _abbreviations(db: Database, session: str) -> Iterator[Words]:
    """Return the glossary's abbreviations, each as the same as what it is short for."""
    for term in glossary.every(db, session):
        said = names.of_term(term)
        if len(said) > 1:
            yield {**dict.fromkeys(LANGUAGES, ()), "words": said, "en": said}


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(bare(text)))


@lru_cache(maxsize=20_000)
def _said(text: str, language: str) -> tuple[str, ...]:
    """Return the stems of a phrase with its stop words, and without them if two are left."""
    short, whole = phrase(text, language), whole_phrase(text, language)
    return (whole, short) if " " in short and short != whole else (whole,)


def _join(known: dict[str, float], said: str, ways: Iterable[str]) -> None:
    for way in ways:
        known.setdefault(way, 1.0 if way == said else SAID_OTHERWISE)


def _ways(said: Mapping[str, Mapping[str, float]]) -> Ideas:
    return {
        each: tuple(Way(stems, weight) for stems, weight in ways.items())
        for each, ways in said.items()
    }
