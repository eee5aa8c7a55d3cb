"""Finding records by what somebody asks."""

from collections.abc import Sequence

from sqlite_utils import Database

from data.search.alike import alike
from data.search.candidates import (
    KEPT,
    KEPT_OF_KIND,
    Holding,
    candidates,
    of_kinds,
    rows,
    units_of,
    weights,
)
from data.search.hits import Hit
from data.search.question import Question
from data.search.ranking import CLOSELY, Match, ranked
from data.search.reading import read
from data.search.refreshing import refresh
from data.search.sought import Sought

REFRESH_SECONDS = 0.01
ENOUGH = 0.5
ASKED_FOR = 0.4


def find(  # noqa: PLR0913 - what narrows a search, each by its name
    db: Database,
    session: str,
    words: str,
    *,
    limit: int = 50,
    kinds: Sequence[str] | None = None,
    typing: bool = False,
) -> list[Hit]:
    """Return the records that cover at least half of what is asked, the best first.

    ``typing`` says that the last word may be half of one, even where it is one.
    """
    refresh(db, REFRESH_SECONDS)
    found = Finding(db, session, read(db, session, words, typing=typing))
    return hits(found.of_kinds(kinds) if kinds else found.best(), limit)


class Finding:
    """The search for one question; what is read of the index for it is read once."""

    def __init__(self, db: Database, session: str, question: Question) -> None:
        """Search a session for what a question asks about."""
        self._db = db
        self._session = session
        holding = Holding(db, session, question.concepts)
        weighed = weights(holding, question.concepts)
        self._sought = Sought.of(question, weighed)
        self._candidates = candidates(holding, question.concepts, weighed)
        self.alike = alike(db, session, question)

    def best(self) -> list[Match]:
        """Return the records that match best, of all kinds."""
        found = rows(self._db, self._candidates[:KEPT])
        known = {(row.kind, row.record) for row in found}
        others = [name for name in self.alike.nearest(ASKED_FOR) if name not in known]
        found += rows(self._db, units_of(self._db, self._session, others)) if others else []
        return ranked(self._sought, found, self.alike.of)

    def of_kinds(self, kinds: Sequence[str], closely: int = CLOSELY) -> list[Match]:
        """Return the records of some kinds that match, the best first, and many of them.

        The first ``closely`` are put in order with care, the others roughly.
        """
        units = of_kinds(self._db, self._candidates[:KEPT_OF_KIND], kinds)
        return ranked(self._sought, rows(self._db, units), self.alike.of, closely)


def hits(found: Sequence[Match], limit: int = 50) -> list[Hit]:
    """Return matches that cover at least half of what is asked as what a search shows."""
    return [as_hit(match) for match in found if match.coverage >= ENOUGH][:limit]


def as_hit(match: Match) -> Hit:
    """Return a match as what a search shows."""
    row = match.row
    return Hit(
        row.kind, row.record, match.score, row.title, row.text, match.coverage, match.needles
    )
