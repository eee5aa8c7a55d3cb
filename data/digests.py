"""All that a day's digest tells: the summary, what was decided, what was published."""

from collections.abc import Collection
from typing import NamedTuple

from sqlite_utils import Database

from data import days, documents, outcomes, programme
from data.days import Day
from data.documents import Document
from data.outcomes import Outcome
from data.programme import Event
from data.richtext import RichText
from data.session import Session


class Digest(NamedTuple):
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


class Sent(NamedTuple):
    """A day as it is sent to chats: ``language`` is the summary's, where there is one.

    ``following`` is the next day with what it holds, as far as the files know it.
    """

    digest: Digest
    language: str
    following: Day | None
    ahead: tuple[Event, ...]


def to_send(
    db: Database, session: Session, number: int, language: str, topics: Collection[str] | None
) -> Sent | None:
    """Gather day ``number`` as it is sent; None where the session has no such day.

    The summary is the one in ``language``; else the English one, else any. Of outcomes and
    publications it has those of ``topics``; None takes all.
    """
    digest = of_day(db, session, number)
    if digest is None:
        return None
    texts = {each: text for day, each, text in days.summaries(db, session.id) if day == number}
    chosen = next((each for each in (language, "en", *texts) if each in texts), language)
    following = days.get(db, session.id, number + 1)
    return Sent(
        digest=digest._replace(
            summary=texts.get(chosen),
            decided=tuple(e for e in digest.decided if topics is None or e.topic in topics),
            published=_of_topics(db, session.id, digest.published, topics),
        ),
        language=chosen,
        following=following,
        ahead=tuple(programme.of_day(db, session.id, number + 1)) if following else (),
    )


def _of_topics(
    db: Database, session: str, published: tuple[Document, ...], topics: Collection[str] | None
) -> tuple[Document, ...]:
    """Leave out what only outcomes of other topics rest on; a publication has no topic itself."""
    if topics is None:
        return published
    every = outcomes.every(db, session)
    wanted = {source for each in every if each.topic in topics for source in each.sources}
    others = {source for each in every for source in each.sources} - wanted
    return tuple(each for each in published if not set(each.sources) <= others)
