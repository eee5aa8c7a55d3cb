"""Reading a question: its language, its form, and what it asks about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from data.search import dated, vocabulary
from data.search.bare import bare
from data.search.concepts import Concept, Way
from data.search.dated import Dated
from data.search.grammar import LANGUAGES, grammar
from data.search.languages import asking, forms_of, language_of
from data.search.lexicon import Lexicon, lexicon
from data.search.numbers import numbers
from data.search.ordinary import elsewhere, ordinary
from data.search.question import Question
from data.search.references import references
from data.search.stems import stem
from data.search.tokens import WORD

LONGEST_TEXT = 400
MOST_WORDS = 32
MOST_REPAIRED = 6
BEGUN = 0.8
_OTHER = re.compile(
    r"(?<!\w)(?:asp|aep|session|sesion)[\s-]?(?P<number>\d{1,2})(?!\w)"
    r"|(?<!\w)(?P<ordinal>\d{1,2})(?:st|nd|rd|th|e|eme|a)\s+(?:annual\s+)?(?:session|asp|assembly|sesion)(?!\w)"
    r"|(?<!\w)(?P<spelt>[a-z]+|الثالثه عشره|الحاديه عشره|الثانيه عشره)\s+(?:session|asp|assembly|sesion|periodo)(?!\w)"
    r"|(?:ال)?دوره (?P<arabic>الثالثه عشره|الحاديه عشره|الثانيه عشره)"
)
_ORDINALS = {
    name: number
    for number, names in {
        1: "first premiere primera primer",
        7: "seventh septieme septima",
        8: "eighth huitieme octava",
        9: "ninth neuvieme novena",
        10: "tenth dixieme decima",
        11: "eleventh onzieme undecima undecimo",
        12: "twelfth douzieme duodecima duodecimo",
        13: "thirteenth treizieme decimotercera decimotercer decimotercero",
        14: "fourteenth quatorzieme decimocuarta decimocuarto",
        15: "fifteenth quinzieme decimoquinta decimoquinto",
        16: "sixteenth seizieme decimosexta decimosexto",
        20: "twentieth vingtieme vigesima vigesimo",
    }.items()
    for name in names.split()
}
_ARABIC_ORDINALS = {"الحاديه عشره": 11, "الثانيه عشره": 12, "الثالثه عشره": 13}
_US = re.compile(
    r"(?:^|\bthe\s+)us\b(?!\s+(?:know|see|have|all|about|the|what|how))", re.IGNORECASE
)


@dataclass(slots=True)
class _Reader:
    """What is known while a question is read; ``text`` has blanks where something was taken."""

    db: Database
    session: str
    lexicon: Lexicon
    text: str
    concepts: list[tuple[int, Concept]]

    def take(self, start: int, end: int, concept: Concept | None) -> None:
        if concept is not None:
            self.concepts.append((start, concept))
        self.text = f"{self.text[:start]}{' ' * (end - start)}{self.text[end:]}"


def read(db: Database, session: str, asked: str) -> Question:
    """Return what ``asked`` asks about; any text can be read, however long and in any script."""
    whole = asked[:LONGEST_TEXT]
    told = bare(whole)
    every = WORD.findall(told)[:MOST_WORDS]
    language = language_of(every)
    reader = _Reader(db, session, lexicon(db, session), told, [])
    forms, _ = forms_of(every, language)
    other = _take_session(reader)
    _take_references(reader)
    dates = _take_dates(reader)
    _take_numbers(reader, language)
    _take_words(reader, whole, language)
    concepts = [concept for _, concept in sorted(reader.concepts, key=lambda each: each[0])]
    return Question(
        whole, language, tuple(every), forms, tuple(dict.fromkeys(concepts)), dates, other
    )


def _take_session(reader: _Reader) -> int | None:
    """Take the number of a session: the one that is read says nothing, another one everything."""
    own = reader.lexicon.session.number if reader.lexicon.session else 0
    other = None
    for match in _OTHER.finditer(reader.text):
        number = _session_number(match)
        if number is None:
            continue
        concept = None
        if number != own:
            other = number
            concept = Concept(match[0], (Way(f"asp {number}"),), "session", strict=True)
        reader.take(match.start(), match.end(), concept)
    return other


def _session_number(match: re.Match[str]) -> int | None:
    digits = match["number"] or match["ordinal"]
    if digits:
        return int(digits)
    return _ORDINALS.get(match["spelt"] or "") or _ARABIC_ORDINALS.get(match["arabic"] or "")


def _take_references(reader: _Reader) -> None:
    for found in references(reader.text):
        concept = Concept(
            reader.text[found.start : found.end], (Way(found.tokens[0]),), "reference", strict=True
        )
        reader.take(found.start, found.end, concept)


def _take_dates(reader: _Reader) -> tuple[Dated, ...]:
    dates = tuple(dated.mentioned(reader.text, reader.lexicon.days))
    for found in dates:
        ways = tuple(Way(name) for name in found.tokens)
        typed = reader.text[found.start : found.end]
        reader.take(found.start, found.end, Concept(typed, ways, "date", strict=True))
    return dates


def _take_numbers(reader: _Reader, language: str) -> None:
    for found in numbers(reader.text, language):
        typed = reader.text[found.start : found.end].strip()
        ways = tuple(Way(name) for name in found.tokens[:1])
        if found.spelt:
            if found.tokens[0] != "#1":
                reader.take(found.start, found.end, Concept(typed, ways, "number", soft=True))
        else:
            reader.take(found.start, found.end, Concept(typed, ways, "number", strict=True))


def _take_words(reader: _Reader, whole: str, language: str) -> None:
    for name, state in reader.lexicon.places.exact.items():
        if re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", whole):
            match = re.search(rf"(?<!\w){re.escape(bare(name))}(?!\w)", reader.text)
            if match:
                reader.take(match.start(), match.end(), _place(match[0], state))
    lowered = _US.search(reader.text) if "us" in map(bare, reader.lexicon.places.exact) else None
    if lowered and language == "en":
        reader.take(lowered.start(), lowered.end(), _place("us", reader.lexicon.places.exact["US"]))
    found = list(WORD.finditer(reader.text))[:MOST_WORDS]
    words = [match[0] for match in found]
    _, used = forms_of(words, language)
    places = [place for place in range(len(words)) if place not in used]
    for place, concept in _Words(reader, words, places, language):
        reader.concepts.append((found[place].start(), concept))


def _place(typed: str, state: str) -> Concept:
    return Concept(typed, (Way(f"%{state}"),), "place", strict=True)


class _Words:
    """The concepts of the words that are left, with the place of the first word of each."""

    def __init__(
        self, reader: _Reader, words: Sequence[str], places: Sequence[int], language: str
    ) -> None:
        self.reader = reader
        self.words = words
        self.language = language
        stop = grammar(language).stop | (grammar("en").stop if language != "ar" else frozenset())
        self.places = [place for place in places if words[place] not in stop]
        self.repaired = 0

    def __iter__(self) -> Iterator[tuple[int, Concept]]:
        start = 0
        while start < len(self.places):
            size, concept = self._phrase(start) or (1, self._word(start))
            if concept is not None:
                yield self.places[start], concept
            start += size

    def _phrase(self, start: int) -> tuple[int, Concept] | None:
        """Return the longest synonym or name of a state from ``start`` on."""
        lexicon = self.reader.lexicon
        longest = min(max(lexicon.longest, 6), len(self.places) - start)
        for size in range(longest, 0, -1):
            told = [self.words[place] for place in self.places[start : start + size]]
            state = lexicon.places.phrases.get(" ".join(map(stem, told)))
            if state:
                return size, _place(" ".join(told), state)
            ways = self._ideas(told)
            if ways:
                soft = size == 1 and self._soft(told[0])
                return size, Concept(" ".join(told), ways, "idea", soft=soft)
        return None

    def _ideas(self, told: Sequence[str]) -> tuple[Way, ...]:
        """Return the ways of a phrase in the language of the question, else in any other."""
        ideas = self.reader.lexicon.ideas
        typed = " ".join(map(stem, told))
        for language in dict.fromkeys((self.language, "en", *LANGUAGES)):
            ways = ideas[language].get(" ".join(stem(word, language) for word in told))
            if ways:
                return (Way(typed), *(way for way in ways if way.stems != typed))
        return ()

    def _soft(self, word: str) -> bool:
        return word in grammar(self.language).soft or word in grammar("en").soft

    def _word(self, start: int) -> Concept | None:
        word = self.words[self.places[start]]
        db, session = self.reader.db, self.reader.session
        told = stem(word)
        if self._soft(word):
            return Concept(word, (Way(told),), soft=True)
        if vocabulary.known(db, session, told):
            return Concept(word, (Way(told),))
        last = start == len(self.places) - 1
        return self._begun(word, last=last) or self._misspelt(word) or _unknown(word)

    def _begun(self, word: str, *, last: bool) -> Concept | None:
        if word in elsewhere() or (word in ordinary() and not (last and len(self.places) > 1)):
            return None
        begun = vocabulary.begun(self.reader.db, self.reader.session, word)
        if not begun:
            return None
        return Concept(word, tuple(Way(each, BEGUN) for each in begun))

    def _misspelt(self, word: str) -> Concept | None:
        if word in elsewhere() or word in ordinary() or self.repaired >= MOST_REPAIRED:
            return None
        self.repaired += 1
        if asking(word):
            return Concept(word, (Way(stem(word)),), soft=True)
        alike = vocabulary.misspelt(self.reader.db, self.reader.session, word)
        places = self.reader.lexicon.places.phrases
        ways: dict[str, float] = {}
        for each, told, likeness in alike:
            state = places.get(told)
            for way in self._ideas([each]) or (Way(told),):
                ways.setdefault(f"%{state}" if state else way.stems, likeness * way.weight)
        if not ways:
            return None
        return Concept(word, tuple(Way(each, weight) for each, weight in ways.items()))


def _unknown(word: str) -> Concept:
    return Concept(word, (Way(stem(word)),), "unknown", strict=True)
