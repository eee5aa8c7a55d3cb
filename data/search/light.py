"""Verbs that say little beside other words, as *gave* in *gave a speech*."""

from collections.abc import Collection, Sequence

from data.search.concepts import Concept
from data.search.stems import stem

GIVING, SAYING = "give", "say"
# Words that say little beside others, and are what is meant where they are all there is.
NAMING = frozenset(
    {"session", "assembl", "asp", "icc", "court", "state", "parti", "member", "outcom"}
)
MONEY = frozenset({"money", "trust fund", "euro", "pound", "victim"})
PROVISIONS = frozenset({"articl", "rule", "regul", "treati", "resolut", "rome statut"})
BEGINNING = frozenset({"start", "begin"})
HOLLOW = frozenset({"give", "take", "make", "get", "ask", "want", "find", "stand"})


def lightened(concepts: Sequence[Concept], forms: Collection[str]) -> list[Concept]:
    """Return concepts, with *give* and *say* soft where other words tell what is meant.

    So is *start* in a question, of some ``forms``, that asks when something was.

    *What did Sweden give* is about giving; *does the rule give a right* is about the right.
    """
    hard = [concept for concept in concepts if not concept.soft]
    if len(hard) < 2:
        return list(concepts)
    stems = {way.stems for concept in concepts for way in concept.ways if way.weight == 1.0}
    places = any(concept.role in {"place", "number"} for concept in concepts)
    speech = any(way.stems == "speech" for concept in concepts for way in concept.ways)
    legal = any(concept.role == "reference" for concept in concepts) or stems & PROVISIONS
    light = (
        {"treati", "rome statut"} if any(each.role == "reference" for each in concepts) else set()
    )
    if speech or not (places or stems & MONEY):
        light.add(GIVING)
    if legal:
        light.add(SAYING)
    if "when" in forms:
        light |= BEGINNING
    return [
        concept._replace(soft=True) if _stems(concept) & light else concept for concept in concepts
    ]


def _stems(concept: Concept) -> set[str]:
    return {stem(concept.typed), concept.ways[0].stems}
