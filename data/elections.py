"""Who was elected at a session, to what, and how."""

from typing import ClassVar

from sqlite_utils import Database

from data.records import (
    Count,
    Date,
    DayNumber,
    Entry,
    HourMinute,
    Record,
    Slug,
    Sources,
    Text,
    rows,
)


class Candidate(Entry):
    """Somebody who stood and was not elected, with what became of the candidacy."""

    person: Text
    state: Slug | None = None
    result: Text


class Election(Record):
    """An election, as ``elections.toml`` gives it; ``time`` is the hour at the venue."""

    table: ClassVar[str] = "elections"

    id: Slug
    office: Text
    body: Text
    person: Text
    state: Slug | None = None
    date: Date
    time: HourMinute | None = None
    day: DayNumber | None = None
    method: Text
    round: Count | None = None
    votes: Count | None = None
    states_voting: Count | None = None
    ballot_papers: Count | None = None
    abstentions: Count | None = None
    required: Count | None = None
    term_start: Date | None = None
    term_end: Date | None = None
    replaces: Text | None = None
    sworn_in: Date | None = None
    note: Text | None = None
    sources: Sources
    others: tuple[Candidate, ...] = ()


def every(db: Database, session: str) -> list[Election]:
    """Return the elections of a session in the order of its file."""
    found = rows(db, "select * from elections where session = ? order by position", [session])
    return [Election.from_row(row) for row in found]


def get(db: Database, session: str, election: str) -> Election | None:
    """Return one election by its id."""
    found = rows(db, "select * from elections where session = ? and id = ?", [session, election])
    return Election.from_row(found[0]) if found else None


def of_state(db: Database, session: str, state: str) -> list[Election]:
    """Return the elections in which a state's candidate was elected or stood."""
    found = rows(
        db,
        "select * from elections where session = :session and (state = :state or exists"
        " (select 1 from json_each(others) where value ->> 'state' = :state)) order by position",
        {"session": session, "state": state},
    )
    return [Election.from_row(row) for row in found]
