"""Questions that the records of a session cannot answer, whatever words they share with them."""

from data.answers.asked import Asked
from data.search.grammar import grammar

SUPERLATIVES = ("largest", "biggest", "most", "highest", "smallest", "lowest", "least", "larg")


def is_unfit(asked: Asked) -> bool:
    """Say whether a question asks for an opinion, for who voted how, or another session."""
    if asked.wants("opinion", "voters") or (asked.wants("judging") and asked.wants("whether")):
        return True
    return asked.question.other is not None and not _asks_when_or_where(asked)


def _asks_when_or_where(asked: Asked) -> bool:
    """Of other sessions only the dates and the place are held."""
    if asked.wants("when", "where", "meaning"):
        return True
    question = asked.question
    known = grammar("en").stop | {"asp", "session", "next", "previous", "last", "date", "place"}
    rest = [
        concept
        for concept in question.concepts
        if concept.role != "session" and concept.typed not in known
    ]
    return not rest


def is_unmeasured(asked: Asked) -> bool:
    """Say whether the most or least of something is asked for that no record speaks of as such."""
    if not asked.wants("most", "least") or not asked.found:
        return False
    row = asked.found[0].row
    told = f"{row.in_title}{row.in_subject}{row.in_body}{row.in_context}"
    return not any(f" {each} " in told for each in SUPERLATIVES)
