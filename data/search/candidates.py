"""Which units may answer: those that hold the rarest of what is asked, within bounds.

Postings of common words are read only so far, those first in which the word stands in a title or
a short text, so that a search costs the same in a store of any size.
"""

from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from sqlite_utils import Database

from data.search import postings
from data.search.concepts import Concept, Way
from data.search.postings import Postings

# So many postings are looked at for a question in all, and of one way of saying a thing.
MOST, LEAST_OF_WAY = 800, 30
SCALE = 1000
KEPT, KEPT_OF_KIND = 24, 300
# What a light concept tells, and how much of what it would tell a soft one does.
LIGHT, SOFT = 1.0, 0.3


class Row(NamedTuple):
    """A unit as it stands in the index."""

    number: int
    kind: str
    record: str
    title: str
    text: str
    in_title: str
    in_subject: str
    in_body: str
    in_context: str
    in_absent: str


def rarity(units: int) -> float:
    """Return how much a word tells that stands in so many units."""
    return log(1 + SCALE / max(units, 1))


class Holding:
    """The units that hold a question's words."""

    def __init__(self, db: Database, session: str, concepts: Sequence[Concept]) -> None:
        """Read the postings of all ways in which a record may say what is asked."""
        stems = {stem for each in concepts for way in each.ways for stem in way.stems.split()}
        self._most = max(LEAST_OF_WAY, MOST // max(len(stems), 1))
        self._postings = postings.of_stems(db, session, stems)

    def number(self, way: Way) -> int:
        """Return in how many units a way stands, at most: as many as hold its rarest stem."""
        return self._rarest(way).number

    def units(self, way: Way) -> Sequence[int]:
        """Return units that hold the rarest stem of a way."""
        return self._rarest(way).units[: self._most]

    def _rarest(self, way: Way) -> Postings:
        held = (self._postings[stem] for stem in way.stems.split())
        return min(held, key=_number, default=postings.NONE)


def weights(holding: Holding, concepts: Sequence[Concept]) -> list[float]:
    """Return how much each concept tells: one that stands nowhere as much as the rarest."""
    return [
        LIGHT if concept.light else rarity(max(map(holding.number, concept.ways)))
        for concept in concepts
    ]


def candidates(
    holding: Holding, concepts: Sequence[Concept], weighed: Sequence[float]
) -> list[int]:
    """Return the units that hold some of what is asked, those with most first, roughly."""
    scores: dict[int, float] = {}
    for concept, weight in zip(concepts, weighed, strict=True):
        best: dict[int, float] = {}
        for way in sorted(concept.ways, key=_weight):  # the best way of a unit comes last and stays
            best.update(dict.fromkeys(holding.units(way), weight * way.weight))
        if not scores:
            scores = best
            continue
        for unit, score in best.items():
            scores[unit] = scores.get(unit, 0.0) + score
    return sorted(scores, key=scores.__getitem__, reverse=True)


def _weight(way: Way) -> float:
    return way.weight


def _number(held: Postings) -> int:
    return held.number


def of_kinds(db: Database, units: Sequence[int], kinds: Iterable[str]) -> list[int]:
    """Return those of some units that are of one of some kinds, in the same order."""
    wanted = list(kinds)
    marks, kind_marks = ", ".join("?" * len(units)), ", ".join("?" * len(wanted))
    found = db.execute(
        f"select id from search_units where id in ({marks}) and kind in ({kind_marks})",  # noqa: S608
        [*units, *wanted],
    ).fetchall()
    kept = {unit for (unit,) in found}
    return [unit for unit in units if unit in kept]


def units_of(db: Database, session: str, named: Iterable[tuple[str, str]]) -> list[int]:
    """Return all units of some records, each named by its kind and id."""
    return [
        unit
        for kind, record in named
        for (unit,) in db.execute(
            "select id from search_units where session = ? and kind = ? and record = ?",
            [session, kind, record],
        )
    ]


def rows(db: Database, units: Sequence[int]) -> list[Row]:
    """Return units as they stand in the index."""
    marks = ", ".join("?" * len(units))
    found = db.execute(
        "select id, kind, record, title, text, in_title, in_subject, in_body, in_context, in_absent"  # noqa: S608
        f" from search_units where id in ({marks})",
        list(units),
    ).fetchall()
    return [Row(*row) for row in found]
