"""Which publications somebody's words mean."""

from dataclasses import dataclass

from sqlite_utils import Database

from data import documents, likeness, search
from data.documents import Document

SHORTEST_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Found:
    """Publications that hold every word, by date; or, not ``exact``, what comes near them."""

    documents: list[Document]
    exact: bool


def found(db: Database, session: str, words: str) -> Found:
    """Return the publications that hold every word; else what search finds, the best first.

    A word is held where one of title, author, kind or date (*2013-11*) begins with it, or is it
    where it has fewer than three letters.
    """
    every = documents.every(db, session)
    asked = likeness.folded(words).split()
    exact = [each for each in every if asked and all(_holds(word, each) for word in asked)]
    if exact:
        return Found(exact, exact=True)
    hits = search.find(db, session, words, kinds=("document",))
    by_id = {each.id: each for each in every}
    return Found([by_id[hit.record] for hit in hits if hit.record in by_id], exact=False)


def _holds(word: str, document: Document) -> bool:
    said = " ".join((document.title, document.author or "", document.kind, document.date))
    held = likeness.folded(said).split()
    if len(word) < SHORTEST_BEGINNING:
        return word in held
    return any(each.startswith(word) for each in held)
