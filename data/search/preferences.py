"""Which kinds of records people mean, and which a form of question wants."""

from data.search.question import Question

KINDS = {
    "outcome": 1.0,
    "election": 0.8,
    "pledge": 0.8,
    "event": 0.3,
    "state": 0.7,
    "person": 0.7,
    "resolution": 0.6,
    "figure": 0.5,
    "reaction": 0.6,
    "term": 0.2,
    "milestone": 0.5,
    "statement": 0.4,
    "session": 0.4,
    "document": 0.2,
    "conflict": -0.2,
    "day": -1.0,
}
ALONE = 1.0
WANTED = {
    "who": {
        "election": 0.6,
        "person": 0.5,
        "statement": 0.3,
        "pledge": 0.3,
        "term": -1.0,
        "document": -0.3,
    },
    "when": {"term": -1.0, "milestone": 0.8, "event": 0.2, "election": 0.2, "outcome": 0.2},
    "where": {"event": 0.3, "milestone": 0.2},
    "how_much": {"pledge": 0.6, "figure": 0.5},
    "meaning": {"term": 1.5},
    "most": {"pledge": 0.4},
}


def preference(kind: str, question: Question) -> float:
    """Return how welcome a kind of record is as the answer to a question."""
    wanted = sum(WANTED.get(form, {}).get(kind, 0.0) for form in question.forms)
    if kind == "state" and [concept.role for concept in question.hard] == ["place"]:
        wanted += ALONE
    return KINDS.get(kind, 0.0) + wanted
