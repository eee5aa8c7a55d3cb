"""``/pledges``: who gave what, down to one pledge."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import pledges, states
from data.session import Session
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import cited_by, with_sources, with_sources_of
from handlers.keyboards import layout as buttons
from handlers.keyboards import pledges as keyboards
from handlers.refusals import Refusal
from handlers.views import pledges as views

PER_PAGE = 10


async def show_pledges(update: Update, context: Context) -> None:
    """Answer ``/pledges``."""
    await show_list(update, context, context.session)


async def show_list(update: Update, context: Context, session: Session, page: int = 0) -> None:
    """Show one page of who gave what to whom."""
    every = pledges.every(context.db, session.id)
    shown, page, total = pages.of_list(every, page, PER_PAGE)
    text = views.listing(session, shown, len(every), context.words)
    turned = buttons.pages(callbacks.PLEDGES, (session.id,), page, total, context.words)
    number = len(cited_by(context, session, every))
    keyboard = keyboards.listing(session.id, shown, turned, number, context.words)
    await answer(update, context, with_sources_of(context, session, shown, text), keyboard)


async def tap_list(update: Update, context: Context) -> None:
    """Show the page of pledges that a button names."""
    identity, page = callbacks.PLEDGES.read(update)
    await show_list(update, context, context.session_named(identity), pages.number(page))


async def tap_pledge(update: Update, context: Context) -> None:
    """Show the pledge that a button names."""
    identity, name = callbacks.PLEDGE.read(update)
    session = context.session_named(identity)
    pledge = pledges.get(context.db, session.id, name)
    if pledge is None:
        raise Refusal("refusal.gone")
    state = states.get(context.db, session.id, pledge.state) if pledge.state else None
    text = with_sources(context, session, pledge, views.card(pledge, context.words))
    await answer(update, context, text, keyboards.card(session.id, pledge, state, context.words))


HANDLERS = (
    CommandHandler("pledges", show_pledges),
    CallbackQueryHandler(tap_list, pattern=callbacks.PLEDGES.pattern),
    CallbackQueryHandler(tap_pledge, pattern=callbacks.PLEDGE.pattern),
)
