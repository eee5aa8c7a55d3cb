"""The synonyms and the names of states of a session, ready to be looked up; kept in memory."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
from data.synonyms import Synonym

SAID_OTHERWISE = 0.85


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of a question may mean in a session.

    ``ideas`` are, by language, stems of a phrase and the ways in which records say the same.
    ``begins`` are the first stems of those of several words, by language; ``longest`` is the
    number of words in the longest. ``words`` are all
    their words as they are spelt, bare, each with its language.
    """

    session: Session | None
    days: tuple[Day, ...]
    places: Places
    ideas: Mapping[str, Mapping[str, tuple[Way, ...]]]
    begins: Mapping[str, frozenset[str]]
    words: Mapping[str, str]
    longest: int


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
    known_states = places(states.every(db, session))
    ideas: dict[str, dict[str, tuple[Way, ...]]] = {language: {} for language in LANGUAGES}
    for synonym in (*synonyms.every(db, session), *_abbreviations(db, session)):
        stems = (phrase(word) for word in synonym.words)
        ways = [
            f"%{known_states.phrases[each]}" if each in known_states.phrases else each
            for each in stems
        ]
        for language, said in _said(synonym):
            ideas[language][said] = _joined(ideas[language].get(said, ()), said, ways)
    phrases = [said for language in LANGUAGES for said in ideas[language]]
    spelt = {
        word: language
        for synonym in synonyms.every(db, session)
        for language in reversed(LANGUAGES)
        for each in getattr(synonym, language)
        for word in WORD.findall(bare(each))
    }
    return Lexicon(
        session_named(db, session),
        tuple(days.every(db, session)),
        known_states,
        ideas,
        {
            language: frozenset(said.split()[0] for said in told if " " in said)
            for language, told in ideas.items()
        },
        spelt,
        max((said.count(" ") + 1 for said in phrases), default=1),
    )


def _abbreviations(db: Database, session: str) -> Iterator[Synonym]:
    """Return the glossary's abbreviations, each as the same as what it is short for."""
    for term in glossary.every(db, session):
        if len(names.of_term(term)) > 1:
            yield Synonym(id=term.id, words=names.of_term(term), en=names.of_term(term))


def _said(synonym: Synonym) -> Iterator[tuple[str, str]]:
    """Return all that people may say for a synonym: language and stems.

    A phrase counts with its stop words (*at large*), and without them where two words are left.
    """
    for language in LANGUAGES:
        told: tuple[str, ...] = getattr(synonym, language)
        for each in told:
            short, whole = phrase(each, language), whole_phrase(each, language)
            yield language, whole
            if " " in short:
                yield language, short


def _joined(known: tuple[Way, ...], said: str, ways: Iterable[str]) -> tuple[Way, ...]:
    more = (Way(way, 1.0 if way == said else SAID_OTHERWISE) for way in ways)
    return tuple(dict.fromkeys((*known, *more)))
