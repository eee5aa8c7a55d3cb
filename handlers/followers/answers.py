"""How a record of each kind is worded as an answer: a table by the record's type.

What a kind's view needs beside the record, such as a state's name, is looked up here.
"""

from functools import singledispatch

from markupsafe import Markup

from data import days, profiles, sources, states
from data.budget import Figure, Reaction
from data.conflicts import Conflict
from data.days import Day
from data.documents import Document
from data.elections import Election
from data.glossary import Term
from data.milestones import Milestone
from data.outcomes import Outcome
from data.people import Person
from data.pledges import Pledge
from data.programme import Event
from data.records import Record
from data.resolutions import Resolution
from data.session import Session
from data.states import State, Statement
from handlers.context import Context
from handlers.views import answers as views
from handlers.views import answers_decided as decided
from handlers.views import glossary, outcomes, people, statements
from handlers.views import sources as source_views
from handlers.views import states as state_views

LINES_OF_A_STATE = 5


@singledispatch
def worded(record: Record, context: Context, session: Session) -> Markup:
    """Return what a record answers, without its sources. Raises ``TypeError`` for other kinds."""
    del context, session
    raise TypeError(f"no answer is worded for {type(record).__name__}")


def _state_named(context: Context, session: Session, code: str | None) -> State | None:
    return states.get(context.db, session.id, code) if code else None


@worded.register
def _(record: Outcome, context: Context, session: Session) -> Markup:
    return outcomes.card(session, record, context.words)


@worded.register
def _(record: Resolution, context: Context, _session: Session) -> Markup:
    return decided.resolution(record, context.words)


@worded.register
def _(record: Election, context: Context, session: Session) -> Markup:
    state = _state_named(context, session, record.state)
    return decided.election(record, state, context.words)


@worded.register
def _(record: Pledge, context: Context, _session: Session) -> Markup:
    return decided.pledge(record, context.words)


@worded.register
def _(record: Figure, context: Context, _session: Session) -> Markup:
    return decided.figure(record, context.words)


@worded.register
def _(record: Reaction, context: Context, _session: Session) -> Markup:
    return decided.reaction(record, context.words)


@worded.register
def _(record: Day, context: Context, session: Session) -> Markup:
    summary = days.summary(context.db, session.id, record.number)
    return views.day(record, session, summary, context.words)


@worded.register
def _(record: Event, context: Context, _session: Session) -> Markup:
    return views.event(record, context.words)


@worded.register
def _(record: Document, context: Context, _session: Session) -> Markup:
    return views.document(record, context.words)


@worded.register
def _(record: Milestone, context: Context, session: Session) -> Markup:
    return views.milestone(record, session, context.words)


@worded.register
def _(record: Session, context: Context, _session: Session) -> Markup:
    return views.session(record, context.words)


@worded.register
def _(record: State, context: Context, session: Session) -> Markup:
    profile = profiles.of_state(context.db, session.id, record)
    lines = state_views.lines(profile, context.words)[:LINES_OF_A_STATE]
    cited = [each for line in lines for each in getattr(line.record, "sources", ())]
    by_id = {each.id: each for each in sources.named(context.db, session.id, cited)}
    return state_views.card(record, session, lines, by_id, context.words)


@worded.register
def _(record: Statement, context: Context, session: Session) -> Markup:
    state = _state_named(context, session, record.state)
    return statements.card(record, state, context.words)


@worded.register
def _(record: Person, context: Context, session: Session) -> Markup:
    state = _state_named(context, session, record.state)
    return people.card(record, state, session, context.words)


@worded.register
def _(record: Term, context: Context, _session: Session) -> Markup:
    return glossary.card(record, context.words)


@worded.register
def _(record: Conflict, context: Context, session: Session) -> Markup:
    cited = [source for version in record.versions for source in version.sources]
    by_id = {each.id: each for each in sources.named(context.db, session.id, cited)}
    return source_views.disagreement(record, by_id, context.words)
