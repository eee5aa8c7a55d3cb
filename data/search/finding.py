"""Finding records by what somebody asks."""

from collections.abc import Sequence

from sqlite_utils import Database

from data.search.candidates import (
    KEPT,
    KEPT_OF_KIND,
    Postings,
    candidates,
    of_kinds,
    rows,
    weights,
)
from data.search.hits import Hit
from data.search.indexing import refresh
from data.search.question import Question
from data.search.ranking import Match, ranked
from data.search.reading import read
from data.search.sought import Sought

REFRESH_SECONDS = 0.01
ENOUGH = 0.5


def find(
    db: Database,
    session: str,
    words: str,
    *,
    limit: int = 50,
    kinds: Sequence[str] | None = None,
) -> list[Hit]:
    """Return the records that cover at least half of what is asked, the best first."""
    refresh(db, REFRESH_SECONDS)
    return hits(matches(db, session, read(db, session, words), kinds), limit)


def matches(
    db: Database, session: str, question: Question, kinds: Sequence[str] | None = None
) -> list[Match]:
    """Return how records match a question that was read, the best first."""
    concepts = question.concepts
    if not concepts:
        return []
    postings = Postings(db, session, concepts)
    weighed = weights(postings, concepts)
    units = candidates(postings, concepts, weighed, KEPT_OF_KIND if kinds else KEPT)
    if kinds:
        units = of_kinds(db, units, kinds)
    return ranked(Sought.of(question, weighed), rows(db, units))


def hits(found: Sequence[Match], limit: int = 50) -> list[Hit]:
    """Return matches that cover at least half of what is asked as what a search shows."""
    return [as_hit(match) for match in found if match.coverage >= ENOUGH][:limit]


def as_hit(match: Match) -> Hit:
    """Return a match as what a search shows."""
    row = match.row
    return Hit(
        row.kind, row.record, match.score, row.title, row.text, match.coverage, match.needles
    )
