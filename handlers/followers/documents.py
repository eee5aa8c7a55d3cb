"""``/documents [WORDS]``: what was published, by date, down to one publication."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import days, documents, publications
from data.documents import Document
from data.session import Session
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.heading import quoted
from handlers.followers.records import cited_by, with_sources
from handlers.keyboards import documents as keyboards
from handlers.keyboards import layout as buttons
from handlers.refusals import Refusal
from handlers.views import documents as views

PER_PAGE = 6
LONGEST_QUERY = 64


async def show_documents(update: Update, context: Context) -> None:
    """Answer ``/documents WORDS``; without words show all publications by date."""
    if context.asked:
        await show_found(update, context, context.session, context.asked)
    else:
        await show_all(update, context, context.session)


async def show_all(update: Update, context: Context, session: Session, page: int = 0) -> None:
    """Show one page of all publications."""
    every = documents.every(context.db, session.id)
    shown, page, total = pages.of_list(every, page, PER_PAGE)
    start = page * PER_PAGE + 1
    text = views.listing(session, shown, start, len(every), context.words)
    turned = buttons.pages(callbacks.DOCUMENTS, (session.id,), page, total, context.words)
    sources = _sources(context, session, every)
    await answer(
        update, context, text, keyboards.listing(session.id, shown, start, [turned, sources])
    )


async def show_found(
    update: Update, context: Context, session: Session, asked: str, page: int = 0
) -> None:
    """Show one page of the publications that match; the words stand in the heading."""
    query = buttons.shortened(asked, LONGEST_QUERY)
    found = publications.found(context.db, session.id, query.removesuffix("…"))
    if not found.documents:
        text = views.nothing(session, query, context.words)
        await answer(update, context, text, keyboards.nothing(session.id, context.words))
        return
    shown, page, total = pages.of_list(found.documents, page, PER_PAGE)
    start = page * PER_PAGE + 1
    text = views.found(session, query, found, shown, start, context.words)
    turned = buttons.pages(callbacks.DOCUMENTS_FOUND, (session.id,), page, total, context.words)
    every_one = keyboards.all_of_them(session.id, context.words)
    await answer(
        update, context, text, keyboards.listing(session.id, shown, start, [turned, [every_one]])
    )


def _sources(
    context: Context, session: Session, every: Sequence[Document]
) -> list[InlineKeyboardButton | None]:
    number = len(cited_by(context, session, every))
    return [buttons.sources(session.id, "document", "all", number, context.words)]


async def tap_all(update: Update, context: Context) -> None:
    """Show the page of all publications that a button names."""
    identity, page = callbacks.DOCUMENTS.read(update)
    await show_all(update, context, context.session_named(identity), pages.number(page))


async def tap_found(update: Update, context: Context) -> None:
    """Turn to the page that a button names, of the words in the message's heading."""
    identity, page = callbacks.DOCUMENTS_FOUND.read(update)
    query = quoted(update)
    if not query:
        raise Refusal("refusal.gone")
    session = context.session_named(identity)
    await show_found(update, context, session, query, pages.number(page))


async def tap_document(update: Update, context: Context) -> None:
    """Show the publication that a button names."""
    identity, name = callbacks.DOCUMENT.read(update)
    session = context.session_named(identity)
    document = documents.get(context.db, session.id, name)
    if document is None:
        raise Refusal("refusal.gone")
    every = days.every(context.db, session.id)
    day = next((each for each in every if each.date.isoformat() == document.date), None)
    text = with_sources(context, session, document, views.card(document, context.words))
    await answer(update, context, text, keyboards.card(session.id, document, day, context.words))


HANDLERS = (
    CommandHandler("documents", show_documents),
    CallbackQueryHandler(tap_all, pattern=callbacks.DOCUMENTS.pattern),
    CallbackQueryHandler(tap_found, pattern=callbacks.DOCUMENTS_FOUND.pattern),
    CallbackQueryHandler(tap_document, pattern=callbacks.DOCUMENT.pattern),
)
