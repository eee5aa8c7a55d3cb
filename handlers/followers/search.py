"""``/search WORDS``: all that matches, the best first, five on a page."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import answers, search
from data.session import Session
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.heading import quoted
from handlers.keyboards import layout as buttons
from handlers.keyboards import search as keyboards
from handlers.refusals import Refusal
from handlers.views import search as views

PER_PAGE = 5
LONGEST_QUERY = 64
MOST = 50


async def show_search(update: Update, context: Context) -> None:
    """Answer ``/search WORDS``; without words say how to search."""
    session = context.session
    if not context.asked:
        near = answers.nearest(context.db, session.id, ())
        keyboard = keyboards.topics(session.id, near, context.words)
        await answer(update, context, views.manual(context.words), keyboard)
        return
    await show_hits(update, context, session, context.asked)


async def show_hits(
    update: Update, context: Context, session: Session, asked: str, page: int = 0
) -> None:
    """Show one page of what matches.

    The words stand in the heading, from which the pages read them again, and are searched as
    they stand there: at most ``LONGEST_QUERY`` characters.
    """
    query = buttons.shortened(asked, LONGEST_QUERY)
    hits = [
        hit
        for hit in search.find(context.db, session.id, query.removesuffix("…"), limit=MOST)
        if hit.kind in callbacks.LISTS
    ]
    if not hits:
        near = answers.nearest(context.db, session.id, ())
        keyboard = keyboards.topics(session.id, near, context.words)
        await answer(update, context, views.nothing(session, query, context.words), keyboard)
        return
    shown, page, total = pages.of_list(hits, page, PER_PAGE)
    start = page * PER_PAGE + 1
    cut = len(hits) == MOST
    text = views.hits(session, query, shown, start, len(hits), context.words, cut=cut)
    turned = buttons.pages(callbacks.SEARCH, (session.id,), page, total, context.words)
    await answer(update, context, text, keyboards.hits(session.id, shown, start, turned))


async def tap_page(update: Update, context: Context) -> None:
    """Turn to the page that a button names, of the words in the message's heading."""
    identity, page = callbacks.SEARCH.read(update)
    query = quoted(update)
    if not query:
        raise Refusal("refusal.gone")
    session = context.session_named(identity)
    await show_hits(update, context, session, query, pages.number(page))


HANDLERS = (
    CommandHandler("search", show_search),
    CallbackQueryHandler(tap_page, pattern=callbacks.SEARCH.pattern),
)
