"""In which units stems stand: the first of each, those of common stems kept in memory."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from data import content_revision
from data.search import vocabulary

# So many postings are read of a stem at most, and so many of its units counted.
MOST, COUNTED = 200, 400
COMMON_FROM, MOST_KEPT = 30, 500


class Postings(NamedTuple):
    """The first units in which a stem stands, and in how many it does."""

    units: Sequence[int]
    number: int


NONE = Postings((), 0)


@dataclass(slots=True)
class _Common:
    revision: int = -1
    postings: dict[tuple[str, str], Postings] = field(default_factory=dict)


_kept: WeakKeyDictionary[Database, _Common] = WeakKeyDictionary()


def of_stems(db: Database, session: str, stems: set[str]) -> dict[str, Postings]:
    """Return the postings of some stems, each at most ``MOST``, the best first."""
    common = _kept.setdefault(db, _Common())
    revision = content_revision.number(db)
    if common.revision != revision or len(common.postings) > MOST_KEPT:
        common.revision, common.postings = revision, {}
    found = {}
    for stem in stems:
        kept = common.postings.get((session, stem)) or _read(db, session, stem)
        if kept.number >= COMMON_FROM:
            common.postings[session, stem] = kept
        found[stem] = kept
    return found


def _read(db: Database, session: str, stem: str) -> Postings:
    found = db.execute(
        "select unit from search_postings where session = ? and stem = ? limit ?",
        [session, stem, MOST],
    ).fetchall()
    units = array("I", [unit for (unit,) in found])
    number = len(units) if len(units) < MOST else vocabulary.units(db, session, stem, COUNTED)
    return Postings(units, number)
