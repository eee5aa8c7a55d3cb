"""Whether a publication answers: it has to be meant.

Most questions share a word with the title of some paper, which answers none of them by itself.
"""

from data.answers.fitting import holds, said
from data.search.concepts import Concept
from data.search.question import Question
from data.search.ranking import Match

FIT = 0.6
FIT_OF_WRITTEN = 0.35
FIT_OF_NAMED = 0.27
NAMING = ("date", "reference", "number")


def is_meant(question: Question, match: Match) -> bool:
    """Say whether a publication is asked for: by its title, its author, its date, its symbol."""
    if question.asks_for_publication:
        named = any(concept.role == "reference" for concept in question.hard)
        titled = match.fit >= FIT_OF_WRITTEN or _is_titled(question, match)
        return named or titled or _is_author(question, match)
    typed = " ".join(concept.ways[0].stems for concept in question.concepts)
    return (
        match.fit >= FIT
        or any(concept.role in NAMING for concept in question.hard)
        or any(said(concept, "document") for concept in question.concepts)
        or (" " in typed and f" {typed} " in match.row.in_title)
        or _is_named(question, match)
    )


def _is_named(question: Question, match: Match) -> bool:
    """Say whether two or more things are asked for, all in the title or of the author."""
    named = f"{match.row.in_title}{match.row.in_subject}"
    told = [concept for concept in question.hard if not concept.light]
    return len(told) > 1 and all(holds(named, concept) for concept in told)


def _is_titled(question: Question, match: Match) -> bool:
    """Say whether all that is told of the publication stands in its title."""
    told = [concept for concept in question.concepts if not _is_publishing(concept)]
    named = bool(told) and match.fit >= FIT_OF_NAMED
    return named and all(holds(match.row.in_title, concept) for concept in told)


def _is_author(question: Question, match: Match) -> bool:
    """Say whether somebody is named who published it."""
    return any(
        holds(match.row.in_subject, concept)
        for concept in question.hard
        if not _is_publishing(concept)
    )


def _is_publishing(concept: Concept) -> bool:
    return said(concept, "author", "document")
