"""What the records of a session must agree on among themselves."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import cast

from data.content.placed import Placed, Summary
from data.content.problems import Problem
from data.days import Day
from data.session import Session

LONGEST_IDS = 40  # session and id together, within the 64 bytes that a button carries
LARGEST = 2**63 - 1  # what a column of whole numbers holds

Records = Mapping[str, Sequence[Placed]]


def problems(records: Records, summaries: Sequence[Summary]) -> Iterator[Problem]:
    """Yield what is wrong between the records: ids, days, dates, references."""
    if len(records["session"]) != 1:
        yield Problem("session.toml", 0, "", "", "takes exactly one [session]")
        return
    session = cast("Session", records["session"][0].record)
    yield from _session(records["session"][0], session)
    yield from _days(records["day"], session)
    days = {cast("Day", each.record).number: cast("Day", each.record) for each in records["day"]}
    known = {kind: {each.record.identity for each in of} for kind, of in records.items()}
    for kind, placed in records.items():
        yield from _twice(placed)
        for each in placed:
            yield from _ids(each, session)
            yield from _numbers(each)
            yield from _dated(each, days)
            yield from _references(each, known)
            if kind == "conflict":
                yield from _conflicts(each, known)
    for summary in summaries:
        if summary.day not in days:
            text = f"{summary.day} is not a day of this session"
            yield Problem(summary.file, 0, "", "", text)


def _session(placed: Placed, session: Session) -> Iterator[Problem]:
    if not session.id.isalnum():
        yield placed.problem("takes letters and digits only, since links contain it", "id")
    if session.end < session.start:
        yield placed.problem("is before the session's start", "end")


def _days(days: Sequence[Placed], session: Session) -> Iterator[Problem]:
    before: date | None = None
    for number, placed in enumerate(days, 1):
        day = cast("Day", placed.record)
        if day.number != number:
            yield placed.problem(f"days are numbered 1, 2, 3 …: {number} comes here", "number")
        if not session.start <= day.date <= session.end:
            yield placed.problem("is outside the session's start and end", "date")
        if before and day.date <= before:
            yield placed.problem("is not after the day before it", "date")
        before = day.date
    if not days:
        yield Problem("days.toml", 0, "", "", "takes at least one [[day]]")


def _twice(placed: Sequence[Placed]) -> Iterator[Problem]:
    counted = Counter(each.record.identity for each in placed)
    seen: set[str] = set()
    for each in placed:
        identity = each.record.identity
        if counted[identity] > 1 and identity in seen:
            yield each.problem(f"{identity} is taken by a record above", each.record.key)
        seen.add(identity)


def _ids(placed: Placed, session: Session) -> Iterator[Problem]:
    if len(session.id) + len(placed.record.identity) > LONGEST_IDS:
        most = LONGEST_IDS - len(session.id)
        yield placed.problem(f"takes at most {most} characters", placed.record.key)


def _numbers(placed: Placed) -> Iterator[Problem]:
    for name in type(placed.record).model_fields:
        value = getattr(placed.record, name)
        if isinstance(value, int) and abs(value) > LARGEST:
            yield placed.problem("is too large", name)


def _dated(placed: Placed, days: Mapping[int, Day]) -> Iterator[Problem]:
    record = placed.record
    number = getattr(record, "day", None)
    if number is None or isinstance(record, Day):
        return
    if number not in days:
        yield placed.problem(f"{number} is not a day of this session", "day")
        return
    for name in ("date", "adopted"):
        written = getattr(record, name, None)
        if isinstance(written, date) and written != days[number].date:
            text = f"day {number} is {days[number].date}, so this cannot be {written}"
            yield placed.problem(text, name)


def _references(placed: Placed, known: Mapping[str, set[str]]) -> Iterator[Problem]:
    record = placed.record
    for number, source in enumerate(getattr(record, "sources", ())):
        if source not in known["source"]:
            yield placed.problem(f'no source is called "{source}"', "sources", number)
    for name in ("topic", "state", "outcome"):
        identity = getattr(record, name, None)
        if identity is not None and identity not in known[name]:
            yield placed.problem(f'no {name} is called "{identity}"', name)
    for number, other in enumerate(getattr(record, "others", ())):
        if other.state is not None and other.state not in known["state"]:
            yield placed.problem(f'no state is called "{other.state}"', "others", number, "state")


def _conflicts(placed: Placed, known: Mapping[str, set[str]]) -> Iterator[Problem]:
    for number, reference in enumerate(getattr(placed.record, "records", ())):
        kind, _, identity = reference.partition("/")
        if identity not in known.get(kind, ()):
            yield placed.problem(f'there is no record "{reference}"', "records", number)
    for number, version in enumerate(getattr(placed.record, "versions", ())):
        for source in version.sources:
            if source not in known["source"]:
                text = f'no source is called "{source}"'
                yield placed.problem(text, "versions", number, "sources")
