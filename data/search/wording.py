"""The words of a question as concepts: phrases of the synonyms first, then word by word."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from data.search import vocabulary
from data.search.concepts import Concept, Way
from data.search.grammar import LANGUAGES, grammar
from data.search.guesses import Guess, Guesses
from data.search.languages import asking
from data.search.light import HOLLOW, NAMING
from data.search.ordinary import elsewhere, ordinary
from data.search.reader import Reader, place
from data.search.stems import stem, variants
from data.search.tokens import phrase

GOES_ON = 0.5
CURRENCIES = frozenset({"euro", "pound", "dollar"})


class Wording:
    """The concepts of the words that are left, each with the place of its first word."""

    def __init__(
        self, reader: Reader, words: Sequence[str], used: frozenset[int], *, typing: bool
    ) -> None:
        """Read ``words``, but for those at the places ``used``, which make the question's form.

        ``typing`` says that the last word may be half of one, even where it is one.
        """
        self._typing = typing
        self._reader = reader
        self._words = words
        self._used = used
        self._languages = tuple(dict.fromkeys((reader.language, "en", *LANGUAGES)))
        stop = grammar(reader.language).stop | grammar("en").stop
        self._telling = [
            number for number, word in enumerate(words) if number not in used and word not in stop
        ]
        self._guesses = Guesses(reader, number=len(self._telling))
        reader.lexicon.look_up(words)

    def __iter__(self) -> Iterator[tuple[int, Concept]]:
        """Return the concepts with their places, in order."""
        start = 0
        while start < len(self._words):
            size, concept = self._at(start)
            if concept is not None:
                yield start, concept
            start += size

    def _at(self, start: int) -> tuple[int, Concept | None]:
        """Return the concept that begins at a word, and how many words it takes."""
        following = range(start, len(self._words))
        whole = list(takewhile(lambda each: each not in self._used, following))
        size, concept = self._phrase(whole, shortest=2)
        if concept is None and start in self._telling:
            telling = self._telling[self._telling.index(start) :]
            size, concept = self._phrase(telling, shortest=1)
            if concept is None:
                return 1, self._word(start)
        return max(size, 1), concept

    def _phrase(self, places: Sequence[int], shortest: int) -> tuple[int, Concept | None]:
        """Return the longest synonym or name of a state that begins at the first place."""
        if not places:
            return 0, None
        first = self._guesses.repaired(self._words[places[0]])
        longest = min(max(self._reader.lexicon.longest(first), 1), len(places))
        for size in range(longest, shortest - 1, -1):
            told = [self._words[each] for each in places[:size]]
            if size > 1:
                told = [self._guesses.repaired(word) for word in told]
            concept = self._named(told)
            if concept is not None:
                return places[size - 1] - places[0] + 1, concept
        return 0, None

    def _named(self, told: Sequence[str]) -> Concept | None:
        typed = " ".join(told)
        for first in variants(told[0]):
            named = " ".join(map(stem, (first, *told[1:])))
            state = self._reader.lexicon.places.phrases.get(named)
            if state:
                return place(typed, state)
        ways = self._ways(told)
        if ways and ways[-1].stems.startswith("%"):
            return place(typed, ways[-1].stems[1:])
        if not ways:
            return None
        if ways[-1].stems.isdecimal():
            year = tuple(Way(f"#{way.stems}") for way in ways if way.stems.isdecimal())
            return Concept(typed, year, "number", strict=True)
        if self._is_begun(told):
            ways = (*ways, *self._goes_on(told[-1]))
        soft = len(told) == 1 and (self._guesses.says_little(told[0]) or self._only_names(ways))
        return Concept(typed, ways, "idea", soft=soft)

    def _is_begun(self, told: Sequence[str]) -> bool:
        """Say whether a phrase is the last word, half of one, that is a word of no language."""
        last = len(told) == 1 and self._telling and told[0] == self._words[self._telling[-1]]
        return bool(last) and self._typing and told[0] not in ordinary() | elsewhere()

    def _only_names(self, ways: Sequence[Way]) -> bool:
        """Say whether a word of another language stands for one that says little, as *pays*."""
        typed, *others = ways
        names = bool(others) and all(way.stems in NAMING for way in others)
        return names and not vocabulary.known(self._reader.db, self._reader.session, typed.stems)

    def _ways(self, told: Sequence[str]) -> tuple[Way, ...]:
        """Return the ways of a phrase in the language of the question, else in any other."""
        if self._reader.lexicon.longest(told[0]) < len(told):
            return ()
        everyday = self._reader.language == "en" and told[0] in ordinary()
        for first in variants(told[0]):
            words = (first, *told[1:])
            for language in self._languages[:1] if everyday else self._languages:
                ways = self._reader.lexicon.ways(words, language)
                if ways:
                    return _with_typed(phrase(" ".join(words)), ways)
        return ()

    def _word(self, number: int) -> Concept | None:
        word, guesses = self._words[number], self._guesses
        told = (Way(stem(word)),)
        if guesses.says_little(word):
            return Concept(word, told, soft=True)
        last, strict = number == self._telling[-1], guesses.is_strict(word)
        if vocabulary.known(self._reader.db, self._reader.session, told[0].stems):
            ways = (*told, *self._goes_on(word)) if last and self._typing else told
            strict = strict or told[0].stems in CURRENCIES
            return Concept(word, ways, strict=strict, light=guesses.is_light(word))
        if guesses.is_light(word):
            return Concept(word, told, light=True)
        asked_for = vocabulary.asked_for(self._reader.db, self._reader.session, told[0].stems)
        if asked_for and word not in elsewhere():
            ways = (*told, *self._goes_on(word)) if last and self._typing else told
            return Concept(word, ways, strict=strict)
        if last and self._typing and guesses.is_barely_begun(word):
            return Concept(word, told, soft=True)
        return self._unknown(number)

    def _unknown(self, number: int) -> Concept | None:
        """Return the concept of a word that stands nowhere: half of one, misspelt, or strict."""
        word, guesses = self._words[number], self._guesses
        told, last = (Way(stem(word)),), number == self._telling[-1]
        begun = guesses.begun(word, last=last)
        if asking(word) and not begun:
            return Concept(word, told, soft=True)
        meant = self._meant(word, begun) or self._meant(word, guesses.misspelt(word))
        if meant is None and guesses.is_slip(word):
            return None
        return meant or Concept(word, told, "unknown", strict=True)

    def _goes_on(self, word: str) -> tuple[Way, ...]:
        """Return what a word may become when it is typed to its end."""
        begun = vocabulary.begun(self._reader.db, self._reader.session, word)
        return tuple(Way(each, GOES_ON) for each in map(stem, begun) if each != stem(word))

    def _meant(self, word: str, meant: Sequence[Guess]) -> Concept | None:
        """Return the concept of a word that may stand for one of others, with their likeness."""
        if not meant:
            return None
        if all(self._guesses.is_passed_over(each) for each, _ in meant):
            return Concept(word, (Way(stem(meant[0][0])),), soft=True)
        self._reader.lexicon.look_up(each for each, _ in meant)
        ways: dict[str, float] = {}
        for each, likeness in meant:
            state = self._reader.lexicon.places.phrases.get(stem(each))
            named = (Way(f"%{state}"),) if state else self._ways([each])
            for way in named or (Way(stem(each)),):
                ways.setdefault(way.stems, likeness * way.weight)
        told = tuple(Way(stems, weight) for stems, weight in ways.items())
        is_place = all(way.stems.startswith("%") for way in told)
        return Concept(word, told, "place" if is_place else "word", strict=is_place)


def _with_typed(typed: str, ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """Return ways with what was typed as the first, but for verbs that texts use for anything."""
    others = tuple(way for way in ways if way.stems != typed)
    hollow = typed in HOLLOW and len(others) == len(ways)
    return others if hollow else (Way(typed), *others)
