"""``/summaries``: every day's state, and what can be done with it."""

from telegram import Update

from data import days, deliveries, drafts, publishing, revisions, roles
from data import session as sessions
from data.days import Day
from data.session import Session
from handlers import callbacks
from handlers.actors import Actor
from handlers.answer import answer
from handlers.callbacks import number_in
from handlers.context import Context
from handlers.door import Desk
from handlers.editors.publishing import audience_of
from handlers.keyboards import summaries as keyboards
from handlers.refusals import Refusal
from handlers.views import summaries as views
from handlers.views.summaries import State


async def show(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/summaries``: the days of the session, and how each stands."""
    del actor
    (identity,) = callbacks.SUMMARIES.read(update)
    session = context.session_named(identity)
    every = [state_of(context, session, day) for day in days.every(context.db, session.id)]
    text = views.listing(session, every, context.words)
    await answer(update, context, text, keyboards.listing(session.id, every, context.words))


async def show_day(update: Update, context: Context, actor: Actor) -> None:
    """Show how a day stands in each language, who has it, and what can be done."""
    del actor
    identity, number = callbacks.SUMMARY.read(update)
    session = sessions.get(context.db, identity)
    day = days.get(context.db, identity, number_in(number))
    if session is None or day is None:
        raise Refusal("edit.draft_gone")
    state = state_of(context, session, day)
    gets = audience_of(context, session, day.number)
    text = views.card(session, state, gets, context.words)
    await answer(update, context, text, keyboards.card(session.id, state, context.words))


def state_of(context: Context, session: Session, day: Day) -> State:
    """Gather how a day stands."""
    db = context.db
    newest = {
        each.language: each
        for each in revisions.standing(revisions.of_day(db, session.id, day.number))
    }
    return State(
        day=day,
        closed=context.clock.now() >= day.closes_at(session),
        standing=tuple((each, publishing.by_whom(db, each)) for each in newest.values()),
        writing=tuple(
            (roles.name_of(db, each.editor) or str(each.editor), each)
            for each in drafts.of_day(db, session.id, day.number)
        ),
        held=deliveries.counts(db, session.id, day.number).get("held", 0),
    )


DESK = Desk(
    commands={"summaries": show},
    buttons={callbacks.SUMMARIES: show, callbacks.SUMMARY: show_day},
)
