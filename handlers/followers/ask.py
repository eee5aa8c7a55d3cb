"""``/ask QUESTION``, and plain text as a question: one answer, or an honest silence."""

from telegram import Update
from telegram.ext import CommandHandler

from data import answers
from data.answers import Answer
from data.session import Session
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.answers import worded
from handlers.followers.records import with_sources
from handlers.keyboards import ask as keyboards
from handlers.keyboards import search as search_keyboards
from handlers.views import ask as views


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
    if found.record is None:
        await _nothing(update, context, session, found)
        return
    fact = with_sources(context, session, found.record, worded(found.record, context, session))
    text = views.answer(fact, see_also=bool(found.beside), words=context.words)
    keyboard = keyboards.under_answer(session.id, found, context.words)
    await answer(update, context, text, keyboard)


async def _nothing(update: Update, context: Context, session: Session, found: Answer) -> None:
    keyboard = search_keyboards.topics(session.id, found.nearest, context.words)
    await answer(update, context, views.nothing(session, context.words), keyboard)


HANDLERS = (CommandHandler("ask", show_answer),)
