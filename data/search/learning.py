"""Reading how people ask for records: each phrase as the ideas that it is made of."""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from data import content_revision, phrasings
from data.phrasings import Phrase
from data.search import vocabulary
from data.search.concepts import Concept
from data.search.phrases import NAMES, telling
from data.search.question import Question
from data.search.reading import read_literally
from data.search.refreshing import refresh
from data.search.stems import stem
from data.search.tokens import words
from data.store import writing


def learn(db: Database) -> None:
    """Read the phrasings of those sessions anew whose words have changed since; for any thread.

    Some thousands take a second or two. Nothing is locked while they are read.
    """
    refresh(db)
    changed = db.execute(
        "select session, number from search_revisions where phrased <> number and worded = number"
    ).fetchall()
    for session, revision in changed:
        told = list(phrasings.phrases(db, session))
        read = [read_literally(db, session, each.text, each.language) for each in told]
        with writing(db):
            _write(db, session, told, read)
            db.execute(
                "update search_revisions set phrased = ? where session = ?", [revision, session]
            )
            content_revision.count(db)


def _write(db: Database, session: str, told: Sequence[Phrase], read: Sequence[Question]) -> None:
    for table in ("search_phrases", "search_phrased"):
        db.execute(f"delete from {table} where session = ?", [session])  # noqa: S608 - our own names
    holding = _holding(read)
    db.conn.executemany(
        "insert into search_phrases (session, number, record, answered, forms, ideas)"
        " values (?, ?, ?, ?, ?, ?)",
        [
            (
                session,
                number,
                phrase.record,
                phrase.answered,
                " ".join(sorted(question.forms)),
                _written(question.concepts, holding),
            )
            for number, (phrase, question) in enumerate(zip(told, read, strict=True))
        ],
    )
    db.conn.executemany(
        "insert into search_phrased (session, way, phrases) values (?, ?, ?)",
        [(session, way, array("I", numbers).tobytes()) for way, numbers in holding.items()],
    )
    db.execute(
        "delete from search_words where session = :session"
        " and not exists (select 1 from search_postings p"
        " where p.session = :session and p.stem = search_words.stem)",
        {"session": session},
    )
    texts = (each.text for each in told if each.language == "en" and each.answered)
    spelt = {word for text in texts for word in words(text)}
    vocabulary.add(db, session, {word for word in spelt if stem(word) in holding})


def _holding(read: Sequence[Question]) -> dict[str, list[int]]:
    """Return the numbers of the phrases that hold each way of saying something."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number, question in enumerate(read):
        for way in {way.stems for concept in question.concepts for way in concept.ways}:
            holding[way].append(number)
    return holding


def _written(concepts: Iterable[Concept], holding: dict[str, list[int]]) -> str:
    """Return concepts as they are kept: what each tells, which name a thing, where ways lead."""
    tell: list[float] = []
    named: list[int] = []
    ways: dict[str, tuple[int, float]] = {}
    for number, concept in enumerate(dict.fromkeys(concepts)):
        phrases = max(len(holding[way.stems]) for way in concept.ways)
        tell.append(round(telling(concept, phrases), 2))
        if concept.role in NAMES:
            named.append(number)
        for way in concept.ways:
            ways.setdefault(way.stems, (number, way.weight))
    return json.dumps([tell, named, ways], ensure_ascii=False, separators=(",", ":"))
