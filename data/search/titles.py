"""How much of a record's title was asked for."""

from data.search.candidates import Row
from data.search.sought import Sought

NAME_WORDS = 3
# Their titles are who gave or spoke: that a state was asked for says nothing on the rest.
UNTITLED = frozenset({"pledge", "statement", "figure", "conflict"})


def fit(row: Row, sought: Sought) -> float:
    """Return how much of the title was asked for, from 0 to 1; of several names the best one."""
    asked = sought.words if row.kind in UNTITLED else sought.words_and_places
    return max((_fit(name, asked) for name in row.in_title.split("\n")), default=0.0)


def _fit(name: str, asked: frozenset[str]) -> float:
    words, _, things = name.partition("|")
    told = words.split()
    if not told:
        return 0.0
    if "%" in things or "§" in things:
        named = [thing for thing in things.split() if thing[0] in "%§"]
        if not asked.isdisjoint(named):
            return min(1.0, NAME_WORDS / len(told))
    return sum(stem in asked for stem in told) / len(told)
