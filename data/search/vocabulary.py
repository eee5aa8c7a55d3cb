"""The words that stand in the index: whole, begun, or misspelt."""

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from data.search.spelling import closest
from data.search.stems import stem

SHORTEST_BEGUN = 3
SHORTEST_MISSPELT, LONGEST_MISSPELT = 4, 40
TWO_ERRORS_FROM = 7
TWO_ERRORS_FOREIGN = 10
MOST, MOST_BEGUN = 6, 10


def units(db: Database, session: str, stem: str, most: int = 1000) -> int:
    """Return in how many units a stem stands, counted no further than ``most``."""
    (number,) = db.execute(
        "select count(*) from"
        " (select 1 from search_postings where session = ? and stem = ? limit ?)",
        [session, stem, most],
    ).fetchone()
    return int(number)


def add(db: Database, session: str, words: Iterable[str]) -> None:
    """Let words be found that are begun or misspelt; those of letters alone."""
    db.conn.executemany(
        "insert or ignore into search_words (session, word, stem, initial, size)"
        " values (?, ?, ?, ?, ?)",
        [(session, word, stem(word), word[0], len(word)) for word in words if word.isalpha()],
    )


def known(db: Database, session: str, stem: str) -> bool:
    """Say whether a stem stands anywhere in the index of a session."""
    found = db.execute(
        "select 1 from search_postings where session = ? and stem = ? limit 1", [session, stem]
    ).fetchone()
    return found is not None


def asked_for(db: Database, session: str, stem: str, *, answered: bool = True) -> bool:
    """Say whether people are known to use a stem when they ask for a record.

    Where not ``answered``, or for what no record answers.
    """
    found = db.execute(
        "select 1 from search_phrased where session = ? and way = ? and answered >= ?",
        [session, stem, answered],
    ).fetchone()
    return found is not None


def begun(db: Database, session: str, start: str) -> list[str]:
    """Return words that begin with ``start``, the shortest first, one of each stem."""
    if len(start) < SHORTEST_BEGUN:
        return []
    found = db.execute(
        "select word, stem from search_words where session = ? and word >= ? and word < ?"
        " order by size limit 40",
        [session, start, f"{start}\U0010ffff"],
    ).fetchall()
    by_stem: dict[str, str] = {}
    for word, stemmed in found:
        by_stem.setdefault(stemmed, word)
    return list(by_stem.values())[:MOST_BEGUN]


def misspelt(db: Database, session: str, word: str, errors: int) -> list[tuple[str, float]]:
    """Return words of the index that ``word`` may have been meant to be, with their likeness.

    Two letters that changed places count as one error. The first letter is right, or has changed
    places with the second. Only the most alike are returned.
    """
    if not SHORTEST_MISSPELT <= len(word) <= LONGEST_MISSPELT:
        return []
    found = db.execute(
        "select word from search_words where session = :session and initial = :first"
        " and size between :least and :most"
        " union all select word from search_words where session = :session"
        " and word >= :swapped and word < :after and size between :least and :most"
        " and initial <> :first",
        {
            "session": session,
            "first": word[0],
            "swapped": word[1::-1],
            "after": f"{word[1::-1]}\U0010ffff",
            "least": len(word) - errors,
            "most": len(word) + errors,
        },
    ).fetchall()
    return alike(word, [str(each) for (each,) in found], errors)


def errors_in(word: str, *, foreign: bool = False) -> int:
    """Return how many letters of a word may be wrong; of one in another language only one."""
    if foreign and len(word) < TWO_ERRORS_FOREIGN:
        return 1
    return 2 if len(word) >= TWO_ERRORS_FROM - 1 else 1


def plausible(word: str) -> tuple[str, str]:
    """Return how words begin that ``word`` may be meant to be: right, or two letters swapped."""
    return word[0], word[1::-1]


def alike(word: str, spelt: Sequence[str], errors: int) -> list[tuple[str, float]]:
    """Return those of some words that are most like ``word``, with how much they are."""
    begun = [each for each in spelt if each.startswith(plausible(word))]
    found = closest(word, begun, errors)[:MOST]
    return [
        (each, 1.0 - 0.15 * distance)
        for each, distance in found
        if distance == found[0][1] and _plausible(word, each, distance)
    ]


def _plausible(word: str, meant: str, errors: int) -> bool:
    """Say whether ``word`` is how people misspell another: they begin a word right, mostly."""
    if errors > 1 and len(word) < TWO_ERRORS_FROM:
        return word[0] == meant[0] and word[-1] == meant[-1]
    return word[0] == meant[0] or word[:2] == meant[1::-1]
