"""How many letters of a word are wrong: left out, put in, another, or two that changed places."""

from collections.abc import Iterable


def errors(one: str, other: str, most: int) -> int:
    """Return how many errors make ``one`` of ``other``; more than ``most`` where there are more.

    It tries each error where the words part, so ``most`` is one or two.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    pairs = zip(one, other, strict=False)
    same = next((place for place, (mine, its) in enumerate(pairs) if mine != its), None)
    if same is None:
        return abs(len(one) - len(other))
    if not most:
        return 1
    mine, its, left = one[same:], other[same:], most - 1
    ways = [(mine[1:], its[1:]), (mine[1:], its), (mine, its[1:])]
    if mine[:2] == its[1::-1]:
        ways.append((mine[2:], its[2:]))
    return 1 + min(errors(*way, left) for way in ways)


def closest(word: str, spelt: Iterable[str], most: int) -> list[tuple[str, int]]:
    """Return the words with at most so many errors, and how many; the most alike first."""
    letters = set(word)
    # An error changes which letters a word has by two at most.
    near = (each for each in spelt if len(letters.symmetric_difference(each)) <= 2 * most)
    found = ((each, errors(word, each, most)) for each in near)
    return sorted((each for each in found if each[1] <= most), key=lambda each: each[1])
