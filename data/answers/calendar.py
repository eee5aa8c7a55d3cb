"""A question that is a date and nothing else: the day of the session."""

from collections.abc import Iterator
from datetime import date

from data import days
from data.answers.answer import Answer
from data.answers.asked import Asked
from data.days import Day
from data.search.dated import Dated, token
from data.search.stems import stem

PROGRAMME = frozenset(map(stem, ("programme", "program", "agenda", "schedule", "timetable")))


def of_date(asked: Asked) -> Answer | None:
    """Answer with the days that are named, or that there was no meeting; None for all else."""
    question = asked.question
    others = [concept for concept in question.hard if concept.role != "date"]
    if not question.dates or any(stem(each.typed) not in PROGRAMME for each in others):
        return None
    every = days.every(asked.db, asked.session)
    named = list(dict.fromkeys(day for each in question.dates for day in _named(each, every)))
    if named:
        return Answer(named[0], all=tuple(named[1:]))
    free = next(_free(question.dates, every), None)
    return Answer(no_meeting=free) if free else None


def _named(found: Dated, every: list[Day]) -> Iterator[Day]:
    for day in every:
        names = {token(day.date), token(day.date, year=True)}
        if found.number == day.number or not names.isdisjoint(found.tokens):
            yield day


def _free(dates: tuple[Dated, ...], every: list[Day]) -> Iterator[date]:
    """Return dates between the first and the last day on which there was no meeting."""
    if not every:
        return
    first, last = every[0].date.toordinal(), every[-1].date.toordinal()
    for day in map(date.fromordinal, range(first, last + 1)):
        names = {token(day), token(day, year=True)}
        if any(not names.isdisjoint(found.tokens) for found in dates):
            yield day
