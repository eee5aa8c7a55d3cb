"""Finding records by what somebody asks."""

from collections.abc import Sequence

from sqlite_utils import Database

from data.search.candidates import candidates, weights
from data.search.hits import Hit
from data.search.indexing import refresh
from data.search.question import Question
from data.search.ranking import Match, ranked
from data.search.reading import read

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
    if not question.concepts:
        return []
    weighed = weights(db, session, question.concepts)
    rows = candidates(db, session, question.concepts, weighed, kinds)
    return ranked(question, weighed, rows)


def hits(found: Sequence[Match], limit: int = 50) -> list[Hit]:
    """Return matches that cover at least half of what is asked as what a search shows."""
    return [as_hit(match) for match in found if match.coverage >= ENOUGH][:limit]


def as_hit(match: Match) -> Hit:
    """Return a match as what a search shows."""
    row = match.row
    return Hit(
        row.kind, row.record, match.score, row.title, row.text, match.coverage, match.needles
    )
