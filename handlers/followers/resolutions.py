"""``/resolutions``: what the session adopted, down to one resolution."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import resolutions
from data.session import Session
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import cited_by, with_sources, with_sources_of
from handlers.keyboards import layout as buttons
from handlers.keyboards import resolutions as keyboards
from handlers.refusals import Refusal
from handlers.views import resolutions as views

PER_PAGE = 8


async def show_resolutions(update: Update, context: Context) -> None:
    """Answer ``/resolutions``."""
    await show_list(update, context, context.session)


async def show_list(update: Update, context: Context, session: Session, page: int = 0) -> None:
    """Show one page of what was adopted, with its symbols."""
    every = resolutions.every(context.db, session.id)
    shown, page, total = pages.of_list(every, page, PER_PAGE)
    text = views.listing(session, shown, len(every), context.words)
    turned = buttons.pages(callbacks.RESOLUTIONS, (session.id,), page, total, context.words)
    number = len(cited_by(context, session, every))
    keyboard = keyboards.listing(session.id, shown, turned, number, context.words)
    await answer(update, context, with_sources_of(context, session, shown, text), keyboard)


async def tap_list(update: Update, context: Context) -> None:
    """Show the page of resolutions that a button names."""
    identity, page = callbacks.RESOLUTIONS.read(update)
    await show_list(update, context, context.session_named(identity), pages.number(page))


async def tap_resolution(update: Update, context: Context) -> None:
    """Show the resolution that a button names."""
    identity, name = callbacks.RESOLUTION.read(update)
    session = context.session_named(identity)
    resolution = resolutions.get(context.db, session.id, name)
    if resolution is None:
        raise Refusal("refusal.gone")
    text = with_sources(context, session, resolution, views.card(resolution, context.words))
    await answer(update, context, text, keyboards.card(session.id, resolution, context.words))


HANDLERS = (
    CommandHandler("resolutions", show_resolutions),
    CallbackQueryHandler(tap_list, pattern=callbacks.RESOLUTIONS.pattern),
    CallbackQueryHandler(tap_resolution, pattern=callbacks.RESOLUTION.pattern),
)
