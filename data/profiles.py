"""All that is known of one state: what it gave, whom it put forward, what it said, mentions."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlite_utils import Database

from data import elections, mentions, names, people, pledges, states
from data.elections import Election
from data.people import Person
from data.pledges import Pledge
from data.records import Record
from data.states import State, Statement

MENTIONED_IN = ("outcome", "resolution", "day", "event", "statement", "document")


class Profile(NamedTuple):
    """A state with what belongs to it.

    ``mentions`` are kinds and records of what names it; ``states`` the names of all states by
    id, for records of other states among them.
    """

    state: State
    pledges: tuple[Pledge, ...]
    elections: tuple[Election, ...]
    statements: tuple[Statement, ...]
    people: tuple[Person, ...]
    mentions: tuple[tuple[str, Record], ...]
    states: Mapping[str, str]


def of_state(db: Database, session: str, state: State) -> Profile:
    """Gather what is known of a state."""
    said = states.statements_of(db, session, state.id)
    named = mentions.of_names(db, session, names.of_state(state), MENTIONED_IN)
    return Profile(
        state=state,
        pledges=tuple(pledges.of_state(db, session, state.id)),
        elections=tuple(elections.of_state(db, session, state.id)),
        statements=tuple(said),
        people=tuple(people.of_state(db, session, state.id)),
        mentions=tuple((kind, record) for kind, record in named if record not in said),
        states={each.id: each.name for each in states.every(db, session)},
    )
