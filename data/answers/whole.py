"""Questions about the session as a whole: where, when, how long it was."""

from data import session
from data.answers.answer import Answer, Lead
from data.answers.asked import Asked

NAMING = frozenset({"session", "assembl", "confer", "meet", "asp", "asp12", "gather"})
PLACING = frozenset(
    {"world forum", "venu", "host", "held", "hold", "place", "town", "build", "locat"}
)
BEGINNING = frozenset({"start", "begin", "open", "commenc", "close", "end", "finish", "conclud"})


def of_session(asked: Asked) -> Answer | None:
    """Answer with the session, where nothing but the session is asked about; None for all else."""
    held = session.get(asked.db, asked.session)
    if held is None or asked.wants("time") or not _is_meant(asked):
        return None
    if asked.wants("when", "how_long"):
        return Answer(held, leads=(Lead("session.when", {"start": held.start, "end": held.end}),))
    if asked.wants("where"):
        return Answer(
            held, leads=(Lead("session.where", {"venue": held.venue, "place": held.place}),)
        )
    meant = asked.question.own or asked.wants("meaning", "who")
    return Answer(held) if meant else None


def _is_meant(asked: Asked) -> bool:
    question = asked.question
    if question.other is not None or question.dates:
        return False
    told = [{way.stems for way in concept.ways} for concept in question.concepts]
    if question.vague:
        return question.own or any(not stems.isdisjoint(NAMING) for stems in told)
    hard = [{way.stems for way in concept.ways} for concept in question.hard]
    named = question.own or any(not stems.isdisjoint(NAMING) for stems in told)
    if asked.wants("who") and all(stems & {"gather", "meet"} for stems in hard):
        return True
    wanted = PLACING if asked.wants("where") else BEGINNING if asked.wants("when") else frozenset()
    return named and all(not stems.isdisjoint(wanted) for stems in hard)
