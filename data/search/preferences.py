"""Which kinds of records people mean, and which a form of question wants."""

from data.search.question import Question
from data.search.sought import Sought

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
    "document": frozenset({"publish", "document", "report"}),
    "conflict": frozenset({"disagre", "correct"}),
    "statement": frozenset({"speech"}),
    "event": frozenset({"side event"}),
}
DECIDING = frozenset(
    {
        *("decide", "decided", "decision", "decisions", "adopt", "adopted", "agreed", "outcome"),
        *("decide", "decidido", "decidio", "adopte", "adopto", "adoptado", "قرر", "اعتمد"),
    }
)
DECIDED = {"outcome": 1.4, "resolution": 1.4}
ALONE = 2.2
MEANT = 0.5
OF_ONE = frozenset({"who", "most", "least", "how_much"})
SAYING = frozenset({"speech", "reaction"})
# A term explains a word; it seldom answers a question in which the word is but one of several.
NOT_ALONE = -0.6


def preference(kind: str, sought: Sought, fit: float) -> float:
    """Return how welcome a kind of record is as the answer; ``fit`` is that of its title."""
    question = sought.question
    wanted = KINDS.get(kind, 0.0)
    for form in question.forms:
        wanted += WANTED.get(form, {}).get(kind, 0.0)
    if kind in DECIDED and not DECIDING.isdisjoint(question.words):
        wanted += DECIDED[kind]
    if kind in KINDS_NAMED and not KINDS_NAMED[kind].isdisjoint(sought.stems):
        wanted += NAMED
    if kind == "document" and any(each.startswith("§asp") for each in sought.stems):
        wanted += NAMED
    if kind == "term":
        wanted += _of_term(question, fit)
    elif kind == "resolution":
        wanted += NAMED * any(each.startswith("§") and "res" in each for each in sought.stems)
    elif kind == "pledge":
        wanted += NOT_ALONE * (not sought.strict and question.forms.isdisjoint(OF_ONE))
    elif kind == "person":
        said = "who" not in question.forms and not SAYING.isdisjoint(sought.stems)
        wanted += NOT_ALONE * said
    elif kind == "state" and [concept.role for concept in question.concepts] == ["place"]:
        wanted += ALONE
    return wanted


def _of_term(question: Question, fit: float) -> float:
    wanted = NOT_ALONE if fit < 1.0 else 0.0
    if "meaning" in question.forms and fit < MEANT:
        wanted -= WANTED["meaning"]["term"]
    return wanted
