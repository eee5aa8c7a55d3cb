"""What is offered where the base holds no answer."""

from collections.abc import Sequence

from sqlite_utils import Database

from data import outcomes, resolutions, topics
from data.search import Hit
from data.topics import Topic

NEAREST = 5


def nearest(db: Database, session: str, hits: Sequence[Hit], most: int = NEAREST) -> list[Topic]:
    """Return the topics that the hits belong to, the best first; else the first of the session."""
    every = topics.every(db, session)
    counted = outcomes.counts(db, session)
    by_id = {topic.id: topic for topic in every if counted.get(topic.id)}
    of_record = {
        **{("resolution", each.id): each.topic for each in resolutions.every(db, session)},
        **{("outcome", each.id): each.topic for each in outcomes.every(db, session)},
    }
    touched = [of_record.get((hit.kind, hit.record), "") for hit in hits]
    near = [by_id[each] for each in dict.fromkeys(touched) if each in by_id]
    return (near or list(by_id.values()))[:most]
