"""Reading a question: its language, its form, and what it asks about."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from data.search import dated, vocabulary
from data.search.bare import bare, is_arabic
from data.search.concepts import Concept, Way
from data.search.dated import Dated
from data.search.grammar import LANGUAGES, Grammar, grammar
from data.search.languages import ASKING, asking, forms_of, language_of, provision
from data.search.light import HOLLOW, lightened
from data.search.lexicon import Lexicon, lexicon
from data.search.numbers import numbers
from data.search.ordinary import elsewhere, ordinary
from data.search.question import Question
from data.search.references import references
from data.search.stems import stem, variants
from data.search.tokens import LONGEST_PHRASE, WORD, phrase

LONGEST_TEXT = 400
MOST_WORDS = 32
MOST_REPAIRED = 6
BEGUN = 0.8
SHORTEST_FOREIGN = 6
SHORTEST_SOFT = 6
LONGEST_SLIP = 3
# Words that say little in a question about something else, and are what is meant where they are all.
NAMING = frozenset(
    "session assembl asp icc court state parti member outcom decis result day".split()
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
_OTHER = re.compile(
    r"(?<!\w)(?:asp|aep|session|sesion)[\s-]?(?P<number>\d{1,2})(?!\w)"
    r"|(?<!\w)(?P<ordinal>\d{1,2})(?:st|nd|rd|th|e|eme|a)\s+(?:annual\s+)?(?:session|asp|assembly|sesion)(?!\w)"
    rf"|(?<!\w)(?P<spelt>{'|'.join(_ORDINALS)})\s+(?:session|asp|assembly|sesion|periodo)(?!\w)"
    r"|(?:ال)?دوره (?P<arabic>الثالثه عشره|الحاديه عشره|الثانيه عشره)"
)
_QUEST_CE = re.compile(r"(?<!\w)qu.?est[ -]ce qu(?:e|i)?(?!\w)", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(r"(?<!\w)[a-z]{3,11}(?=[.\s]*\d)")
_US = re.compile(
    r"(?:^|\bthe\s+)us\b(?!\s+(?:know|see|have|all|about|the|what|how))", re.IGNORECASE
)


@dataclass(slots=True)
class _Reader:
    """What is known while a question is read; ``text`` has blanks where something was taken."""

    db: Database
    session: str
    lexicon: Lexicon
    whole: str
    text: str
    concepts: list[tuple[int, Concept]]

    def take(self, start: int, end: int, concept: Concept | None) -> None:
        if concept is not None:
            self.concepts.append((start, concept))
        self.text = f"{self.text[:start]}{' ' * (end - start)}{self.text[end:]}"


def read(db: Database, session: str, asked: str) -> Question:
    """Return what ``asked`` asks about; any text can be read, however long and in any script."""
    whole = asked[:LONGEST_TEXT]
    told = _provisions_repaired(bare(_QUEST_CE.sub("questce que", whole)))
    told = _asking_repaired(db, session, told)
    every = WORD.findall(told)[:MOST_WORDS]
    known = lexicon(db, session)
    language = language_of(every, known.languages)
    reader = _Reader(db, session, known, whole, told, [])
    forms, _ = forms_of(every, language)
    before = reader.text
    other = _take_session(reader) or _take_next(reader, language)
    own = reader.text != before and other is None
    _take_references(reader)
    dates = _take_dates(reader)
    _take_numbers(reader, language)
    _take_words(reader, whole, language)
    concepts = lightened(
        [concept for _, concept in sorted(reader.concepts, key=lambda each: each[0])]
    )
    vague = all(concept.soft for concept in concepts)
    if vague:
        concepts = [replace(each, soft=each.ways[0].stems not in NAMING) for each in concepts]
    return Question(
        whole,
        language,
        tuple(every),
        forms,
        tuple(dict.fromkeys(concepts)),
        dates,
        other,
        vague,
        own,
    )


def _provisions_repaired(text: str) -> str:
    """Put right a misspelt *article* or *rule* before a number, by which alone it is known."""
    return _BEFORE_NUMBER.sub(lambda match: provision(match[0]) or match[0], text)


def _asking_repaired(db: Database, session: str, text: str) -> str:
    """Put right a misspelt *where* or *which* at the beginning, which says what is asked for."""
    first = WORD.search(text)
    meant = asking(first[0]) if first else None
    if first is None or meant is None or first[0] in ASKING:
        return text
    known = first[0] in ordinary() or vocabulary.known(db, session, stem(first[0]))
    return text if known else f"{text[: first.start()]}{meant}{text[first.end() :]}"


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


def _take_next(reader: _Reader, language: str) -> int | None:
    """Take *next session* and *previous assembly*, which are other sessions too."""
    own = reader.lexicon.session.number if reader.lexicon.session else 0
    found = list(WORD.finditer(reader.text))
    for first, second in itertools.pairwise(found):
        for spoken in dict.fromkeys((language, "en")):
            told = grammar(spoken)
            step = _step(told, first[0], second[0])
            if step and own:
                name = "next" if step > 0 else "previous"
                ways = (Way(f"asp {own + step}"), Way(f"{stem(name)} session"))
                concept = Concept(f"{first[0]} {second[0]}", ways, "session", strict=True)
                reader.take(first.start(), second.end(), concept)
                return own + step
    return None


def _step(told: Grammar, first: str, second: str) -> int:
    """Return 1 for the session after this one, -1 for the one before, 0 for anything else."""
    said = first if second in told.assembly else ""
    if told.language != "en" and first in told.assembly:
        said = second
    return 1 if said in told.next else -1 if said in told.previous else 0


def _session_number(match: re.Match[str]) -> int | None:
    digits = match["number"] or match["ordinal"]
    if digits:
        return int(digits)
    return _ORDINALS.get(match["spelt"] or "") or _ARABIC_ORDINALS.get(match["arabic"] or "")


def _take_references(reader: _Reader) -> None:
    for place, found in enumerate(references(reader.text)):
        typed = reader.text[found.start : found.end]
        first = place == 0  # of several any one will do
        concept = Concept(typed, (Way(found.tokens[0]),), "reference", soft=not first, strict=first)
        reader.take(found.start, found.end, concept)


def _take_dates(reader: _Reader) -> tuple[Dated, ...]:
    dates = tuple(dated.mentioned(reader.text, reader.lexicon.days))
    for found in dates:
        ways = tuple(Way(name) for name in found.tokens)
        typed = reader.text[found.start : found.end]
        reader.take(found.start, found.end, Concept(typed, ways, "date", strict=True))
    return dates


def _take_numbers(reader: _Reader, language: str) -> None:
    session = reader.lexicon.session
    for found in numbers(reader.text, language):
        typed = reader.text[found.start : found.end].strip()
        ways = tuple(Way(name) for name in found.tokens[:1])
        if found.spelt:
            if found.tokens[0] != "#1":
                reader.take(found.start, found.end, Concept(typed, ways, "number", soft=True))
        else:
            own = session is not None and found.tokens[0] == f"#{session.start.year}"
            concept = Concept(typed, ways, "number", soft=own, strict=not own)
            reader.take(found.start, found.end, concept)


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
    for place, concept in _Words(reader, words, used, language):
        reader.concepts.append((found[place].start(), concept))


def _place(typed: str, state: str) -> Concept:
    return Concept(typed, (Way(f"%{state}"),), "place", strict=True)


class _Words:
    """The concepts of the words that are left, with the place of the first word of each."""

    def __init__(
        self, reader: _Reader, words: Sequence[str], used: frozenset[int], language: str
    ) -> None:
        self.reader = reader
        self.words = words
        self.language = language
        self.languages = tuple(dict.fromkeys((language, "en", *LANGUAGES)))
        self.stop = grammar(language).stop | grammar("en").stop
        self.used = used
        self.told = [
            place for place, word in enumerate(words) if place not in used and word not in self.stop
        ]
        self.repaired: dict[str, list[tuple[str, float]]] = {}

    def __iter__(self) -> Iterator[tuple[int, Concept]]:
        start = 0
        while start < len(self.words):
            size, concept = self._at(start)
            if concept is not None:
                yield start, concept
            start += size

    def _at(self, start: int) -> tuple[int, Concept | None]:
        """Return the concept that begins at a word, and how many words it takes."""
        free = itertools.takewhile(
            lambda each: each not in self.used, range(start, len(self.words))
        )
        size, concept = self._phrase(list(free), shortest=2)
        if concept is None and start in self.told:
            size, concept = self._phrase(self.told[self.told.index(start) :], shortest=1)
        if concept is None and start in self.told:
            return 1, self._word(start)
        return max(size, 1), concept

    def _phrase(self, places: Sequence[int], shortest: int) -> tuple[int, Concept | None]:
        """Return the longest synonym or name of a state that begins at the first place."""
        if not places:
            return 0, None
        longest = min(max(self.reader.lexicon.longest, LONGEST_PHRASE), len(places))
        first = self._repaired(self.words[places[0]])
        if not self._begins(first):
            longest = min(longest, 1)
        for size in range(longest, shortest - 1, -1):
            told = [self.words[place] for place in places[:size]]
            if size > 1:
                told = [self._repaired(word) for word in told]
            concept = self._named(told)
            if concept is not None:
                return places[size - 1] - places[0] + 1, concept
        return 0, None

    def _begins(self, word: str) -> bool:
        lexicon = self.reader.lexicon
        return any(
            stem(each, language) in lexicon.begins[language]
            for each in variants(word)
            for language in LANGUAGES
        ) or any(stem(each) in lexicon.places.begins for each in variants(word))

    def _named(self, told: Sequence[str]) -> Concept | None:
        typed = " ".join(told)
        for first in variants(told[0]):
            state = self.reader.lexicon.places.phrases.get(" ".join(map(stem, (first, *told[1:]))))
            if state:
                return _place(typed, state)
        ways = self._ideas(told)
        if ways and ways[-1].stems.startswith("%"):
            return _place(typed, ways[-1].stems[1:])
        if ways:
            soft = len(told) == 1 and (self._soft(told[0]) or self._says_little(ways))
            return Concept(typed, ways, "idea", soft=soft)
        return None

    def _ideas(self, told: Sequence[str]) -> tuple[Way, ...]:
        """Return the ways of a phrase in the language of the question, else in any other."""
        ideas = self.reader.lexicon.ideas
        for first in variants(told[0]):
            words = (first, *told[1:])
            for language in self._languages_of(words):
                ways = ideas[language].get(" ".join(stem(word, language) for word in words))
                if ways:
                    typed = phrase(" ".join(words))
                    others = tuple(way for way in ways if way.stems != typed)
                    hollow = typed in HOLLOW and len(others) == len(ways)
                    return others if hollow else (Way(typed), *others)
        return ()

    def _languages_of(self, words: Sequence[str]) -> Sequence[str]:
        """Return the languages in which to look words up: an everyday word is of its own."""
        foreign = self.language != "en" or words[0] not in ordinary()
        return self.languages if foreign else self.languages[:1]

    def _says_little(self, ways: Sequence[Way]) -> bool:
        """Say whether a word of another language only stands for a word that says little."""
        return any(way.stems in NAMING for way in ways[1:])

    def _soft(self, word: str) -> bool:
        return any(
            each in grammar(language).soft
            or (is_arabic(each) and stem(each) in grammar(language).soft_stems)
            for language in (self.language, "en")
            for each in variants(word)
        )

    def _word(self, place: int) -> Concept | None:
        word = self.words[place]
        told = stem(word)
        if self._soft(word):
            return Concept(word, (Way(told),), soft=True)
        if vocabulary.known(self.reader.db, self.reader.session, told):
            return Concept(word, (Way(told),))
        if asking(word):
            return Concept(word, (Way(told),), soft=True)
        begun = self._begun(word, last=place == self.told[-1])
        meant = begun or self._meant(word, self._misspelt(word))
        if meant is None and self._is_slip(word):
            return None
        return meant or _unknown(word)

    def _is_slip(self, word: str) -> bool:
        """Say whether a short word is only a slip; capitals are an abbreviation that is meant."""
        if len(word) > LONGEST_SLIP or is_arabic(word) or word.upper() in self.reader.whole:
            return False
        return not self._is_known(word)

    def _begun(self, word: str, *, last: bool) -> Concept | None:
        if word in elsewhere() or (word in ordinary() and not (last and len(self.told) > 1)):
            return None
        if self.language != "en" and len(word) < SHORTEST_FOREIGN:
            return None
        begun = vocabulary.begun(self.reader.db, self.reader.session, word)
        return self._meant(word, [(each, BEGUN) for each in begun])

    def _meant(self, word: str, meant: Sequence[tuple[str, float]]) -> Concept | None:
        """Return the concept of a word that may stand for one of others, with their likeness."""
        if meant and all(self._soft(each) or each in self.stop for each, _ in meant):
            return Concept(word, (Way(stem(meant[0][0])),), soft=True)
        places = self.reader.lexicon.places.phrases
        ways: dict[str, float] = {}
        for each, likeness in meant:
            state = places.get(stem(each))
            named = (Way(f"%{state}"),) if state else ()
            for way in named or self._ideas([each]) or (Way(stem(each)),):
                ways.setdefault(way.stems, likeness * way.weight)
        if not ways:
            return None
        are_places = all(way.startswith("%") for way in ways)
        return Concept(
            word,
            tuple(Way(each, weight) for each, weight in ways.items()),
            "place" if are_places else "word",
            strict=are_places,
        )

    def _misspelt(self, word: str) -> list[tuple[str, float]]:
        """Return what a word may be a misspelling of, with the likeness; kept for the next time."""
        if word not in self.repaired:
            self.repaired[word] = []
            shortest = vocabulary.SHORTEST_MISSPELT if self.language == "en" else SHORTEST_FOREIGN
            if (
                len(self.repaired) <= MOST_REPAIRED
                and len(word) >= shortest
                and not self._is_known(word)
            ):
                self.repaired[word] = self._alike(word)
        return self.repaired[word]

    def _alike(self, word: str) -> list[tuple[str, float]]:
        errors = vocabulary.errors_in(word, foreign=self.language != "en")
        own = vocabulary.alike(word, self.reader.lexicon.spelt[self.language], errors)
        if self.language != "en" and own:
            return own
        found = vocabulary.misspelt(self.reader.db, self.reader.session, word, errors)
        alike = [(each, like) for each, _, like in found] or own
        return alike or (self._alike_soft(word, errors) if len(word) >= SHORTEST_SOFT else [])

    def _alike_soft(self, word: str, errors: int) -> list[tuple[str, float]]:
        """Return words without a subject that a word may be meant to be, such as *goverment*."""
        return vocabulary.alike(word, grammar(self.language).passed_over, errors)

    def _is_known(self, word: str) -> bool:
        if word in elsewhere() or word in ordinary() or word in self.reader.lexicon.languages:
            return True
        stems = self.reader.lexicon.stems[self.language]
        if any(stem(each, self.language) in stems for each in variants(word)):
            return True
        if any(word in grammar(language).stop or self._soft(word) for language in self.languages):
            return True
        return vocabulary.known(self.reader.db, self.reader.session, stem(word))

    def _repaired(self, word: str) -> str:
        if len(self.told) < 2 or vocabulary.begun(self.reader.db, self.reader.session, word):
            return word
        meant = self._misspelt(word)
        return meant[0][0] if meant else word


def _unknown(word: str) -> Concept:
    return Concept(word, (Way(stem(word)),), "unknown", strict=True)
