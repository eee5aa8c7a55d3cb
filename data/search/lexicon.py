"""What the words of a question may mean in a session: its synonyms and the names of its states.

Synonyms are read from the store, where ``entries`` writes them: those that questions need.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from data import days, states
from data.days import Day
from data.search import vocabulary
from data.search.concepts import Way
from data.search.grammar import LANGUAGES
from data.search.places import places
from data.search.stems import stem, variants
from data.search.tokens import LONGEST_PHRASE, Places
from data.session import Session
from data.session import get as session_named

SAID_OTHERWISE = 0.7
BETWEEN = "\n"  # stands between the ways of an idea
MOST = 500  # words that are kept in memory, with the phrases that begin with one


@dataclass(frozen=True, slots=True)
class Known:
    """What was read of the words of questions, kept for the next ones.

    ``ways`` are by language and stems of a phrase, ``longest`` by language and its first stem;
    ``sizes`` are the same by the first word. ``spelt`` are words of synonyms with their languages.
    """

    words: set[str] = field(default_factory=set)
    ways: dict[tuple[str, str], str] = field(default_factory=dict)
    longest: dict[tuple[str, str], int] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    spelt: dict[str, str] = field(default_factory=dict)

    def forget(self) -> None:
        """Let all be read anew."""
        for kept in (self.words, self.ways, self.longest, self.sizes, self.spelt):
            kept.clear()


class Lexicon(NamedTuple):
    """What words may mean in a session; ``identity`` is its id."""

    db: Database
    identity: str
    session: Session | None
    days: tuple[Day, ...]
    places: Places
    known: Known

    def look_up(self, words: Iterable[str]) -> None:
        """Read at once what some bare words, and all phrases that begin with them, may mean."""
        new = set(words) - self.known.words
        if new:
            self.known.words.update(new)
            self._read_phrases(new)
            self._read_spelling(new)

    def _read_phrases(self, words: Collection[str]) -> None:
        begun = {each for word in words for each in variants(word)}
        stems = {stem(each, language) for each in begun for language in LANGUAGES}
        found = self.db.execute(
            "select first, language, said, ways from search_ideas where session = ?"  # noqa: S608 - our own marks
            f" and first in ({', '.join('?' * len(stems))})",
            [self.identity, *stems],
        )
        for first, language, said, ways in found:
            self.known.ways[language, said] = ways
            size, longest = said.count(" ") + 1, self.known.longest.get((language, first), 0)
            self.known.longest[language, first] = max(size, longest)

    def _read_spelling(self, words: Collection[str]) -> None:
        found = self.db.execute(
            "select word, language from search_spelt where session = ?"  # noqa: S608 - our own marks
            f" and word in ({', '.join('?' * len(words))})",
            [self.identity, *words],
        )
        self.known.spelt.update(found.fetchall())

    def longest(self, word: str) -> int:
        """Return how many words a phrase or a long name may have that begins with a word; or 0."""
        sizes = self.known.sizes
        if word not in sizes:
            self.look_up([word])
            sizes[word] = max(self._sizes(word))
        return sizes[word]

    def _sizes(self, word: str) -> Iterator[int]:
        yield 0
        for each in variants(word):
            if stem(each) in self.places.begins:
                yield LONGEST_PHRASE
            for language in LANGUAGES:
                yield self.known.longest.get((language, stem(each, language)), 0)

    def ways(self, words: Sequence[str], language: str) -> tuple[Way, ...]:
        """Return how records say what a phrase of a language means; nothing if it is unknown."""
        if words[0] not in self.known.words:
            self.look_up(words[:1])
        if self.known.longest.get((language, stem(words[0], language)), 0) < len(words):
            return ()
        said = " ".join([stem(word, language) for word in words])
        found = self.known.ways.get((language, said))
        if found is None:
            return ()
        ways = found.split(BETWEEN)
        return tuple([Way(each, 1.0 if each == said else SAID_OTHERWISE) for each in ways])

    def languages(self, words: Iterable[str]) -> Mapping[str, str]:
        """Return words of synonyms with their languages, among them those of some bare words."""
        self.look_up(words)
        return self.known.spelt

    def has(self, word: str, language: str) -> bool:
        """Say whether a bare word stands in a synonym, or its stem in one of a language."""
        if word in self.languages([word]):
            return True
        stems = [stem(each, language) for each in variants(word)]
        found = self.db.execute(
            "select 1 from search_spoken where session = ? and language = ? and stem in (?, ?)",
            [self.identity, language, stems[0], stems[-1]],
        )
        return found.fetchone() is not None

    def alike(self, word: str, language: str, errors: int) -> list[tuple[str, float]]:
        """Return the words of a language's synonyms that are most like a bare word."""
        sizes = range(len(word) - errors, len(word) + errors + 1)
        like = (
            "select word from search_spelt where session = ? and language = ?"  # noqa: S608 - our own marks
            f" and size in ({', '.join('?' * len(sizes))}) and word >= ? and word < ?"
        )
        first, swapped = vocabulary.plausible(word)
        (found,) = self.db.execute(
            f"select group_concat(word, ' ') from ({like} union {like})",  # noqa: S608
            [
                *(self.identity, language, *sizes, first, f"{first}\U0010ffff"),
                *(self.identity, language, *sizes, swapped, f"{swapped}\U0010ffff"),
            ],
        ).fetchone()
        return vocabulary.alike(word, found.split(), errors) if found else []


Kept = tuple[Session | None, tuple[Day, ...], Places, Known]
_kept: WeakKeyDictionary[Database, dict[str, tuple[object, Kept]]] = WeakKeyDictionary()


def lexicon(db: Database, session: str) -> Lexicon:
    """Return the lexicon of a session; what is kept of it, until states or synonyms change."""
    found = db.execute(
        "select (select number || ' ' || worded from search_revisions where session = :session),"
        " (select group_concat(number || date) from days where session = :session)",
        {"session": session},
    ).fetchone()
    kept = _kept.setdefault(db, {})
    if session not in kept or kept[session][0] != found:
        kept[session] = (found, _read(db, session))
    made = Lexicon(db, session, *kept[session][1])
    if len(made.known.words) > MOST:
        made.known.forget()
    return made


def _read(db: Database, session: str) -> Kept:
    told, known = session_named(db, session), places(states.every(db, session))
    return told, tuple(days.every(db, session)), known, Known()
