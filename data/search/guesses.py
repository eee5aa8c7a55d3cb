"""What words may be meant that are not in the index: half words, misspelt ones."""

from data.search import dictionary, vocabulary
from data.search.bare import is_arabic
from data.search.grammar import LANGUAGES, grammar
from data.search.ordinary import elsewhere, is_ordinary, ordinary
from data.search.reader import Reader
from data.search.stems import stem, variants

Guess = tuple[str, float]

BEGUN = 0.8
MOST_REPAIRED = 6
SHORTEST_FOREIGN = 6
SHORTEST_PASSED_OVER = 6
LONGEST_SLIP, LONGEST_ABBREVIATION = 3, 5
# How like a word is that has two other letters: too little for one that says nothing by itself.
TWO_OFF = 0.7


class Guesses:
    """Guesses at the words of one question; at most ``MOST_REPAIRED`` are taken for misspelt."""

    def __init__(self, reader: Reader, *, number: int) -> None:
        """Guess at words of ``reader``; ``number`` is how many of them say something."""
        self._reader = reader
        self._number = number
        self._foreign = reader.language != "en"
        self._misspelt: dict[str, list[Guess]] = {}
        self._repaired: dict[str, str] = {}

    def says_little(self, word: str) -> bool:
        """Say whether a word is one that is not missed where a record lacks it."""
        return any(
            each in grammar(language).soft
            or (is_arabic(each) and stem(each) in grammar(language).soft_stems)
            for language in dict.fromkeys((self._reader.language, "en"))
            for each in variants(word)
        )

    def is_light(self, word: str) -> bool:
        """Say whether a word is one that says something in any matter."""
        return any(
            stem(each, language) in grammar(language).light
            for language in dict.fromkeys((self._reader.language, "en"))
            for each in variants(word)
        )

    def is_strict(self, word: str) -> bool:
        """Say whether a word is one without which no record answers."""
        return any(
            stem(each, language) in grammar(language).strict
            for language in dict.fromkeys((self._reader.language, "en"))
            for each in variants(word)
        )

    def is_passed_over(self, word: str) -> bool:
        """Say whether a word has no subject of its own."""
        return word in grammar(self._reader.language).passed_over or word in grammar("en").stop

    def is_known(self, word: str) -> bool:
        """Say whether a word is one, in some language, so that it is no misspelling."""
        if word in elsewhere() or is_ordinary(word):
            return True
        if self.says_little(word) or any(word in grammar(each).stop for each in LANGUAGES):
            return True
        if self._reader.lexicon.has(word, self._reader.language):
            return True
        return vocabulary.known(self._reader.db, self._reader.session, stem(word))

    def is_right(self, word: str) -> bool:
        """Say whether a word is spelt right, whether or not records say anything with it."""
        reader = self._reader
        return (
            self.is_known(word)
            or dictionary.has(reader.db, word, reader.language)
            or vocabulary.asked_for(reader.db, reader.session, stem(word), answered=False)
        )

    def is_abbreviation(self, word: str) -> bool:
        """Say whether a word stands in capitals in a text that has others."""
        whole = self._reader.whole
        capital = word.upper()
        return len(word) <= LONGEST_ABBREVIATION and capital in whole and whole != whole.upper()

    def is_slip(self, word: str) -> bool:
        """Say whether a short word is only a slip; capitals are an abbreviation that is meant."""
        if len(word) > LONGEST_SLIP or is_arabic(word) or word.upper() in self._reader.whole:
            return False
        return not self.is_right(word)

    def is_barely_begun(self, word: str) -> bool:
        """Say whether so little of the last word is typed that it may become any."""
        begun = len(word) < vocabulary.SHORTEST_BEGUN and not self._reader.literal
        return begun and self._number > 2 and word.upper() not in self._reader.whole

    def begun(self, word: str, *, last: bool) -> list[Guess]:
        """Return words that begin so; an everyday word is half of another only as the last one."""
        if self._reader.literal or self.is_abbreviation(word):
            return []
        everyday = word in ordinary() and not (last and self._number > 1)
        if everyday or word in elsewhere() or (self._foreign and len(word) < SHORTEST_FOREIGN):
            return []
        found = vocabulary.begun(self._reader.db, self._reader.session, word)
        return [(each, BEGUN) for each in found]

    def misspelt(self, word: str) -> list[Guess]:
        """Return words that ``word`` may be a misspelling of, the most alike."""
        if word not in self._misspelt:
            shortest = SHORTEST_FOREIGN if self._foreign else vocabulary.SHORTEST_MISSPELT
            tried = len(self._misspelt) < MOST_REPAIRED and len(word) >= shortest
            tried = tried and not self._reader.literal and not self.is_abbreviation(word)
            self._misspelt[word] = self._alike(word) if tried and not self.is_right(word) else []
        return self._misspelt[word]

    def _alike(self, word: str) -> list[Guess]:
        reader = self._reader
        errors = vocabulary.errors_in(word, foreign=self._foreign)
        own = reader.lexicon.alike(word, reader.language, errors)
        if self._foreign and own:
            return own
        found = [
            (each, likeness)
            for each, likeness in vocabulary.misspelt(reader.db, reader.session, word, errors)
            or own
            if likeness > TWO_OFF or not self.is_passed_over(each)
        ]
        if found or len(word) < SHORTEST_PASSED_OVER:
            return found
        return vocabulary.alike(word, grammar(reader.language).passed_over, 1)

    def repaired(self, word: str) -> str:
        """Return a word put right, so that a phrase can be known by it; else the word itself."""
        if word not in self._repaired:
            self._repaired[word] = self._right(word)
        return self._repaired[word]

    def _right(self, word: str) -> str:
        if (
            self._reader.literal
            or self._number < 2
            or vocabulary.begun(self._reader.db, self._reader.session, word)
        ):
            return word
        meant = self.misspelt(word)
        return meant[0][0] if meant else word
