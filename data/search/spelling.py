"""How many letters of a word are wrong: left out, put in, another, or two that changed places."""

from collections.abc import Iterable

from editdistpy import damerau_osa


def errors(one: str, other: str, most: int) -> int:
    """Return how many errors make ``one`` of ``other``; ``most`` and one if there are more."""
    found: int = damerau_osa.distance(one, other, most)
    return found if found >= 0 else most + 1


def closest(word: str, spelt: Iterable[str], most: int) -> list[tuple[str, int]]:
    """Return the words with at most so many errors, and how many; the most alike first."""
    found = ((each, damerau_osa.distance(word, each, most)) for each in spelt)
    return sorted((each for each in found if each[1] >= 0), key=lambda each: each[1])
