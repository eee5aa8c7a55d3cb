"""Which kinds of records people mean, and which a form of question wants."""

from data.search.question import Question

KINDS = {
    "outcome": 1.0,
    "election": 0.8,
    "pledge": 0.8,
    "state": -0.5,
    "person": 0.7,
    "resolution": 0.6,
    "reaction": 0.6,
    "event": 0.5,
    "figure": 0.5,
    "milestone": 0.5,
    "statement": 0.4,
    "session": 0.4,
    "term": 0.2,
    "document": -0.6,
    "conflict": -1.4,
    "day": -1.0,
}
WANTED = {
    "who": {
        "election": 0.8,
        "person": 0.5,
        "statement": 0.3,
        "pledge": 0.3,
        "event": -0.6,
        "document": -0.3,
    },
    "when": {"milestone": 0.8, "event": 0.2, "election": 0.2, "outcome": 0.2},
    "where": {"event": 0.3, "milestone": 0.2},
    "how_much": {"pledge": 0.6, "figure": 0.5},
    "meaning": {"term": 1.5},
    "most": {"pledge": 0.4},
}
# What is asked for by its kind, and by which words.
NAMED = 1.4
KINDS_NAMED = {
    "document": ("publish", "document", "report"),
    "conflict": ("disagre", "correct"),
    "statement": ("speech",),
}
ALONE = 2.2
MEANT = 0.5
SAYING = frozenset({"speech", "reaction"})
# A term explains a word; it seldom answers a question in which the word is but one of several.
NOT_ALONE = -0.6


def preference(kind: str, question: Question, fit: float) -> float:
    """Return how welcome a kind of record is as the answer; ``fit`` is that of its title."""
    wanted = sum(WANTED.get(form, {}).get(kind, 0.0) for form in question.forms)
    if kind == "term" and "meaning" in question.forms and fit < MEANT:
        wanted -= WANTED["meaning"]["term"]
    stems = [way.stems for concept in question.concepts for way in concept.ways]
    if not set(KINDS_NAMED.get(kind, ())).isdisjoint(stems):
        wanted += NAMED
    if kind == "resolution" and any(each.startswith("§") and "res" in each for each in stems):
        wanted += NAMED
    if kind == "person" and "who" not in question.forms and not SAYING.isdisjoint(stems):
        wanted += NOT_ALONE
    if kind == "state" and [concept.role for concept in question.concepts] == ["place"]:
        wanted += ALONE
    if kind == "term" and fit < 1.0:
        wanted += NOT_ALONE
    return KINDS.get(kind, 0.0) + wanted
