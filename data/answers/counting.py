"""How many: a number that a record states, or the number of records."""

import re
from collections.abc import Iterator

from data import days, session
from data.answers.answer import Answer, Lead
from data.answers.asked import Asked, answers
from data.elections import Election
from data.search.concepts import Concept
from data.search.ranking import Match

KINDS = {
    "elect": "election",
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
_NUMBER = r"(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelv)"
PEOPLE = {"people", "persons", "personnes", "personas", "شخصا", "اشخاص"}
THINGS = {"event", "document", "resolution"}  # of which *how many people* asks nothing
ATTENDING = {
    "came",
    "come",
    "attend",
    "attended",
    "showed",
    "turned",
    "watched",
    "listened",
    "joined",
}
OF_DAYS = {"day", "work", "session", "assembl", "confer", "meet", "last"}
FEW_WAYS = 2
TITLED, NEARLY = 0.75, 0.9


def how_many(asked: Asked) -> Answer | None:
    """Answer how many there are; None where that is not asked.

    Where nothing states the number and no records can be counted, the answer is empty.
    """
    if not asked.wants("how_many"):
        return None
    concepts = asked.question.concepts
    titled = _titled(asked)
    if titled is not None:
        return titled
    told = stated(asked, concepts[0]) if concepts else None
    if asked.wants("how_much"):  # one word for both, as in Arabic: only a number that is stated
        return _votes(asked) or told
    found = _votes(asked) or _days(asked) or _given(asked) or _elected(asked)
    return found or told or counted(asked) or _so(asked) or Answer()


def _so(asked: Asked) -> Answer | None:
    """Answer where people are known to ask for it so: for the number, or in nearly these words."""
    if not ATTENDING.isdisjoint(asked.question.words):
        return asked.so(formed=True)
    return asked.so(formed=True) or asked.so(least=NEARLY)


def _titled(asked: Asked) -> Answer | None:
    """Answer with what sources say against each other, where the question is its title."""
    return _disputing(asked) if asked.found and asked.found[0].fit >= TITLED else None


def _votes(asked: Asked) -> Answer | None:
    """Answer with a number of votes that an election has in a field of its own."""
    noun = {way.stems for each in asked.question.concepts[:1] for way in each.ways}
    names = [name for stem, name in VOTES.items() if asked.concept(stem)] if noun & {*VOTES} else []
    for match in asked.of_kind("election") if names else ():
        if not _is_about(asked, match):
            continue
        record = asked.record(match)
        if isinstance(record, Election) and getattr(record, names[0]) is not None:
            facts = {"number": getattr(record, names[0]), "person": record.person}
            return Answer(record, leads=(Lead(f"votes.{names[0]}", facts),))
    return (_disputing(asked) or asked.so() or Answer()) if names else None


def _disputing(asked: Asked) -> Answer | None:
    """Answer with what sources say against each other, where that is the best record."""
    best = asked.found[0] if asked.found else None
    if best is None or best.row.kind != "conflict" or not answers(asked.question, best):
        return None
    record = asked.record(best)
    return Answer(record) if record else None


def _is_about(asked: Asked, match: Match) -> bool:
    """Say whether all that is named besides the votes is named in the title or the office."""
    about = f"{match.row.in_title}{match.row.in_subject}"
    return all(
        any(way.stems in VOTES or f" {way.stems} " in about for way in concept.ways)
        for concept in asked.question.hard
        if concept.role != "number"
    )


def _days(asked: Asked) -> Answer | None:
    """Answer with the number of days, where nothing else is asked than how many there were."""
    held = session.get(asked.db, asked.session)
    more = [each for each in asked.question.hard if each.ways[0].stems not in OF_DAYS]
    if more or asked.concept("day") is None or held is None:
        return None
    lead = Lead("count", {"number": len(days.every(asked.db, asked.session)), "kind": "day"})
    return Answer(held, leads=(lead,))


def _given(asked: Asked) -> Answer | None:
    """Answer with the number of pledges, where it is asked how many states gave money."""
    is_giving = asked.concept("pledg") is not None
    return counted(asked) if is_giving else None


def _elected(asked: Asked) -> Answer | None:
    """Answer with the number of all who were elected, where no office is named."""
    return (
        counted(asked)
        if [each.ways[0].stems for each in asked.question.hard] == ["elect"]
        else None
    )


def stated(asked: Asked, noun: Concept) -> Answer | None:
    """Answer with a record in which a number stands before what is counted."""
    best: tuple[tuple[bool, int], Match] | None = None
    for match in asked.found:
        if not answers(asked.question, match):
            continue
        for line in _lines(match):
            if " elect " in line and "have" in asked.question.words:
                continue  # how many it has is not how many were elected
            if not _counts(line, noun, asked) and not _disputed(asked, match, line):
                continue
            told = sum(
                any(f" {way.stems} " in line for way in each.ways)
                for each in asked.question.concepts
            )
            good = (match.row.kind != "day", told)
            if best is None or good > best[0]:
                best = (good, match)
    record = asked.record(best[1]) if best else None
    return Answer(record) if record else None


def _lines(match: Match) -> Iterator[str]:
    yield from f"{match.row.in_title}{match.row.in_body}".split("\n")


def _counts(line: str, noun: Concept, asked: Asked) -> bool:
    """Say whether a number stands before what is counted; of people anywhere in the sentence."""
    words, _, things = line.partition("|")
    for way in noun.ways:
        if way.weight < 1.0 and len(noun.ways) > FEW_WAYS:
            continue
        if _number(rf" {_NUMBER}(?: \w+){{0,2}} {re.escape(way.stems)} ", words, things):
            return True
    if any(re.search(rf" panel {_NUMBER} ", words) for way in noun.ways if way.stems == "panel"):
        return True
    if PEOPLE.isdisjoint(asked.question.words):
        return False
    ways = [way for each in asked.question.hard for way in each.ways]
    return any(
        _number(rf" {re.escape(way.stems)}(?: \w+){{0,2}} {_NUMBER} ", words, things)
        for way in ways
    )


def _number(pattern: str, words: str, things: str) -> bool:
    """Say whether the pattern's number is found, and is no part of a date or a reference."""
    found = re.search(pattern, words)
    return found is not None and (not found[1].isdecimal() or f"#{found[1]}" in things.split())


def _disputed(asked: Asked, match: Match, line: str) -> bool:
    """Say whether sources differ on the number, and this is a sentence of what they say."""
    return match is asked.found[0] and match.row.kind == "conflict" and "#" in line


def counted(asked: Asked) -> Answer | None:
    """Answer with the number of records that are meant."""
    kind = next((kind for stem, kind in KINDS.items() if asked.concept(stem)), None)
    if kind in THINGS and not PEOPLE.isdisjoint(asked.question.words):
        return None
    found = asked.of_kind(kind) if kind else []
    if kind is None or not found:
        return None
    listed = asked.named(kind, [match.row.record for match in found])
    lead = Lead("count", {"number": len(found), "kind": kind})
    return Answer(listed[0], leads=(lead,), all=tuple(listed))
