"""What is offered where the base holds no answer."""

from collections.abc import Sequence

from sqlite_utils import Database

from data import outcomes, topics
from data.search import Hit
from data.topics import Topic

NEAREST = 5


def nearest(db: Database, session: str, hits: Sequence[Hit], most: int = NEAREST) -> list[Topic]:
    """Return the topics that the hits belong to, the best first; else the first of the session."""
    counted = outcomes.counts(db, session)
    by_id = {topic.id: topic for topic in topics.every(db, session) if counted.get(topic.id)}
    touched = (topics.of_record(db, session, hit.kind, hit.record) for hit in hits)
    near = [by_id[each] for each in dict.fromkeys(touched) if each in by_id]
    return (near or list(by_id.values()))[:most]
