"""A question made ready to be compared with many records."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from data.search.concepts import Concept
from data.search.question import Question

TYPED = 0.8  # what was typed, to its end or not, or with a letter wrong


class Needle(NamedTuple):
    """A concept with its ways as they stand in a line of the index, between blanks."""

    concept: Concept
    ways: tuple[tuple[str, float], ...]


class Sought(NamedTuple):
    """What is looked for.

    ``weighed`` are the concepts, each with how much it tells; ``strict`` is the number of those
    that have to be covered. ``pairs`` are words that stand side by side, ``phrase`` all of them.
    ``words`` are stems that were typed, or meant in another language; ``words_and_places`` states
    as well. ``stems`` are all ways of all concepts.
    """

    question: Question
    weighed: tuple[tuple[Needle, float], ...]
    strict: int
    pairs: tuple[str, ...]
    phrase: str
    words: frozenset[str]
    words_and_places: frozenset[str]
    stems: frozenset[str]

    @classmethod
    def of(cls, question: Question, weights: Sequence[float]) -> Self:
        """Make a question ready; ``weights`` are those of its concepts."""
        needles = (
            Needle(concept, tuple((f" {way.stems} ", way.weight) for way in concept.ways))
            for concept in question.concepts
        )
        first = [concept.ways[0].stems for concept in question.concepts]
        ways = [way for concept in question.concepts for way in concept.ways]
        foreign = question.language != "en"
        words = {
            stem
            for way in ways
            if (foreign or way.weight >= TYPED) and way.stems[0] != "%"
            for stem in way.stems.split()
        }
        return cls(
            question=question,
            weighed=tuple(zip(needles, weights, strict=True)),
            strict=sum(concept.strict for concept in question.concepts if not concept.soft),
            phrase=f" {' '.join(first)} " if len(first) > 1 else "\0",
            pairs=tuple(f" {one} {other} " for one, other in pairwise(first)),
            words=frozenset(words),
            words_and_places=frozenset(words | {way.stems for way in ways if way.stems[0] == "%"}),
            stems=frozenset(way.stems for way in ways),
        )
