"""What the records of a session must agree on among themselves."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import cast

from data.content import fitting, references
from data.content.known import Known
from data.content.placed import Placed, Records, Summary
from data.content.problems import Problem
from data.days import Day
from data.session import Session

BOTH_OR_NEITHER = ("event", "statement")


def problems(records: Records, summaries: Sequence[Summary], known: Known) -> Iterator[Problem]:
    """Yield what is wrong between the records: ids, days, dates, references.

    Nothing is said of what could not be read, nor of what hangs on it.
    """
    days = {cast("Day", each.record).number: cast("Day", each.record) for each in records["day"]}
    session = _the_session(records["session"])
    yield from _sessions(records["session"], known)
    if known.complete("day"):
        yield from _days(records["day"])
    for placed in records.values():
        yield from _twice(placed)
        for each in placed:
            yield from fitting.problems(each, session)
            yield from references.problems(each, known)
            yield from _dated(each, days, known)
    for summary in summaries:
        if not known.has("day", summary.day):
            text = f"{summary.day} is not a day of this session"
            yield Problem(summary.file, 0, "", "", text)
    if session is not None:
        yield from _within(records["day"], session)


def _the_session(sessions: Sequence[Placed]) -> Session | None:
    return cast("Session", sessions[0].record) if len(sessions) == 1 else None


def _sessions(sessions: Sequence[Placed], known: Known) -> Iterator[Problem]:
    if known.complete("session") and len(sessions) != 1:
        yield Problem("session.toml", 0, "", "", "takes exactly one [session]")
    for placed in sessions:
        session = cast("Session", placed.record)
        if session.end < session.start:
            yield placed.problem("is before the session's start", "end")


def _days(days: Sequence[Placed]) -> Iterator[Problem]:
    before: date | None = None
    for number, placed in enumerate(days, 1):
        day = cast("Day", placed.record)
        if day.number != number:
            yield placed.problem(f"days are numbered 1, 2, 3 …: {number} comes here", "number")
        if before and day.date <= before:
            yield placed.problem("is not after the day before it", "date")
        before = day.date
    if not days:
        yield Problem("days.toml", 0, "", "", "takes at least one [[day]]")


def _within(days: Sequence[Placed], session: Session) -> Iterator[Problem]:
    for placed in days:
        if not session.start <= cast("Day", placed.record).date <= session.end:
            yield placed.problem("is outside the session's start and end", "date")


def _twice(placed: Sequence[Placed]) -> Iterator[Problem]:
    counted = Counter[str]()
    for each in placed:
        identity = each.record.identity
        if counted[identity]:
            yield each.problem(f"{identity} is taken by a record above", each.record.key)
        counted[identity] += 1


def _dated(placed: Placed, days: Mapping[int, Day], known: Known) -> Iterator[Problem]:
    record = placed.record
    if isinstance(record, Day):
        return
    number = getattr(record, "day", None)
    if number is None:
        if placed.kind in BOTH_OR_NEITHER and getattr(record, "date", None):
            yield placed.problem("takes the day's number too, as day = 3", "date")
    elif not known.has("day", number):
        yield placed.problem(f"{number} is not a day of this session", "day")
    elif number in days:
        for name in ("date", "adopted"):
            written = getattr(record, name, None)
            if isinstance(written, date) and written != days[number].date:
                text = f"day {number} is {days[number].date}, so this cannot be {written}"
                yield placed.problem(text, name)
