"""How many: a number that a record states, or the number of records."""

import re
from collections.abc import Iterator, Sequence

from data import days, session
from data.answers.answer import Answer, Lead
from data.answers.asked import Asked, answers
from data.elections import Election
from data.search.concepts import Concept
from data.search.ranking import Match

KINDS = {
    "elect": "election",
    "judg": "election",
    "resolut": "resolution",
    "pledg": "pledge",
    "side event": "event",
    "document": "document",
}
VOTES = {
    "requir": "required",
    "abstent": "abstentions",
    "abstain": "abstentions",
    "ballot paper": "ballot_papers",
    "vote": "votes",
}
_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelv)"
PEOPLE = {"people", "persons", "personnes", "personas", "شخصا", "اشخاص"}
YEARS = re.compile(r"#(?:1[89]|20)\d\d\b")


def how_many(asked: Asked) -> Answer | None:
    """Answer how many there are; None where that is not asked.

    Where nothing states the number and no records can be counted, the answer is empty.
    """
    if not asked.wants("how_many"):
        return None
    return _votes(asked) or _days(asked) or _stated(asked) or _counted(asked) or Answer()


def _votes(asked: Asked) -> Answer | None:
    """Answer with a number of votes that an election has in a field of its own."""
    names = [name for stem, name in VOTES.items() if asked.concept(stem)]
    for match in asked.of_kind("election") if names else ():
        record = asked.record(match)
        if isinstance(record, Election) and getattr(record, names[0]) is not None:
            facts = {"number": getattr(record, names[0]), "person": record.person}
            return Answer(record, leads=(Lead(f"votes.{names[0]}", facts),))
    return None


def _days(asked: Asked) -> Answer | None:
    """Answer with the number of days, where nothing else is asked than how many there were."""
    held = session.get(asked.db, asked.session)
    if not asked.question.vague or asked.concept("day") is None or held is None:
        return None
    lead = Lead("count", {"number": len(days.every(asked.db, asked.session)), "kind": "day"})
    return Answer(held, leads=(lead,))


def _stated(asked: Asked) -> Answer | None:
    """Answer with a record in which a number stands before what is counted."""
    noun = asked.question.concepts[0] if asked.question.concepts else None
    if noun is None:
        return None
    best: tuple[float, Match] | None = None
    for match in asked.found:
        if not answers(asked.question, match):
            continue
        for line in _lines(match):
            if not _counts(line, noun, asked):
                continue
            told = sum(
                any(f" {way.stems} " in line for way in each.ways)
                for each in asked.question.concepts
            )
            if best is None or told > best[0]:
                best = (told, match)
    record = asked.record(best[1]) if best else None
    return Answer(record) if record else None


def _lines(match: Match) -> Iterator[str]:
    yield from f"{match.row.in_title}{match.row.in_body}".split("\n")


def _counts(line: str, noun: Concept, asked: Asked) -> bool:
    words = line.partition("|")[0]
    if any(
        re.search(rf" {_NUMBER}(?: \w+){{0,2}} {re.escape(way.stems)} ", words) for way in noun.ways
    ):
        return True
    if not PEOPLE & {*asked.question.words}:
        return False
    return "#" in YEARS.sub("", line) and all(
        any(f" {way.stems} " in line for way in each.ways) for each in asked.question.hard
    )


def _counted(asked: Asked) -> Answer | None:
    """Answer with the number of records that are meant."""
    kind = next((kind for stem, kind in KINDS.items() if asked.concept(stem)), None)
    records: Sequence = asked.records(asked.of_kind(kind)) if kind else ()
    if not records:
        return None
    lead = Lead("count", {"number": len(records), "kind": kind})
    return Answer(records[0], leads=(lead,), all=tuple(records))
