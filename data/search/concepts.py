"""What a question asks about, as ideas, each with the ways in which a record may say it."""

from typing import Literal, NamedTuple

Role = Literal["word", "idea", "place", "number", "date", "reference", "session", "unknown"]


class Way(NamedTuple):
    """Stems side by side that stand for an idea; ``weight`` is 1 for what was typed itself."""

    stems: str
    weight: float = 1.0


class Concept(NamedTuple):
    """One idea of a question; a record covers it in any one of its ways.

    ``typed`` are the bare words of the question. A ``soft`` concept is not missed where a record
    lacks it; a ``strict`` one, such as a date, has to be covered. A ``light`` one tells less than
    how seldom it is would say.
    """

    typed: str
    ways: tuple[Way, ...]
    role: Role = "word"
    soft: bool = False
    strict: bool = False
    light: bool = False
