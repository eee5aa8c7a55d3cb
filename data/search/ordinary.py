"""Words that are what they are: never a misspelling, nor half of another word."""

from functools import cache

from data.search.listed import text
from data.search.stems import stem

ENDINGS = ("s", "ed", "ing", "ly", "er", "est", "y", "d")  # of forms, unlike the slip in *debte*


@cache
def elsewhere() -> frozenset[str]:
    """Return bare words that name countries, their people and cities anywhere in the world."""
    return _words("elsewhere.txt")


@cache
def ordinary() -> frozenset[str]:
    """Return everyday words of English, bare."""
    return _words("ordinary.txt")


def is_ordinary(word: str) -> bool:
    """Say whether a word is an everyday one of English, in any of its forms."""
    return word in ordinary() or (word.endswith(ENDINGS) and stem(word) in _stems())


@cache
def _stems() -> frozenset[str]:
    return frozenset(map(stem, ordinary()))


def _words(name: str) -> frozenset[str]:
    return frozenset(text(name).split())
