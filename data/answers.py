"""What answers a question: one record, what stands beside it, or the topics nearest to silence."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from data import kinds, outcomes, resolutions, search, topics
from data.records import Record
from data.search import Hit
from data.topics import Topic

LOOKED_AT = 30
BESIDE = 3
NEAREST = 5
RELATED = 0.35


@dataclass(frozen=True, slots=True)
class Answer:
    """The hit that answers and its record; None where the base does not hold the answer.

    ``beside`` are the hits to see as well; ``nearest`` the topics that are offered instead.
    """

    best: Hit | None
    record: Record | None
    beside: tuple[Hit, ...]
    nearest: tuple[Topic, ...]


def to_question(db: Database, session: str, question: str) -> Answer:
    """Return what the base of a session holds for a question."""
    hits = search.find(db, session, question, limit=LOOKED_AT)
    best = hits[0] if hits and search.answerable(hits, question) else None
    record = kinds.get(db, session, best.kind, best.record) if best else None
    if best is None or record is None:
        return Answer(None, None, (), tuple(nearest(db, session, hits)))
    return Answer(best, record, tuple(beside(best, hits)), ())


def beside(best: Hit, hits: Sequence[Hit], most: int = BESIDE) -> list[Hit]:
    """Choose what to see beside the best hit: of other kinds first, by score, nothing far off."""
    others = [
        each
        for each in hits
        if (each.kind, each.record) != (best.kind, best.record)
        and each.score >= RELATED * best.score
    ]
    chosen: list[Hit] = []
    for each in others:
        if each.kind not in {best.kind, *(other.kind for other in chosen)}:
            chosen.append(each)
    chosen.extend(each for each in others if each not in chosen)
    return sorted(chosen[:most], key=others.index)


def nearest(db: Database, session: str, hits: Sequence[Hit], most: int = NEAREST) -> list[Topic]:
    """Return the topics that the hits belong to, the best first; else the first of the session."""
    every = topics.every(db, session)
    counted = outcomes.counts(db, session)
    by_id = {topic.id: topic for topic in every if counted.get(topic.id)}
    of_record = {
        **{("resolution", each.id): each.topic for each in resolutions.every(db, session)},
        **{("outcome", each.id): each.topic for each in outcomes.every(db, session)},
        **{("topic", topic.id): topic.id for topic in every},
    }
    touched = [of_record.get((hit.kind, hit.record), "") for hit in hits]
    near = [by_id[each] for each in dict.fromkeys(touched) if each in by_id]
    return (near or list(by_id.values()))[:most]
