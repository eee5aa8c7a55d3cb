"""``/elections``: who was elected to what, down to one election."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import elections, names, people, states
from data.elections import Election
from data.people import Person
from data.session import Session
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import cited_by, with_sources, with_sources_of
from handlers.keyboards import elections as keyboards
from handlers.keyboards import layout as buttons
from handlers.refusals import Refusal
from handlers.views import elections as views

PER_PAGE = 8


async def show_elections(update: Update, context: Context) -> None:
    """Answer ``/elections``."""
    await show_list(update, context, context.session)


async def show_list(update: Update, context: Context, session: Session, page: int = 0) -> None:
    """Show one page of who was elected, by office."""
    every = elections.every(context.db, session.id)
    shown, page, total = pages.of_list(every, page, PER_PAGE)
    named = {each.id: each.name for each in states.every(context.db, session.id)}
    text = views.listing(session, shown, len(every), named, context.words)
    turned = buttons.pages(callbacks.ELECTIONS, (session.id,), page, total, context.words)
    number = len(cited_by(context, session, every))
    keyboard = keyboards.listing(session.id, shown, turned, number, context.words)
    await answer(update, context, with_sources_of(context, session, shown, text), keyboard)


async def tap_list(update: Update, context: Context) -> None:
    """Show the page of elections that a button names."""
    identity, page = callbacks.ELECTIONS.read(update)
    await show_list(update, context, context.session_named(identity), pages.number(page))


async def tap_election(update: Update, context: Context) -> None:
    """Show the election that a button names."""
    identity, name = callbacks.ELECTION.read(update)
    session = context.session_named(identity)
    election = elections.get(context.db, session.id, name)
    if election is None:
        raise Refusal("refusal.gone")
    every = states.every(context.db, session.id)
    card = views.card(election, {each.id: each.name for each in every}, context.words)
    stood = {election.state, *(other.state for other in election.others)}
    keyboard = keyboards.card(
        session.id,
        election,
        _elected(context, session, election),
        [each for each in every if each.id in stood],
        context.words,
    )
    await answer(update, context, with_sources(context, session, election, card), keyboard)


def _elected(context: Context, session: Session, election: Election) -> Person | None:
    every = people.every(context.db, session.id)
    return next((each for each in every if election.person in names.of_person(each)), None)


HANDLERS = (
    CommandHandler("elections", show_elections),
    CallbackQueryHandler(tap_list, pattern=callbacks.ELECTIONS.pattern),
    CallbackQueryHandler(tap_election, pattern=callbacks.ELECTION.pattern),
)
