"""What the index holds of a record: its title, what it is about, what it says, what it lacks."""

import re
from calendar import day_name, month_name
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.search.tokens import sentences

# How the files say that something is not known; such a sentence answers nothing.
_LACKING = re.compile(
    r"(?i)\bno (?:source|author|list|notice|account)\b|\bno \w+ is known\b|\bunknown\b"
    r"|\bnot (?:itself )?(?:known|found|seen|dated)\b"
    r"|\bdoes not (?:date|say (?:when|where|in which))\b"
    r"|\b(?:left|stays|remains) open\b|\bgives no (?:author|date|day|name)\b"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A record, or a passage of a day's summary, as it is searched.

    ``title`` and ``text`` are shown. ``names`` are what it goes by; ``subject`` is what the record
    is about besides its title, such as whose pledge it is; ``body`` what it says; ``context`` what
    belongs to it: date, topic, other words for its kind; ``absent`` are its sentences on what
    nobody recorded, ``notes`` those that say how to read it.
    """

    title: str
    text: str
    names: tuple[str, ...]
    subject: tuple[str, ...]
    body: tuple[str, ...]
    context: tuple[str, ...]
    absent: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What units need besides the record: names by id, and the session's year."""

    states: Mapping[str, str]
    topics: Mapping[str, str]
    year: int


def unit(
    title: str,
    *body: str | None,
    names: tuple[str, ...] | None = None,
    subject: tuple[str | None, ...] = (),
    context: tuple[str | None, ...] = (),
    note: str | None = None,
) -> Unit:
    """Make a unit; what is None is left out, and sentences on what is not known stand apart."""
    said = [sentence for text in body if text for sentence in sentences(text)]
    noted = sentences(note) if note else []
    absent = [each for each in (*said, *noted) if _LACKING.search(each)]
    kept = [each for each in said if each not in absent]
    notes = [each for each in noted if each not in absent]
    return Unit(
        title=title,
        text=" ".join(kept),
        names=(title,) if names is None else names,
        subject=tuple(each for each in subject if each),
        body=tuple(kept),
        context=tuple(each for each in context if each),
        absent=tuple(absent),
        notes=tuple(notes),
    )


def spelt(day: date | str | None, number: int | None = None) -> str | None:
    """Write a date (full, or as ``2013-11``) and the day's number in words that can be found."""
    said = f"Day {number}" if number else None
    if isinstance(day, date):
        weekday, month = day_name[day.weekday()], month_name[day.month]
        written = f"{weekday} {day.day} {month} {day.year}"
        return f"{written}, {said}" if said else written
    if isinstance(day, str):
        year, *rest = day.split("-")
        month = month_name[int(rest[0])] if rest else ""
        return " ".join([*(str(int(each)) for each in rest[1:]), month, year]).strip()
    return said
