"""A question that names a kind of records and nothing else: all of them."""

from data.answers.answer import Answer
from data.answers.asked import Asked
from data.answers.counting import counted, stated

PLURALS = frozenset(
    "resolutions pledges donations gifts elections documents publications resolutions resoluciones".split()
)


def of_kind(asked: Asked) -> Answer | None:
    """Answer with what tells of all records of a kind; None where more or less is asked."""
    if len(asked.question.hard) != 1 or PLURALS.isdisjoint(asked.question.words):
        return None
    return stated(asked, asked.question.hard[0]) or counted(asked)
