"""Words put right before anything else is read, since others hang on them."""

import re
from functools import cache

from sqlite_utils import Database

from data.search import vocabulary
from data.search.bare import bare
from data.search.grammar import grammar
from data.search.languages import ASKING, asking, provision
from data.search.listed import pairs
from data.search.ordinary import is_ordinary, ordinary
from data.search.spelling import errors
from data.search.stems import stem
from data.search.tokens import WORD

_QUEST_CE = re.compile(r"(?<!\w)qu.?est[ -]ce qu(?:e|i)?(?!\w)", re.IGNORECASE)


@cache
def _shorthand() -> dict[str, str]:
    """Return what people write short on a phone, bare, and what it is short for."""
    return pairs("shorthand.txt")


_GREETING = re.compile(r"(?<!\w)good (?:morning|afternoon|evening|day)(?!\w)")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
# Names of four letters are too like other words to be put right.
DATED = (
    *("january", "february", "august", "september", "october", "november", "december"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
SHORTEST_DATED, LONG = 5, 7
_NUMBERED = re.compile(r"[.\s]*\d")
_BEFORE_NUMBER = re.compile(r"(?<!\w)[a-z]{3,11}(?=[.\s]*\d)")


def corrected(db: Database, session: str, asked: str) -> str:
    """Return a question bare, with the words right by which its form and its rules are known."""
    text = bare(_QUEST_CE.sub("questce que", asked))
    text = _GREETING.sub(" ", text)
    text = _STRETCHED.sub(r"\1", text)
    text = WORD.sub(_spelt_out, text)
    text = WORD.sub(_dated, text)
    text = _BEFORE_NUMBER.sub(lambda match: provision(match[0]) or match[0], text)
    return _with_question_word(db, session, text)


def _spelt_out(match: re.Match[str]) -> str:
    """Return what a word is short for; a letter before a number is no word, as in *r 68*."""
    word = match[0]
    return word if _NUMBERED.match(match.string, match.end()) else _shorthand().get(word, word)


def _dated(match: re.Match[str]) -> str:
    """Return the month or weekday that a word is a misspelling or the beginning of, or the word."""
    word = match[0]
    if len(word) < SHORTEST_DATED or word in DATED or is_ordinary(word):
        return word
    for name in DATED:
        if name[0] == word[0] and (
            name.startswith(word) or errors(word, name, 2) <= (2 if len(name) > LONG else 1)
        ):
            return name
    return word


def _with_question_word(db: Database, session: str, text: str) -> str:
    """Put right a misspelt *where* or *which* at the beginning."""
    first = WORD.search(text)
    meant = asking(first[0]) if first else None
    if first is None or meant is None or first[0] in ASKING:
        return text
    known = first[0] in ordinary() | grammar("en").soft or vocabulary.known(
        db, session, stem(first[0])
    )
    return text if known else f"{text[: first.start()]}{meant}{text[first.end() :]}"
