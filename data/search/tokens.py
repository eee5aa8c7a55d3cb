"""Texts as the index holds them: stems in order, sentence by sentence.

A line is a sentence: `` sweden promis million euro | %se #3000000 ``. What stands behind the bar
are names of things rather than words: states (``%se``), numbers (``#3000000``), dates
(``@11-22``), references (``§rule68``). Stop words are left out, so that *heads of state* is
``head state`` in a text and in a question.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from data.search import dated
from data.search.bare import bare
from data.search.grammar import grammar
from data.search.numbers import numbers
from data.search.references import SYMBOL, Reference, references
from data.search.stems import stem

WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"(?<=[.!?؟])\s+|\n+")
_DAY = re.compile(r"(?<!\w)day (\d{1,2})(?!\w)")
_NUMBER = re.compile(r"\d+")
_CURRENCIES = {"€": "euro", "£": "pound", "$": "dollar"}
LONGEST_PHRASE = 6
SMALL = len("#9999")


class Places(NamedTuple):
    """Stems of the names of states, each with the state's id; short names as they are written.

    ``begins`` are the first stems of names of several words.
    """

    phrases: Mapping[str, str]
    exact: Mapping[str, str]
    begins: frozenset[str]


def words(text: str) -> list[str]:
    """Return the bare words of a text, stop words of English left out."""
    return [word for word in WORD.findall(bare(text)) if word not in grammar("en").stop]


@lru_cache(maxsize=1000)
def phrase(text: str, language: str = "en") -> str:
    """Return the stems of a phrase, stop words left out; of nothing but such, all its stems."""
    told = WORD.findall(bare(text))
    kept = [word for word in told if word not in grammar(language).stop] or told
    return " ".join(stem(word, language) for word in kept)


def whole_phrase(text: str, language: str) -> str:
    """Return the stems of all words of a phrase, stop words too."""
    return " ".join(stem(word, language) for word in WORD.findall(bare(text)))


def sentences(text: str) -> list[str]:
    """Cut a text after each sentence and line; abbreviations such as *O.* do not count as ends."""
    found: list[str] = []
    for part in _SENTENCE.split(text):
        if found and re.search(r"(?:^|\s)[A-Z]\.$", found[-1]):
            found[-1] += f" {part}"
        elif part.strip():
            found.append(part.strip())
    return found


def indexed(texts: Iterable[str], places: Places, year: int, *, aside: bool = False) -> str:
    """Return texts as the index holds them; ``year`` is that of dates which do not say theirs.

    In a text ``aside``, such as a note, dates and small numbers are passed over: what is said of
    them there is about a source, or another time.
    """
    lines = [_line(each, places, year, aside) for text in texts for each in sentences(text)]
    return "".join(f" {line} \n" for line in lines)


def _line(sentence: str, places: Places, year: int, aside: bool) -> str:
    told = bare(sentence)
    cited, dates = references(told), dated.written(told)
    stems = [
        stem(word)
        for word in WORD.findall(_without_symbols(told, cited))
        if word not in grammar("en").stop
    ]
    names = [name for each in cited for name in each.tokens]
    taken = [(each.start, each.end) for each in cited] + [(each.start, each.end) for each in dates]
    names += [
        name
        for each in numbers(told)
        for name in each.tokens
        if all(each.end <= start or each.start >= end for start, end in taken)
        and not (aside and len(name) <= SMALL)
    ]
    names += [word for sign, word in _CURRENCIES.items() if sign in told]
    names += [f"%{state}" for state in places_in(stems, sentence, places)]
    if not aside:
        names += [name for each in dates for name in _of_date(each, year)]
        names += [f"@day{number}" for number in _DAY.findall(told)]
    return " ".join([*stems, "|", *dict.fromkeys(names)])


def _without_symbols(told: str, cited: Iterable[Reference]) -> str:
    """Return a text without the numbers in its symbols: ASP/14/33 says nothing on ASP 14."""
    for each in cited:
        if each.tokens[0].startswith(SYMBOL):
            symbol = told[each.start : each.end]
            told = told.replace(symbol, _NUMBER.sub(" ", symbol))
    return told


def _of_date(found: dated.Dated, year: int) -> list[str]:
    if found.dates:
        return [
            name for day in found.dates for name in (dated.token(day), dated.token(day, year=True))
        ]
    return [*found.tokens, *(name.replace("@", f"@{year}-") for name in found.tokens)]


def places_in(stems: list[str], text: str, places: Places) -> list[str]:
    """Return the ids of the states that are named, the longest name at each place."""
    found = [
        state
        for name, state in places.exact.items()
        if re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", text)
    ]
    start = 0
    while start < len(stems):
        for size in range(min(LONGEST_PHRASE, len(stems) - start), 0, -1):
            state = places.phrases.get(" ".join(stems[start : start + size]))
            if state:
                found.append(state)
                start += size - 1
                break
        start += 1
    return found
