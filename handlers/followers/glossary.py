"""``/glossary [TERM]``: what a term means, and all terms page by page."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import glossary, likeness, names, sources
from data.glossary import Term
from data.session import Session
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import with_sources
from handlers.keyboards import glossary as keyboards
from handlers.keyboards import layout as buttons
from handlers.refusals import Refusal
from handlers.views import glossary as views

PER_PAGE = 8
CHOICES = 10


async def show_glossary(update: Update, context: Context) -> None:
    """Answer ``/glossary TERM``: the term, a choice of terms, or what is spelt like it."""
    session, asked = context.session, context.asked
    if not asked:
        await show_terms(update, context, session)
        return
    every = glossary.every(context.db, session.id)
    found = likeness.meant(names.asked_for(asked), every, names.of_term)
    if len(found) == 1:
        await show_term(update, context, session, found[0])
        return
    like = found or likeness.close(asked, every, names.of_term)
    cut = buttons.shortened(asked)
    text = (
        views.which(cut, context.words)
        if found
        else views.unknown(cut, like=bool(like), words=context.words)
    )
    keyboard = keyboards.choice(session.id, like[:CHOICES], context.words)
    await answer(update, context, text, keyboard)


async def show_terms(update: Update, context: Context, session: Session, page: int = 0) -> None:
    """Show one page of all terms with their meanings."""
    every = glossary.every(context.db, session.id)
    shown, page, total = pages.of_list(every, page, PER_PAGE)
    cited = [each for term in shown for each in term.sources]
    by_id = {each.id: each for each in sources.named(context.db, session.id, cited)}
    turned = buttons.pages(callbacks.GLOSSARY, (session.id,), page, total, context.words)
    text = views.listing(session, shown, by_id, context.words)
    await answer(update, context, text, buttons.keyboard(turned))


async def show_term(update: Update, context: Context, session: Session, term: Term) -> None:
    """Show one term."""
    text = with_sources(context, session, term, views.card(term, context.words))
    await answer(update, context, text, keyboards.card(session.id, term, context.words))


async def tap_glossary(update: Update, context: Context) -> None:
    """Show the page of the glossary that a button names."""
    identity, page = callbacks.GLOSSARY.read(update)
    await show_terms(update, context, context.session_named(identity), pages.number(page))


async def tap_term(update: Update, context: Context) -> None:
    """Show the term that a button names."""
    identity, name = callbacks.TERM.read(update)
    session = context.session_named(identity)
    term = glossary.get(context.db, session.id, name)
    if term is None:
        raise Refusal("refusal.gone")
    await show_term(update, context, session, term)


HANDLERS = (
    CommandHandler("glossary", show_glossary),
    CallbackQueryHandler(tap_glossary, pattern=callbacks.GLOSSARY.pattern),
    CallbackQueryHandler(tap_term, pattern=callbacks.TERM.pattern),
)
