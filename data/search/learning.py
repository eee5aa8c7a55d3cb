"""Reading how people ask for records: each phrase as the ideas that it is made of."""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlite_utils import Database

from data import content_revision, phrasings
from data.phrasings import Phrase
from data.search import dictionary, vocabulary
from data.search.concepts import Concept
from data.search.phrases import NAMES, Ideas, telling
from data.search.question import Question
from data.search.reading import read_literally
from data.search.refreshing import refresh
from data.search.stems import stem
from data.search.tokens import words
from data.store import writing


def learn(db: Database) -> None:
    """Read the phrasings of those sessions anew whose words have changed since; for any thread.

    Ten thousand take five seconds. Nothing is locked while they are read.
    """
    refresh(db)
    changed = db.execute(
        "select session, number from search_revisions where phrased <> number and worded = number"
    ).fetchall()
    for session, revision in changed:
        told = list(phrasings.phrases(db, session))
        read = [read_literally(db, session, each.text, each.language) for each in told]
        with writing(db):
            dictionary.fill(db)
            _write(db, session, told, read)
            db.execute(
                "update search_revisions set phrased = ? where session = ?", [revision, session]
            )
            content_revision.count(db)


def _write(db: Database, session: str, told: Sequence[Phrase], read: Sequence[Question]) -> None:
    """Write phrases, those that tell least first: of equals the shorter one is looked at."""
    for table in ("search_phrases", "search_phrased"):
        db.execute(f"delete from {table} where session = ?", [session])  # noqa: S608 - our own names
    in_phrases = Counter(way for question in read for way in _ways(question))
    made = [
        (phrase, question, _ideas(question.concepts, in_phrases))
        for phrase, question in zip(told, read, strict=True)
    ]
    made.sort(key=lambda each: each[2].total)
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
                _written(ideas),
            )
            for number, (phrase, question, ideas) in enumerate(made)
        ],
    )
    holding: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    answered: set[str] = set()
    for number, (phrase, question, _) in enumerate(made):
        for way in _ways(question):
            holding[way].append(number)
        if phrase.answered:
            answered |= _ways(question)
    db.conn.executemany(
        "insert into search_phrased (session, way, phrases, answered) values (?, ?, ?, ?)",
        [(session, way, numbers.tobytes(), way in answered) for way, numbers in holding.items()],
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


def _ways(question: Question) -> set[str]:
    return {way.stems for concept in question.concepts for way in concept.ways}


def _ideas(concepts: Iterable[Concept], in_phrases: Mapping[str, int]) -> Ideas:
    """Return concepts as ideas; ``in_phrases`` is in how many phrases each way stands."""
    tell: list[float] = []
    named: set[int] = set()
    ways: dict[str, tuple[int, float]] = {}
    for number, concept in enumerate(dict.fromkeys(concepts)):
        phrases = max(in_phrases[way.stems] for way in concept.ways)
        tell.append(round(telling(concept, phrases), 2))
        if concept.role in NAMES:
            named.add(number)
        for way in concept.ways:
            ways.setdefault(way.stems, (number, way.weight))
    return Ideas(tell, frozenset(named), ways)


def _written(ideas: Ideas) -> str:
    told = [ideas.tell, sorted(ideas.named), ideas.ways]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
