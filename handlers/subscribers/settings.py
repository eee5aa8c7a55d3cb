"""``/settings [HH:MM] [ZONE]``: when and how digests come to a chat, all by buttons."""

from datetime import time

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import chat_times, chats, days, following, prospects, subscriptions, topics
from data.chats import Chat
from handlers import callbacks
from handlers.answer import answer
from handlers.context import Context
from handlers.keyboards import settings as keyboards
from handlers.subscribers.subject import Subject, meant
from handlers.subscribers.wishes import asked_again, refuse_edited, time_wished, zone_wished
from handlers.views import settings as views
from handlers.views.settings import Panel


async def settings(update: Update, context: Context) -> None:
    """Answer ``/settings``; with an hour or a place, change them first."""
    if context.asked:
        refuse_edited(update)
    await change_as_written(update, context, await meant(update, context), context.asked)


async def change_as_written(update: Update, context: Context, subject: Subject, text: str) -> None:
    """Change hour and place of a chat to those that a text names, and show its settings."""
    wish = chat_times.read(text)
    if await asked_again(update, context, subject, wish, callbacks.AT):
        return
    if text:
        change_time(context, subject, wish.hour, zone_wished(wish))
    await show(update, context, subject)


def change_time(context: Context, subject: Subject, hour: time | None, zone: str | None) -> None:
    """Change hour or place of a chat; what falls due by that is sent."""
    session = context.session_read_in(subject.id)
    when = time_wished(context, subject, session, hour, zone)
    following.change_time(context.db, subject.id, when, context.clock.now())
    context.bot_data.wake()


async def show(update: Update, context: Context, subject: Subject) -> None:
    """Show the settings of a chat."""
    panel = panel_of(context, subject)
    keyboard = keyboards.panel(panel, subject.key, context.bot.username, context.words)
    await answer(update, context, views.panel(panel, context.words), keyboard)


def panel_of(context: Context, subject: Subject) -> Panel:
    """Gather what the settings of a chat say."""
    db, now = context.db, context.clock.now()
    session = context.session_read_in(subject.id)
    kept = subscriptions.get(db, subject.id, session.id)
    when = time_wished(context, subject, session, None, None)
    return Panel(
        session=session,
        chat=chats.get(db, subject.id) or Chat(subject.id, subject.kind),
        title=subject.title,
        when=when,
        now=now,
        kept=kept,
        last=prospects.last(db, subject.id, session.id),
        ahead=prospects.ahead(db, kept, when, now) if kept else None,
        days=len(days.every(db, session.id)),
        topics=len(topics.every(db, session.id)),
    )


async def tap_settings(update: Update, context: Context) -> None:
    """Show the settings that a button leads to."""
    (key,) = callbacks.SETTINGS.read(update)
    await show(update, context, await meant(update, context, key))


async def choose_silence(update: Update, context: Context) -> None:
    """Let digests come with or without a sound."""
    key, silent = callbacks.SILENT.read(update)
    subject = await meant(update, context, key)
    chats.choose_silence(context.db, subject.id, silent=silent == callbacks.ON)
    await show(update, context, subject)


async def pause(update: Update, context: Context) -> None:
    """Pause the digests, or let them come again."""
    key, paused = callbacks.PAUSE.read(update)
    subject = await meant(update, context, key)
    session = context.session_read_in(subject.id)
    if paused == callbacks.ON:
        following.pause(context.db, subject.id, session.id)
    else:
        following.resume(context.db, subject.id, session.id, context.clock.now())
    context.bot_data.wake()
    await show(update, context, subject)


async def try_again(update: Update, context: Context) -> None:
    """Write again to a chat that was set aside, since something has changed there."""
    (key,) = callbacks.TRY_AGAIN.read(update)
    subject = await meant(update, context, key)
    following.come_back(context.db, subject.id, context.clock.now())
    context.bot_data.wake()
    await show(update, context, subject)


HANDLERS = (
    CommandHandler("settings", settings),
    CallbackQueryHandler(tap_settings, pattern=callbacks.SETTINGS.pattern),
    CallbackQueryHandler(choose_silence, pattern=callbacks.SILENT.pattern),
    CallbackQueryHandler(pause, pattern=callbacks.PAUSE.pattern),
    CallbackQueryHandler(try_again, pattern=callbacks.TRY_AGAIN.pattern),
)
