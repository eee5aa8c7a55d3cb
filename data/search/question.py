"""A question as it was understood."""

from dataclasses import dataclass
from functools import cached_property

from data.search.concepts import Concept
from data.search.dated import Dated


@dataclass(frozen=True)
class Question:
    """What somebody asks.

    ``words`` are the bare words in order; ``forms`` what kind of answer is wanted (``who``,
    ``when``, ``how_much``, ``most`` ...); ``dates`` the dates that are named; ``other`` the number
    of another session of the Assembly, where one is named, and ``within`` says that something is
    asked that happened at it. ``vague`` says that no
    word has a subject of its own, as in *new members*; ``own`` that the session that is read is
    named.
    """

    text: str
    language: str
    words: tuple[str, ...]
    forms: frozenset[str]
    concepts: tuple[Concept, ...]
    dates: tuple[Dated, ...] = ()
    other: int | None = None
    within: bool = False
    vague: bool = False
    own: bool = False

    @property
    def asks_for_publication(self) -> bool:
        """Whether it is asked who wrote or published something, or when."""
        return not self.forms.isdisjoint({"who", "when"}) and any(
            way.stems == "author" for concept in self.hard for way in concept.ways
        )

    @cached_property
    def hard(self) -> tuple[Concept, ...]:
        """The concepts that a record has to cover."""
        return tuple(concept for concept in self.concepts if not concept.soft)
