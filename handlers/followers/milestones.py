"""What led to a session and what came of it: the screen behind *Before and after*."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from data import milestones
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import cited_by
from handlers.keyboards import layout as buttons
from handlers.keyboards import milestones as keyboards
from handlers.views import milestones as views

PER_PAGE = 6


async def tap_milestones(update: Update, context: Context) -> None:
    """Show the page of milestones that a button names."""
    identity, asked = callbacks.MILESTONES.read(update)
    session = context.session_named(identity)
    every = milestones.every(context.db, session.id)
    shown, page, total = pages.of_list(every, pages.number(asked), PER_PAGE)
    text = views.listing(session, shown, cited_by(context, session, shown), context.words)
    turned = buttons.pages(callbacks.MILESTONES, (session.id,), page, total, context.words)
    number = len(cited_by(context, session, every))
    keyboard = keyboards.listing(session.id, turned, number, context.words)
    await answer(update, context, text, keyboard)


HANDLERS = (CallbackQueryHandler(tap_milestones, pattern=callbacks.MILESTONES.pattern),)
