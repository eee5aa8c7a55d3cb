"""Which publications somebody's words mean."""

from sqlite_utils import Database

from data import documents, likeness, search
from data.documents import Document


def found(db: Database, session: str, words: str) -> list[Document]:
    """Return the publications that hold every word, by date; else what search finds, best first.

    A word counts where it begins one of title, author, kind or date (*2013-11*).
    """
    every = documents.every(db, session)
    asked = likeness.folded(words).split()
    exact = [each for each in every if asked and all(_begins(word, each) for word in asked)]
    if exact:
        return exact
    hits = search.find(db, session, words, kinds=("document",))
    by_id = {each.id: each for each in every}
    return [by_id[hit.record] for hit in hits if hit.record in by_id]


def _begins(word: str, document: Document) -> bool:
    said = " ".join((document.title, document.author or "", document.kind, document.date))
    return any(each.startswith(word) for each in likeness.folded(said).split())
