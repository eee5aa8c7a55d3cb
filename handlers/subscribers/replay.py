"""After the session: its digests one a day, all now, or none until the next session."""

from typing import Final

from telegram import Update
from telegram.ext import CallbackQueryHandler

from data import days, due, following, prospects, subscriptions
from data import session as sessions
from data.chat_times import ChatTime
from data.session import Session
from data.subscriptions import Way
from handlers import callbacks
from handlers.answer import answer
from handlers.context import Context
from handlers.keyboards import subscribing as keyboards
from handlers.refusals import Refusal
from handlers.subscribers.subject import Subject, meant
from handlers.subscribers.wishes import time_wished
from handlers.views import replays as views
from handlers.views.replays import Replayed

WAYS: Final[dict[str, Way]] = {"replay": "replay", "at_once": "at_once", "wait": "wait"}


def is_over(context: Context, session: Session, when: ChatTime) -> bool:
    """Tell whether no digest of a session falls due any more in chats of this time."""
    every = days.every(context.db, session.id)
    return bool(every) and not due.owed(session, every, when, context.clock.now())


async def offer(  # noqa: PLR0913 - all that was found out before
    update: Update,
    context: Context,
    subject: Subject,
    session: Session,
    when: ChatTime,
    *,
    moved: bool,
) -> None:
    """Say that a session is over, and offer what is left of it; until then the chat waits."""
    db, now = context.db, context.clock.now()
    old = subscriptions.get(db, subject.id, session.id)
    if old is None or old.state != "on":
        old = following.replay(db, subject.id, session.id, when, "wait", now)
    else:
        following.change_time(db, subject.id, when, now)
    context.bot_data.wake()
    await _show(update, context, subject, session, when, moved=moved)


async def choose(update: Update, context: Context) -> None:
    """Do what was chosen by a button."""
    key, identity, chosen = callbacks.REPLAY.read(update)
    subject = await meant(update, context, key)
    session = sessions.get(context.db, identity)
    if session is None or chosen not in WAYS:
        raise Refusal("refusal.gone")
    when = time_wished(context, subject, session, None, None)
    if not is_over(context, session, when):
        raise Refusal("refusal.gone")
    following.replay(context.db, subject.id, session.id, when, WAYS[chosen], context.clock.now())
    context.bot_data.wake()
    await _show(update, context, subject, session, when, chosen=True)


async def _show(  # noqa: PLR0913 - all that was found out before
    update: Update,
    context: Context,
    subject: Subject,
    session: Session,
    when: ChatTime,
    *,
    moved: bool = False,
    chosen: bool = False,
) -> None:
    kept = subscriptions.get(context.db, subject.id, session.id)
    if kept is None:
        raise Refusal("refusal.gone")
    replayed = Replayed(
        session=session,
        title=subject.title,
        when=when,
        now=context.clock.now(),
        way=kept.way if chosen or kept.next else None,
        left=tuple(prospects.unsent(context.db, kept)),
        first=following.goes_on(context.db, subject.id, session.id, when, context.clock.now()),
        following=kept.next,
        moved=moved,
    )
    keyboard = keyboards.replays(replayed.choices, session.id, subject.key, context.words)
    await answer(update, context, views.replayed(replayed, context.words), keyboard)


HANDLERS = (CallbackQueryHandler(choose, pattern=callbacks.REPLAY.pattern),)
