"""A question answered: one record, what stands beside it, or the topics nearest to silence."""

from collections.abc import Callable

from sqlite_utils import Database

from data import search
from data.answers import calendar, counting, giving, listing, telling, whole
from data.answers.answer import Answer
from data.answers.asked import Asked, answers, is_asked_just_so
from data.answers.beside import beside
from data.answers.fitting import COVERED
from data.answers.silence import nearest
from data.answers.unfit import is_unfit, is_unmeasured
from data.budget import Figure
from data.people import Person
from data.records import Record
from data.search.finding import REFRESH_SECONDS, Finding, as_hit, hits
from data.search.reading import read
from data.states import Statement

LOOKED_AT = 6
UNKNOWN = 0.8
CLOSE = 0.9
Way = Callable[[Asked], Answer | None]


def to_question(db: Database, session: str, question: str) -> Answer:
    """Return what the base of a session holds for a question."""
    search.refresh(db, REFRESH_SECONDS)
    read_ = read(db, session, question)
    finding = Finding(db, session, read_)
    asked = Asked(db, session, read_, finding, finding.best())
    ways: tuple[Way, ...] = (
        _unknown,
        _unfit,
        calendar.of_date,
        giving.most,
        giving.total,
        _unmeasured,
        counting.how_many,
        listing.of_kind,
        listing.of_office,
        whole.of_session,
        _vague,
        _best,
        _absent,
    )
    answer = next((found for way in ways if (found := way(asked)) is not None), Answer())
    return _completed(asked, answer)


def _unknown(asked: Asked) -> Answer | None:
    """Be silent where people are known to ask just this, and no record answers it."""
    alike = asked.finding.alike
    if alike.unanswered < max(UNKNOWN, alike.best()):
        return None
    near = (each for each in asked.found if (each.row.kind, each.row.record) == alike.near)
    return Answer(closest=next(map(as_hit, near), None))


def _unfit(asked: Asked) -> Answer | None:
    return Answer() if is_unfit(asked) else None


def _unmeasured(asked: Asked) -> Answer | None:
    return (asked.so() or Answer()) if is_unmeasured(asked) else None


def _vague(asked: Asked) -> Answer | None:
    """Be silent where only words that say little are asked, unless people are known to ask so."""
    return (asked.so() or Answer()) if asked.question.vague else None


def _best(asked: Asked) -> Answer | None:
    """Answer with the best record, if it covers all and says something on the thing asked."""
    fitting = [match for match in asked.found if answers(asked.question, match)]
    for match in fitting[:LOOKED_AT]:
        if match.score < CLOSE * fitting[0].score:
            break
        record = asked.record(match)
        leads = telling.told(asked, match, record) if record else None
        if leads is None and is_asked_just_so(match) and not isinstance(record, Statement):
            leads = ()
        if record is not None and leads is not None:
            return Answer(record, leads=leads)
        if not _may_be_told_elsewhere(asked, record):
            break
    if not fitting:
        return None
    return _disputed(asked) or Answer(closest=as_hit(fitting[0]))


def _may_be_told_elsewhere(asked: Asked, record: Record | None) -> bool:
    """Say whether another record may tell what this one lacks: a sum, where one spoke, the hour."""
    if asked.wants("time"):
        return True
    elsewhere = (Figure, Statement, Person) if asked.wants("where") else (Figure, Statement)
    return isinstance(record, elsewhere)


def _disputed(asked: Asked) -> Answer | None:
    """Answer with what sources say against each other, where a record leaves it open.

    They do not differ on the time of day.
    """
    if asked.wants("time"):
        return None
    for match in asked.found:
        if match.row.kind == "conflict" and answers(asked.question, match):
            record = asked.record(match)
            return Answer(record) if record else None
    return None


def _absent(asked: Asked) -> Answer | None:
    """Name the record that says itself that this is not known."""
    for match in asked.found:
        if match.coverage < COVERED <= match.absent:
            return Answer(closest=as_hit(match))
    return None


def _completed(asked: Asked, answer: Answer) -> Answer:
    shown = hits(asked.found)
    if answer.record is not None:
        return answer._replace(beside=tuple(beside(answer, shown)))
    near = nearest(asked.db, asked.session, shown)
    return answer._replace(nearest=tuple(near))
