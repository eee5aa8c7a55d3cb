"""Questions that the records of a session cannot answer, whatever words they share with them."""

from collections.abc import Sequence

from data.answers.asked import Asked, has_same_words, is_asked_so
from data.search.concepts import Concept
from data.search.grammar import grammar
from data.search.question import Question

NAMING = frozenset({"asp", "session", "assembly", "date", "dates", "place", "new"})
NOUNS_FOLLOW = frozenset({"a", "the", "no", "any", "this", "automatic", "human"})
SUCCESS = frozenset({"success", "successful", "failure", "failed"})
# A question that begins so asks what nobody can know yet, or what the bot thinks or has, mostly.
PROPHECY = frozenset({"will", "would", "do"})
# One that begins so asks, of somebody, for a judgement or for what became of them, mostly.
JUDGED = frozenset({"is", "are", "was", "were"})
SOMEWHAT, SOMEBODY = 0.65, frozenset({"person", "state", "statement"})
FEELING = frozenset({"satisfied", "happy", "pleased", "angry", "proud", "sad", "afraid"})
LOOKED_AT = 8
SUPERLATIVES = ("largest", "biggest", "most", "highest", "smallest", "lowest", "least", "larg")


def is_unfit(asked: Asked) -> bool:
    """Say whether a question asks for an opinion, for who voted how, or another session."""
    question = asked.question
    judging = asked.wants("judging") or _is_judging(question.words)
    judging = judging and asked.concept("think", "reaction") is None  # of others, as is recorded
    opinion = asked.wants("opinion") and (
        asked.wants("whether") or not any(map(has_same_words, asked.found[:1]))
    )
    if (
        opinion
        or asked.wants("voters", "chatting")
        or (judging and (asked.wants("whether") or question.words[:1] == ("would",)))
    ):
        return True
    if PROPHECY.intersection(question.words[:1]) or _is_to_the_bot(question):
        return not any(map(is_asked_so, asked.found[:1]))
    if _is_judged(asked):
        return True
    if question.own and question.hard and all(each.typed in SUCCESS for each in question.hard):
        return True
    return question.other is not None and not _is_on_its_date(asked)


def _is_judged(asked: Asked) -> bool:
    """Say whether somebody is asked about in words that people are not known to ask in."""
    question, match = asked.question, next(iter(asked.found), None)
    if match is None or match.row.kind not in SOMEBODY or JUDGED.isdisjoint(question.words[:1]):
        return False
    light = {place for place, concept in enumerate(question.concepts) if concept.light}
    asked_so = match.alike.whole and match.alike.likeness >= SOMEWHAT
    return not (asked_so and light <= match.alike.shared)


def _is_to_the_bot(question: Question) -> bool:
    """Say whether *you* are asked about, and not only asked to tell something."""
    told = f" {' '.join(question.words)} "
    for each in grammar(question.language).polite:
        told = told.replace(f" {each} ", " ")
    return not grammar(question.language).addressed.isdisjoint(told.split())


def _is_judging(words: Sequence[str]) -> bool:
    """Say whether anything is *too* much, or somebody *is right*, which is no right they have.

    *Will it ever* asks for a prophecy.
    """
    if "too" in words[:-1] or ("will" in words[:1] and "ever" in words):
        return True
    if words[:1] in (("is",), ("are",)) and not FEELING.isdisjoint(words):
        return True
    if not JUDGED.isdisjoint(words[:1]) and words[-1] in {"right", "wrong"}:
        return True
    return any(
        word in {"right", "wrong"}
        and before not in NOUNS_FOLLOW
        and after in {"about", "to", "that"}
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


def _is_on_its_date(asked: Asked) -> bool:
    """Say whether of another session only its date or place is asked, which alone are held.

    Whatever else is asked has to stand in one sentence with the session.
    """
    question = asked.question
    if any(map(has_same_words, asked.found[:1])):
        return True
    if asked.wants("when", "where") or (asked.wants("meaning") and not question.within):
        return True
    rest = [each for each in question.concepts if each.role != "session" and not _is_naming(each)]
    if not rest:
        return True
    if all(each.soft for each in rest):
        return not question.within
    return any(
        all(any(f" {way.stems} " in line for way in each.ways) for each in question.hard)
        for match in asked.found[:LOOKED_AT]
        for line in f"{match.row.in_title}{match.row.in_body}".split("\n")
    )


def _is_naming(concept: Concept) -> bool:
    return concept.typed in grammar("en").stop | NAMING


def is_unmeasured(asked: Asked) -> bool:
    """Say whether the most or least of something is asked for that no record speaks of as such."""
    if not asked.wants("most", "least") or not asked.found:
        return False
    row = asked.found[0].row
    told = f"{row.in_title}{row.in_subject}{row.in_body}{row.in_context}"
    return not any(f" {each} " in told for each in SUPERLATIVES)
