"""``/session``: what the session is, and which one this chat reads where there are several."""

from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import chats, session
from data.session import Session
from handlers import callbacks
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import with_sources
from handlers.keyboards import session as keyboards
from handlers.refusals import Refusal
from handlers.views import session as views

MAY_CHOOSE = {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR}


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
    if chosen is None or context.chat is None:
        raise Refusal("refusal.gone")
    if not await _may_choose(update, context):
        raise Refusal("refusal.administrators")
    chats.choose_session(context.db, context.chat, chosen.id)
    await show(update, context, chosen)


async def _may_choose(update: Update, context: Context) -> bool:
    chat, user = update.effective_chat, update.effective_user
    if chat is None or user is None:
        return False
    if chat.type == ChatType.PRIVATE:
        return True
    member = await context.bot.get_chat_member(chat.id, user.id)
    return member.status in MAY_CHOOSE


HANDLERS = (
    CommandHandler("session", show_session),
    CallbackQueryHandler(show_session, pattern=callbacks.SESSIONS.pattern),
    CallbackQueryHandler(choose_session, pattern=callbacks.SESSION.pattern),
)
