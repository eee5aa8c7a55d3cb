"""A question while it is read: what is left of its text, and what was taken from it."""

from dataclasses import dataclass, field

from sqlite_utils import Database

from data.search.concepts import Concept, Way
from data.search.lexicon import Lexicon


@dataclass(slots=True)
class Reader:
    """A question of which more and more is understood.

    ``whole`` is as it was typed, ``text`` bare, with blanks where something was taken.
    ``concepts`` stand with the place in the text where each begins. Of a text that is read to the
    letter (``literal``) no word is taken for another.
    """

    db: Database
    session: str
    lexicon: Lexicon
    language: str
    whole: str
    text: str
    literal: bool = False
    concepts: list[tuple[int, Concept]] = field(default_factory=list)

    def take(self, start: int, end: int, concept: Concept | None) -> None:
        """Take a stretch of the text out, for a concept or because it says nothing."""
        if concept is not None:
            self.concepts.append((start, concept))
        self.text = f"{self.text[:start]}{' ' * (end - start)}{self.text[end:]}"

    @property
    def ordered(self) -> list[Concept]:
        """The concepts in the order in which they stand in the text."""
        return [concept for _, concept in sorted(self.concepts, key=lambda each: each[0])]


def place(typed: str, state: str) -> Concept:
    """Return the concept of a state."""
    return Concept(typed, (Way(f"%{state}"),), "place", strict=True)
