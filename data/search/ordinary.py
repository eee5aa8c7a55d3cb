"""Words that are what they are: never a misspelling, nor half of another word."""

from functools import cache
from importlib.resources import files


@cache
def elsewhere() -> frozenset[str]:
    """Return bare words that name countries, their people and cities anywhere in the world."""
    return _words("elsewhere.txt")


@cache
def ordinary() -> frozenset[str]:
    """Return everyday words of English, bare."""
    return _words("ordinary.txt")


def _words(name: str) -> frozenset[str]:
    source = files("data.search.grammar") / name
    return frozenset(source.read_text(encoding="utf-8").split())
