"""A question that names a kind of records and nothing else: all of them."""

from data import resolutions
from data.answers import giving
from data.answers.answer import Answer, Lead
from data.answers.asked import Asked
from data.answers.counting import KINDS, counted, stated
from data.elections import Election

SEVERAL, ALIKE = 3, 0.98
PLURAL = ("s", "\u0627\u062a")  # in Arabic, alef and teh
ADOPTING = frozenset({"adopt", "decid", "agre", "approv", "pass", "outcom", "result"})
ALL_BESIDE = frozenset({"session", "assembl", "asp", "meet", "confer", "court", "icc", "state"})


def of_kind(asked: Asked) -> Answer | None:
    """Answer with what tells of all records of a kind; None where more or less is asked."""
    hard = asked.question.hard
    if not hard:
        return _adopted(asked)
    if asked.wants("who") and [each.ways[0].stems for each in hard] == ["elect"]:
        return counted(asked)
    if len(hard) != 1 or not hard[0].typed.endswith(PLURAL):
        return None
    foreign = asked.question.language != "en"
    if not any(way.stems in KINDS and (foreign or way.weight == 1.0) for way in hard[0].ways):
        return None
    if any(way.stems in giving.GIVING for way in hard[0].ways):
        return giving.every(asked)
    return stated(asked, hard[0]) or counted(asked)


def of_office(asked: Asked) -> Answer | None:
    """Answer with all who were elected to an office, where several answer as well as the first."""
    if not asked.wants("who") or not asked.found or asked.found[0].row.kind != "election":
        return None
    best = asked.found[0].score
    near = [match for match in asked.of_kind("election") if match.score >= ALIKE * best]
    records = [record for match in near if (record := asked.record(match)) is not None]
    offices = {record.office for record in records if isinstance(record, Election)}
    if len(records) < SEVERAL or len(offices) != 1:
        return None
    lead = Lead("count", {"number": len(records), "kind": "election"})
    return Answer(records[0], leads=(lead,), all=tuple(records))


def _adopted(asked: Asked) -> Answer | None:
    """Answer with all resolutions, where nothing is asked but what was decided."""
    told = [{way.stems for way in concept.ways} for concept in asked.question.concepts]
    adopting = [stems for stems in told if not stems.isdisjoint(ADOPTING)]
    beside = [stems for stems in told if stems not in adopting]
    if not adopting or any(stems.isdisjoint(ALL_BESIDE) for stems in beside):
        return None
    listed = resolutions.every(asked.db, asked.session)
    if not listed:
        return None
    lead = Lead("count", {"number": len(listed), "kind": "resolution"})
    return Answer(listed[0], leads=(lead,), all=tuple(listed))
