"""A question that names a kind of records and nothing else: all of them."""

from data.answers import giving
from data.answers.answer import Answer
from data.answers.asked import Asked
from data.answers.counting import KINDS, counted, stated

PLURAL = ("s", "\u0627\u062a")  # in Arabic, alef and teh


def of_kind(asked: Asked) -> Answer | None:
    """Answer with what tells of all records of a kind; None where more or less is asked."""
    hard = asked.question.hard
    if asked.wants("who") and [each.ways[0].stems for each in hard] == ["elect"]:
        return counted(asked)
    if len(hard) != 1 or not hard[0].typed.endswith(PLURAL):
        return None
    foreign = asked.question.language != "en"
    if not any(way.stems in KINDS and (foreign or way.weight == 1.0) for way in hard[0].ways):
        return None
    if any(way.stems in giving.GIVING for way in hard[0].ways):
        return giving.every(asked)
    return stated(asked, hard[0]) or counted(asked)
