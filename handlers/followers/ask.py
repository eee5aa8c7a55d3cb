"""``/ask QUESTION``, and plain text as a question: one answer, or an honest silence."""

from markupsafe import Markup
from telegram import Update
from telegram.ext import CommandHandler

from data import answers, states
from data.answers import Answer
from data.records import Record
from data.session import Session
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.answers import worded
from handlers.followers.days import show_dates
from handlers.followers.records import with_sources
from handlers.keyboards import ask as keyboards
from handlers.keyboards import search as search_keyboards
from handlers.views import ask as views
from handlers.views import layout, leads


async def show_answer(update: Update, context: Context) -> None:
    """Answer ``/ask QUESTION``; without a question say what can be asked."""
    session = context.session
    if context.asked:
        await answer_question(update, context, context.asked)
        return
    near = answers.nearest(context.db, session.id, ())
    keyboard = search_keyboards.topics(session.id, near, context.words)
    await answer(update, context, views.manual(session, context.words), keyboard)


async def answer_question(update: Update, context: Context, question: str) -> None:
    """Answer a question with one record and its source, or say that the base does not hold it."""
    session = context.session
    found = answers.to_question(context.db, session.id, question)
    if found.no_meeting is not None:
        await show_dates(update, context, session, [found.no_meeting])
    elif found.record is None:
        await _nothing(update, context, session, found)
    else:
        fact = _fact(context, session, found.record)
        first = _first(context, session, found)
        text = views.answer(first, fact, see_also=bool(found.beside), words=context.words)
        keyboard = keyboards.under_answer(session.id, found.record, found.beside, context.words)
        await answer(update, context, text, keyboard)


def _fact(context: Context, session: Session, record: Record) -> Markup:
    return with_sources(context, session, record, worded(record, context, session))


def _first(context: Context, session: Session, found: Answer) -> Markup | None:
    names = {each.id: each.name for each in states.every(context.db, session.id)}
    said = leads.said(found.leads, context.words)
    return layout.stacked(said, leads.listed(found.all, names, context.words)) or None


async def _nothing(update: Update, context: Context, session: Session, found: Answer) -> None:
    text = (views.unrecorded if found.closest else views.nothing)(session, context.words)
    keyboard = search_keyboards.nearest(session.id, found.closest, found.nearest, context.words)
    await answer(update, context, text, keyboard)


HANDLERS = (CommandHandler("ask", show_answer),)
