"""A question answered: one record, what stands beside it, or the topics nearest to silence."""

from collections.abc import Sequence

from sqlite_utils import Database

from data import kinds, search
from data.answers.answer import Answer
from data.answers.silence import nearest
from data.search import Hit
from data.search.finding import REFRESH_SECONDS, hits, matches
from data.search.question import Question
from data.search.ranking import Match
from data.search.reading import read

COVERED = 0.99
BESIDE = 3
RELATED = 0.5


def to_question(db: Database, session: str, asked: str) -> Answer:
    """Return what the base of a session holds for a question."""
    search.refresh(db, REFRESH_SECONDS)
    question = read(db, session, asked)
    found = matches(db, session, question)
    shown = hits(found)
    best = next((match for match in found if answers(question, match)), None)
    record = kinds.get(db, session, best.row.kind, best.row.record) if best else None
    if best is None or record is None:
        return Answer(nearest=tuple(nearest(db, session, shown)))
    return Answer(record, beside=tuple(beside(best, shown)))


def answers(question: Question, match: Match) -> bool:
    """Say whether a record covers so much of a question that it answers it."""
    return bool(question.hard) and not match.lacking and match.coverage >= COVERED


def beside(best: Match, found: Sequence[Hit], most: int = BESIDE) -> list[Hit]:
    """Choose what to see beside the best match: of other kinds first, nothing far off."""
    others = [
        each
        for each in found
        if (each.kind, each.record) != (best.row.kind, best.row.record) and each.coverage >= RELATED
    ]
    chosen: list[Hit] = []
    for each in others:
        if each.kind not in {best.row.kind, *(other.kind for other in chosen)}:
            chosen.append(each)
    chosen.extend(each for each in others if each not in chosen)
    return sorted(chosen[:most], key=others.index)
