"""How like a question is to the ways in which people are known to ask for a record."""

from collections.abc import Mapping, Sequence
from heapq import nsmallest
from typing import NamedTuple

from sqlite_utils import Database

from data.search import phrases
from data.search.concepts import Concept
from data.search.phrases import Ideas, Kept
from data.search.question import Question

# So many phrases are gathered from the rarest words, and so many of them looked at closely.
GATHERED, LOOKED_AT = 150, 16
NEAREST = 6
OTHER_FORM, MORE_NAMED, WORD_FOR_WORD = 0.85, 0.75, 0.75

Named = tuple[str, str]


class Alike(NamedTuple):
    """The phrase for a record that is most like a question.

    ``likeness`` is from 0 to 1, the share of what both say that they have in common. ``shared``
    are the places of the question's concepts that the phrase has too; ``whole`` says that those
    are all that a record has to cover; ``formed`` that both ask in the same form.
    """

    likeness: float = 0.0
    shared: frozenset[int] = frozenset()
    whole: bool = False
    formed: bool = False


NONE = Alike()


class Likenesses(NamedTuple):
    """The phrases most like a question: the best for each record, and the best unanswered one.

    ``near`` is the record beside which that one is not answered.
    """

    of: Mapping[Named, Alike]
    unanswered: float
    near: Named | None

    def nearest(self, least: float) -> list[Named]:
        """Return the few records with phrases that are at least so much alike, the best first."""
        near = [name for name, each in self.of.items() if each.likeness >= least]
        return sorted(near, key=lambda name: -self.of[name].likeness)[:NEAREST]

    def best(self) -> float:
        """Return how like the question is the phrase that is most like it."""
        return max((each.likeness for each in self.of.values() if each.whole), default=0.0)


def alike(db: Database, session: str, question: Question) -> Likenesses:
    """Return the records that are asked for in some such words, each with its best phrase."""
    weighed, numbers = _gathered(db, session, question)
    best: dict[Named, Alike] = {}
    unanswered, near = 0.0, None
    for phrase in phrases.kept(db, session, numbers):
        found = _compared(question, weighed, phrase)
        kind, _, identity = phrase.record.partition("/")
        if not phrase.answered:
            known = phrase.forms <= question.forms and _has_all(question, phrase.ideas)
            if known and found.likeness > unanswered:
                unanswered, near = found.likeness, (kind, identity)
            continue
        before = best.get((kind, identity))
        if before is None or found.likeness > before.likeness:
            best[kind, identity] = found
    return Likenesses(best, unanswered, near)


def _gathered(db: Database, session: str, question: Question) -> tuple[list[float], list[int]]:
    """Return what each concept tells, and the phrases that share most, by rough reckoning."""
    weighed, holding = [], []
    ways = {way.stems for concept in question.concepts for way in concept.ways}
    held = phrases.holding(db, session, ways)
    for concept in question.concepts:
        found = [held[way.stems] for way in concept.ways if way.stems in held]
        tells = phrases.telling(concept, max(map(len, found), default=0))
        weighed.append(tells)
        holding.append((tells, set().union(*found)))
    scores: dict[int, float] = {}
    for tells, numbers in sorted(holding, key=lambda each: -each[0]):
        if not scores:
            scores = dict.fromkeys(numbers, tells)
            continue
        known = numbers if len(scores) < GATHERED else numbers & scores.keys()
        for number in known:
            scores[number] = scores.get(number, 0.0) + tells
    return weighed, _best(scores)


def _best(scores: Mapping[int, float]) -> list[int]:
    """Return the numbers with the highest scores, of equals the lower number first."""
    least = sorted(scores.values())[-LOOKED_AT:][:1]
    best = [(-score, number) for number, score in scores.items() if score >= least[0]]
    return [number for _, number in nsmallest(LOOKED_AT, best)]


def _compared(question: Question, weighed: Sequence[float], phrase: Kept) -> Alike:
    """Compare a question with a phrase.

    A strict concept of the question that the phrase lacks leaves no likeness; what the phrase
    names and the question does not, or another form, leaves less.
    """
    ideas = phrase.ideas
    common, shared, met, whole = 0.0, set(), set(), True
    for place, concept in enumerate(question.concepts):
        likeness, number = _meeting(concept, ideas)
        if likeness:
            if likeness >= WORD_FOR_WORD:
                shared.add(place)
            common += likeness * weighed[place]
            if number not in met:
                common += likeness * ideas.tell[number]
                met.add(number)
        elif not concept.soft:
            if concept.strict:
                return NONE
            whole = whole and concept.light
    total = sum(weighed) + ideas.total
    alike = common / total if total else 0.0
    if not ideas.named <= met:
        alike *= MORE_NAMED
    if phrase.forms and question.forms and phrase.forms.isdisjoint(question.forms):
        alike *= OTHER_FORM
    return Alike(alike, frozenset(shared), whole, formed=phrase.forms == question.forms)


def _has_all(question: Question, ideas: Ideas) -> bool:
    """Say whether a question has all ideas of a phrase: of them is one that no record tells."""
    ways = (way.stems for concept in question.concepts for way in concept.ways)
    return len({ideas.ways[way][0] for way in ways if way in ideas.ways}) == len(ideas.tell)


def _meeting(concept: Concept, ideas: Ideas) -> tuple[float, int]:
    """Return how well a concept meets one of the ideas of a phrase, and which."""
    best = (0.0, 0)
    for way in concept.ways:
        if way.stems in ideas.ways:
            number, weight = ideas.ways[way.stems]
            best = max(best, (way.weight * weight, number))
    return best
