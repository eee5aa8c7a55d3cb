"""The synonyms and the names of states of a session, ready to be looked up; kept in memory."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from data import days, states, synonyms
from data.days import Day
from data.search.concepts import Way
from data.search.grammar import LANGUAGES
from data.search.places import places
from data.search.tokens import Places, phrase
from data.session import Session
from data.session import get as session_named
from data.synonyms import Synonym

SAID_OTHERWISE = 0.85


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of a question may mean in a session.

    ``ideas`` are, by language, stems of a phrase and the ways in which records say the same.
    ``longest`` is the number of words in the longest phrase.
    """

    session: Session | None
    days: tuple[Day, ...]
    places: Places
    ideas: Mapping[str, Mapping[str, tuple[Way, ...]]]
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
    ideas: dict[str, dict[str, tuple[Way, ...]]] = {language: {} for language in LANGUAGES}
    for synonym in synonyms.every(db, session):
        ways = tuple(dict.fromkeys(phrase(word) for word in synonym.words))
        for language, said in _said(synonym):
            known = ideas[language].get(said, ())
            ideas[language][said] = _joined(known, said, ways)
    phrases = [said for language in LANGUAGES for said in ideas[language]]
    return Lexicon(
        session_named(db, session),
        tuple(days.every(db, session)),
        places(states.every(db, session)),
        ideas,
        max((said.count(" ") + 1 for said in phrases), default=1),
    )


def _said(synonym: Synonym) -> Iterator[tuple[str, str]]:
    """Return all that people may say for a synonym: language and stems."""
    for language in LANGUAGES:
        told: Iterable[str] = getattr(synonym, language)
        yield from ((language, phrase(each, language)) for each in told)
    yield from (("en", phrase(word)) for word in synonym.words)


def _joined(known: tuple[Way, ...], said: str, ways: Iterable[str]) -> tuple[Way, ...]:
    more = (Way(way, 1.0 if way == said else SAID_OTHERWISE) for way in ways)
    return tuple(dict.fromkeys((*known, *more)))
