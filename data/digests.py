"""All that a day's digest tells: the summary, what was decided, what was published."""

from dataclasses import dataclass

from sqlite_utils import Database

from data import days, documents, outcomes
from data.days import Day
from data.documents import Document
from data.outcomes import Outcome
from data.richtext import RichText
from data.session import Session


@dataclass(frozen=True, slots=True)
class Digest:
    """A day with what belongs to it; ``total`` is the number of the session's days."""

    session: Session
    day: Day
    total: int
    summary: RichText | None
    decided: tuple[Outcome, ...]
    published: tuple[Document, ...]


def of_day(db: Database, session: Session, number: int) -> Digest | None:
    """Gather the digest of day ``number``; None where the session has no such day."""
    day = days.get(db, session.id, number)
    if day is None:
        return None
    return Digest(
        session=session,
        day=day,
        total=len(days.every(db, session.id)),
        summary=days.summary(db, session.id, number),
        decided=tuple(outcomes.of_day(db, session.id, number)),
        published=tuple(documents.of_date(db, session.id, day.date.isoformat())),
    )
