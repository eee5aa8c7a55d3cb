"""A day as it is searched: the day itself, and each paragraph of its summary with its heading."""

import re
from dataclasses import replace

from data.days import Day
from data.richtext import RichText
from data.search.units import Unit, spelt, unit

_LEAD = re.compile(r"^[-•]\s*")
_UNKNOWN = re.compile(r"\W*(?:Not known|Inconnu|No se sabe|غير معروف)")
LONGEST_HEADING = 80


def of_day(day: Day, summaries: list[RichText]) -> list[Unit]:
    """Return the units of a day; the first is the day as a whole, the others are passages."""
    when = spelt(day.date, day.number)
    title = f"Day {day.number}: {day.headline}"
    whole = unit(title, subject=(when, "Summary"), context=("Day",), note=day.note)
    return [whole, *(each for summary in summaries for each in _passages(title, when, summary))]


def _passages(title: str, when: str | None, summary: RichText) -> list[Unit]:
    found: list[Unit] = []
    heading = ""
    bold = {(each.offset, each.end) for each in summary.entities if each.type == "bold"}
    offset = 0
    for line in summary.text.split("\n"):
        length = len(line) + sum(character > "\uffff" for character in line)
        if (offset, offset + length) in bold and length <= LONGEST_HEADING:
            heading = line
        elif line.strip():
            told = _LEAD.sub("", line)
            found.append(_passage(title, when, heading, told))
        offset += length + 1
    return found


def _passage(title: str, when: str | None, heading: str, told: str) -> Unit:
    made = unit(title, told, names=(), subject=(heading,), context=(when,))
    return replace(made, text="", body=(), absent=(told,)) if _UNKNOWN.match(told) else made
