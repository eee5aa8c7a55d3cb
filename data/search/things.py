"""What a question names that is no word: references, dates, numbers, short names of states."""

import re

from data.search import dated
from data.search.bare import bare
from data.search.concepts import Concept, Way
from data.search.dated import Dated
from data.search.numbers import Number, numbers
from data.search.reader import Reader, place
from data.search.references import references

ONE = "#1"
SLANG = frozenset({"2", "4"})  # as in *gave 2 the fund 4 victims*
_US = re.compile(r"(?:^|\bthe\s+)us\b(?!\s+(?:know|see|have|all|about|the|what|how))")


def take_references(reader: Reader) -> None:
    """Take rules, articles and symbols; of several any one will do."""
    for number, found in enumerate(references(reader.text)):
        typed = reader.text[found.start : found.end]
        ways, first = (Way(found.tokens[0]),), number == 0
        concept = Concept(typed, ways, "reference", soft=not first, strict=first)
        reader.take(found.start, found.end, concept)


def take_dates(reader: Reader) -> tuple[Dated, ...]:
    """Take dates and days of the session, and return them."""
    dates = tuple(dated.mentioned(reader.text, reader.lexicon.days))
    for found in dates:
        ways = tuple(Way(name) for name in found.tokens)
        typed = reader.text[found.start : found.end]
        reader.take(found.start, found.end, Concept(typed, ways, "date", strict=True))
    return dates


def take_numbers(reader: Reader) -> None:
    """Take numbers; one in words, or the session's own year, need not be covered."""
    for found in numbers(reader.text, reader.language):
        if found.spelt and found.tokens[0] == ONE:
            continue
        typed = reader.text[found.start : found.end].strip()
        soft = found.spelt or _is_own_year(reader, found) or typed in SLANG
        concept = Concept(typed, (Way(found.tokens[0]),), "number", soft=soft, strict=not soft)
        reader.take(found.start, found.end, concept)


def _is_own_year(reader: Reader, found: Number) -> bool:
    session = reader.lexicon.session
    return session is not None and found.tokens[0] == f"#{session.start.year}"


def take_short_names(reader: Reader) -> None:
    """Take names of states that are words as well, as they are written, and *the us*."""
    for name, state in reader.lexicon.places.exact.items():
        typed = re.search(rf"(?<!\w){re.escape(bare(name))}(?!\w)", reader.text)
        if typed and re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", reader.whole):
            reader.take(typed.start(), typed.end(), place(typed[0], state))
    american = reader.lexicon.places.exact.get("US")
    lowered = _US.search(reader.text) if reader.language == "en" else None
    if american and lowered:
        reader.take(lowered.start(), lowered.end(), place("us", american))
