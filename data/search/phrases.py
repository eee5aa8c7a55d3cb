"""How people ask for records, as it is searched: each phrase as the ideas that it is made of."""

import json
from array import array
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from data.search.candidates import LIGHT, SOFT, rarity
from data.search.concepts import Concept, Role

NAMES: frozenset[Role] = frozenset({"place", "number", "date", "reference", "session"})


class Ideas(NamedTuple):
    """The concepts of a phrase: what each tells, which of them name a thing, their ways.

    A thing is a state, a date, a number. A way leads to its concept's place, and its own weight.
    """

    tell: Sequence[float]
    named: frozenset[int]
    ways: Mapping[str, tuple[int, float]]

    @property
    def total(self) -> float:
        """How much all of them tell."""
        return sum(self.tell)


class Kept(NamedTuple):
    """A phrase as it is kept: which record it asks for, in which form, about which ideas."""

    record: str
    answered: bool
    forms: frozenset[str]
    ideas: Ideas


def telling(concept: Concept, phrases: int) -> float:
    """Return how much a concept tells that stands in so many phrases."""
    if concept.light and not concept.soft:
        return LIGHT
    return rarity(phrases) * (SOFT if concept.soft else 1.0)


def kept(db: Database, session: str, numbers: Sequence[int]) -> list[Kept]:
    """Return phrases by their numbers."""
    marks = ", ".join("?" * len(numbers))
    found = db.execute(
        "select record, answered, forms, ideas from search_phrases"  # noqa: S608 - our own marks
        f" where session = ? and number in ({marks})",
        [session, *numbers],
    ).fetchall()
    read = json.loads(f"[{','.join(ideas for *_, ideas in found)}]")  # all at once: twice as fast
    return [
        Kept(record, bool(answered), frozenset(forms.split()), Ideas(tell, frozenset(named), ways))
        for (record, answered, forms, _), (tell, named, ways) in zip(found, read, strict=True)
    ]


def holding(db: Database, session: str, ways: Collection[str]) -> dict[str, "array[int]"]:
    """Return the numbers of the phrases that hold each of some ways of saying something."""
    marks = ", ".join("?" * len(ways))
    found = db.execute(
        f"select way, phrases from search_phrased where session = ? and way in ({marks})",  # noqa: S608
        [session, *ways],
    )
    return {way: array("I", numbers) for way, numbers in found}
