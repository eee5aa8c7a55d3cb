"""Whether a record that covers a question answers it: what each kind of records is held to."""

import re
from collections.abc import Callable
from functools import partial

from data.search.concepts import Concept
from data.search.question import Question
from data.search.ranking import Match
from data.search.references import SYMBOL

# Who asks for something in a form, such as *who* or *when*, means all the words beside it.
COVERED, COVERED_IN_FORM = 0.75, 0.87
UNFORMED = frozenset({"whether", "judging"})
TERM_FIT, WHOLE_FIT, ASKED_AS_TERM = 0.3, 0.99, 0.6
ASKED_TOGETHER, IN_OTHERS = 0.7, 0.5
YEAR = re.compile(r"#(?:19|20)\d\d")
ON = ("on", "about", "sur", "sobre", "حول", "بشان")
HELD_ON = ("debat", "side event")
HOLDERS = ("person", "election", "statement")
OFFICES = ("president", "presid", "prosecutor", "registrar", "minist", "attorney general")


def covers(question: Question, match: Match) -> bool:
    """Say whether a record covers what has to be covered, and enough of the rest."""
    least = COVERED_IN_FORM if question.forms - UNFORMED else COVERED
    enough = match.coverage >= least or _is_by_symbol(question, match)
    return bool(question.hard) and not match.lacking and enough


def _is_by_symbol(question: Question, match: Match) -> bool:
    """Say whether the record is asked for by its symbol, which no other one has."""
    named = f"{match.row.in_title}{match.row.in_subject}"
    return match.row.kind == "document" and any(
        each.ways[0].stems.startswith(SYMBOL) and holds(named, each) for each in question.hard
    )


def is_told_together(question: Question, match: Match) -> bool:
    """Say whether two of the things asked stand together, or one in what names the record.

    Words from sentences that have nothing to do with each other are no answer, unless they are
    the very words that were typed. Where a number is asked for, that one is looked for by itself.
    """
    row, hard = match.row, question.hard
    if "how_many" in question.forms:
        return True
    if len(hard) == 1:
        return not _is_loose(question, match)
    shared = [place for place in match.alike.shared if question.concepts[place] in hard]
    if len(shared) > 1 or (shared and match.alike.likeness >= ASKED_TOGETHER):
        return True
    if any(holds(f"{row.in_title}{row.in_subject}", each) for each in hard):
        return True
    if all(f" {each.ways[0].stems} " in row.in_body for each in hard):
        return True
    return any(
        sum(holds(line, each) for each in hard) > 1
        for line in (*row.in_body.split("\n"), *row.in_context.split("\n"))
    )


def is_in_its_words(question: Question, match: Match) -> bool:
    """Say whether a record has one of the English words asked, and not only others for all.

    *Film screening* is not what a rule says on recordings and video. Where people are known to
    ask for the record in some such words, others do.
    """
    if question.language != "en" or len(question.hard) < 2 or match.alike.likeness >= IN_OTHERS:
        return True
    row = match.row
    told = f"{row.in_title}{row.in_subject}{row.in_body}{row.in_context}"
    return any(
        f" {way.stems} " in told
        for each in question.hard
        for way in each.ways
        if way.weight == max(other.weight for other in each.ways)
    )


def _is_loose(question: Question, match: Match) -> bool:
    """Say whether of *when was the court founded* only *founded* is found, in other words."""
    row, sole = match.row, question.hard[0]
    told = f"{row.in_title}{row.in_subject}{row.in_body}"
    return (
        "when" in question.forms
        and " " not in sole.typed
        and f" {sole.ways[0].stems} " not in told
        and any(each.soft for each in question.concepts)
    )


def is_of_the_year(question: Question, match: Match) -> bool:
    """Say whether a year that is asked for is that of the thing, and not of something beside it.

    It stands in the title, the subject or the date; or in a sentence with what else is asked.
    """
    row = match.row
    near = f"{row.in_title}{row.in_subject}{row.in_context}"
    for year in question.hard:
        if year.role != "number" or not YEAR.fullmatch(year.ways[0].stems) or holds(near, year):
            continue
        others = [each for each in question.hard if each is not year]
        lines = [line for line in row.in_body.split("\n") if holds(line, year)]
        if others and not any(holds(line, each) for line in lines for each in others):
            return False
    return True


def of_term(question: Question, match: Match) -> bool:
    """Say whether a term is asked for, and not only words that explain it."""
    if any(concept.role == "reference" for concept in question.hard):
        return True
    if match.alike.likeness >= ASKED_AS_TERM:
        return True
    return match.fit >= (WHOLE_FIT if "who" in question.forms else TERM_FIT)


def of_statement(question: Question, match: Match) -> bool:
    """Say whether it is asked what a state said, and not what was said *on* it."""
    del match
    on_a_state = any(map(partial(is_about, question), question.hard))
    return not (on_a_state and any(said(each, *HELD_ON) for each in question.hard))


def is_about(question: Question, concept: Concept) -> bool:
    """Say whether a concept is a state *on* which something is asked."""
    words = f" {' '.join(question.words)}"
    return concept.role == "place" and any(f" {each} {concept.typed}" in words for each in ON)


def of_election(question: Question, match: Match) -> bool:
    """Say whether an office that is asked for is the one of this election.

    What else an election's record tells, such as who had the seat before, is no office.
    """
    if not any(said(each, "elect") for each in question.hard):
        return True
    row = match.row
    told = f"{row.in_title}{row.in_subject}{row.in_context}"
    return all(holds(told, each) for each in question.hard if said(each, *OFFICES))


def of_office(question: Question, match: Match) -> bool:
    """Say whether the holder of an office is named, where it is asked who that is."""
    if "who" not in question.forms or not all(said(each, *OFFICES) for each in question.hard):
        return True
    return match.row.kind in HOLDERS and holds(match.row.in_subject, question.hard[0])


def holds(told: str, concept: Concept) -> bool:
    """Say whether a stretch of the index holds a concept."""
    return any(f" {way.stems} " in told for way in concept.ways)


def said(concept: Concept, *stems: str) -> bool:
    """Say whether records may say a concept with one of the stems."""
    return any(way.stems in stems for way in concept.ways)


Condition = Callable[[Question, Match], bool]
OF_ALL: tuple[Condition, ...] = (
    *(covers, is_told_together, is_of_the_year, of_office),
    is_in_its_words,
)
OF_KIND: dict[str, Condition] = {
    "term": of_term,
    "statement": of_statement,
    "election": of_election,
}
