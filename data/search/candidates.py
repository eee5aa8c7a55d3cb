"""Which units may answer: those that hold the rarest of what is asked, within bounds.

Postings of common words are read only as far as ``MOST``, those first in which the word stands in
a title or a short text, so that a search costs the same in a store of any size.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from sqlite_utils import Database

from data.search import vocabulary
from data.search.concepts import Concept

MOST = 200
SCALE = 1000
KEPT = 60


@dataclass(frozen=True, slots=True)
class Row:
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


def weights(db: Database, session: str, concepts: Sequence[Concept]) -> list[float]:
    """Return how much each concept tells: one that stands nowhere as much as the rarest."""
    counted: dict[str, int] = {}
    for stem in {
        stem for concept in concepts for way in concept.ways for stem in way.stems.split()
    }:
        counted[stem] = vocabulary.units(db, session, stem, SCALE)
    return [
        rarity(
            max(
                min((counted[stem] for stem in way.stems.split()), default=0)
                for way in concept.ways
            )
        )
        for concept in concepts
    ]


def candidates(
    db: Database,
    session: str,
    concepts: Sequence[Concept],
    weighed: Sequence[float],
    kinds: Sequence[str] | None = None,
) -> list[Row]:
    """Return the units that hold most of what is asked, by rough reckoning."""
    scores: dict[int, float] = {}
    for concept, weight in zip(concepts, weighed, strict=True):
        best: dict[int, float] = {}
        for way in concept.ways:
            for unit in _holding(db, session, way.stems):
                best[unit] = max(best.get(unit, 0.0), weight * way.weight)
        for unit, score in best.items():
            scores[unit] = scores.get(unit, 0.0) + score
    kept = sorted(scores, key=lambda unit: (-scores[unit], unit))
    return _rows(db, kept if kinds else kept[:KEPT], kinds)


def _holding(db: Database, session: str, stems: str) -> list[int]:
    """Return units that hold the rarest stem of a phrase."""
    told = stems.split()
    if len(told) > 1:
        told = [min(told, key=lambda stem: vocabulary.units(db, session, stem, MOST))]
    found = db.execute(
        "select unit from search_postings where session = ? and stem = ? limit ?",
        [session, told[0] if told else "", MOST],
    ).fetchall()
    return [unit for (unit,) in found]


def _rows(db: Database, units: Sequence[int], kinds: Sequence[str] | None) -> list[Row]:
    marks = ", ".join("?" * len(units))
    narrowed = f" and kind in ({', '.join('?' * len(kinds))})" if kinds else ""
    found = db.execute(
        "select id, kind, record, title, text, in_title, in_subject, in_body, in_context, in_absent"  # noqa: S608
        f" from search_units where id in ({marks}){narrowed}",
        [*units, *(kinds or ())],
    ).fetchall()
    return [Row(*row) for row in found]
