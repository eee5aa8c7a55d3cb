"""``/start`` and ``/help``: who this is, what can be asked, and where a deep link leads."""

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import days
from data.days import Day
from data.session import Session
from handlers import callbacks, deeplinks, pages
from handlers.actors import acting
from handlers.answer import answer
from handlers.context import Context
from handlers.deeplinks import Target
from handlers.followers.days import show_card
from handlers.followers.outcomes import show_outcome, show_topics
from handlers.keyboards import start as keyboards
from handlers.refusals import Refusal
from handlers.subscribers.membership import come_back
from handlers.subscribers.subscribe import subscribe_by_link
from handlers.views import start as views


async def start(update: Update, context: Context) -> None:
    """Answer ``/start``; with a deep link's parameter, show what it names."""
    target = deeplinks.read(context.asked)
    if update.effective_chat and update.effective_chat.type == ChatType.PRIVATE:
        come_back(context, update.effective_chat.id)
    if target is None:
        await greet(update, context)
    elif target.kind == "subscribe":
        await subscribe_by_link(update, context)
    else:
        await _open(update, context, target)


async def _open(update: Update, context: Context, target: Target) -> None:
    session = context.session_named(target.session)
    if session.id != target.session:  # a day of another session is not the one that was meant
        raise Refusal("refusal.gone")
    if target.kind == "topics":
        await show_topics(update, context, session)
    elif target.kind == "outcome":
        await show_outcome(update, context, session, target.identity)
    else:
        await show_card(update, context, session, pages.number(target.identity))


async def greet(update: Update, context: Context) -> None:
    """Say who this is, with buttons to begin with."""
    session = context.session
    day, is_today = _day_at_hand(context, session)
    writes = acting(update, context) is not None
    keyboard = keyboards.beginning(
        session.id, day, is_today=is_today, writes=writes, words=context.words
    )
    await answer(update, context, views.greeting(session, context.words, writes=writes), keyboard)


def _day_at_hand(context: Context, session: Session) -> tuple[Day | None, bool]:
    """Return today's day; else the last one held, or the first where none was; and which it is."""
    today = session.today(context.clock.now())
    every = days.every(context.db, session.id)
    held = [day for day in every if day.date <= today]
    day = held[-1] if held else next(iter(every), None)
    return day, bool(day and day.date == today)


async def show_help(update: Update, context: Context) -> None:
    """Answer ``/help``: the commands in groups."""
    session = context.session
    day, is_today = _day_at_hand(context, session)
    actor = acting(update, context)
    keyboard = keyboards.under_manual(
        session.id, day, is_today=is_today, writes=actor is not None, words=context.words
    )
    text = views.manual(context.bot.username, actor.role if actor else None, context.words)
    await answer(update, context, text, keyboard)


HANDLERS = (
    CommandHandler("start", start),
    CommandHandler("help", show_help),
    CallbackQueryHandler(greet, pattern=callbacks.START.pattern),
    CallbackQueryHandler(show_help, pattern=callbacks.HELP.pattern),
)
