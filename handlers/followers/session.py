"""``/session``: what the session is, and which one this chat reads where there are several."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import chats, session
from data.session import Session
from handlers import callbacks
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import with_sources
from handlers.keyboards import session as keyboards
from handlers.refusals import Refusal
from handlers.subscribers.subject import meant
from handlers.views import session as views


async def show_session(update: Update, context: Context) -> None:
    """Answer ``/session`` with the session that this chat reads, and the others to choose."""
    await show(update, context, context.session)


async def show(update: Update, context: Context, shown: Session) -> None:
    """Introduce a session."""
    every = session.every(context.db)
    text = views.card(shown, len(every) - 1, context.words)
    keyboard = keyboards.choice(shown, every, context.words)
    await answer(update, context, with_sources(context, shown, shown, text), keyboard)


async def choose_session(update: Update, context: Context) -> None:
    """Let the chat read the session that a button names; in groups for administrators."""
    (identity,) = callbacks.SESSION.read(update)
    chosen = session.get(context.db, identity)
    if chosen is None:
        raise Refusal("refusal.gone")
    subject = await meant(update, context)
    chats.choose_session(context.db, subject.id, chosen.id)
    await show(update, context, chosen)


HANDLERS = (
    CommandHandler("session", show_session),
    CallbackQueryHandler(show_session, pattern=callbacks.SESSIONS.pattern),
    CallbackQueryHandler(choose_session, pattern=callbacks.SESSION.pattern),
)
