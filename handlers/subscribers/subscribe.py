"""``/subscribe [HH:MM] [ZONE]`` and ``/unsubscribe``: each day's digest, in the chat's own time."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import chat_times, chats, days, following, prospects, subscriptions
from data import session as sessions
from data.chat_times import ChatTime
from data.chats import Chat
from data.days import Day
from data.session import Session
from data.subscriptions import Subscription
from handlers import callbacks
from handlers.answer import answer
from handlers.context import Context
from handlers.keyboards import subscribing as keyboards
from handlers.subscribers import replay
from handlers.subscribers.subject import Subject, may_post, meant, refuse
from handlers.subscribers.wishes import asked_again, refuse_edited, time_wished, zone_wished
from handlers.views import subscribing as views
from handlers.views.subscribing import Confirmed


async def subscribe(update: Update, context: Context) -> None:
    """Answer ``/subscribe``: the chat gets each day's digest from now on."""
    refuse_edited(update)
    subject = await meant(update, context)
    await subscribe_as_written(update, context, subject, context.asked)


async def subscribe_by_link(update: Update, context: Context) -> None:
    """Answer ``/start s``, which a link sends: subscribe as the chat is, or by the rule."""
    refuse_edited(update)
    await subscribe_as_written(update, context, await meant(update, context), "")


async def subscribe_as_written(
    update: Update, context: Context, subject: Subject, text: str
) -> None:
    """Subscribe a chat at the hour and the place that a text names."""
    wish = chat_times.read(text)
    if await asked_again(update, context, subject, wish, callbacks.SUBSCRIBE_AT):
        return
    session = context.session_read_in(subject.id)
    when = time_wished(context, subject, session, wish.hour, zone_wished(wish))
    await begin(update, context, subject, session, when)


async def tap_subscribe(update: Update, context: Context) -> None:
    """Subscribe by a button, at the hour that the chat has, or the usual one."""
    key, identity = callbacks.SUBSCRIBE.read(update)
    subject = await meant(update, context, key)
    named = sessions.get(context.db, identity)
    session = named or context.session_read_in(subject.id)
    when = time_wished(context, subject, session, None, None)
    await begin(update, context, subject, session, when)


async def tap_place(update: Update, context: Context) -> None:
    """Subscribe at the place that was chosen among several."""
    key, hour, zone = callbacks.SUBSCRIBE_AT.read(update)
    subject = await meant(update, context, key)
    session = context.session_read_in(subject.id)
    when = time_wished(context, subject, session, callbacks.hour_in(hour), callbacks.zone_in(zone))
    await begin(update, context, subject, session, when)


async def begin(
    update: Update, context: Context, subject: Subject, session: Session, when: ChatTime
) -> None:
    """Subscribe a chat and say what comes when; after the session, offer to replay it."""
    if not await may_post(context, subject):
        await refuse(update, context, "picker.bot_may_not")
    db, now = context.db, context.clock.now()
    before, old = chats.get(db, subject.id), subscriptions.get(db, subject.id, session.id)
    chats.choose_place(db, subject.id, subject.kind, subject.thread)
    following.come_back(db, subject.id, now)
    moved = _is_moved(before, old, subject)
    if replay.is_over(context, session, when) and not _is_awaited(context, old, when):
        await replay.offer(update, context, subject, session, when, moved=moved)
        return
    kept = following.subscribe(db, subject.id, session.id, when, now)
    context.bot_data.wake()
    every = days.every(db, session.id)
    confirmed = Confirmed(
        session=session,
        title=subject.title,
        when=when,
        now=now,
        total=len(every),
        ahead=prospects.ahead(db, kept, when, now),
        earlier=_earlier(context, subject, kept),
        again=bool(old == kept and before and before.when == when),
        moved=moved,
    )
    keyboard = keyboards.under_confirmation(
        session.id,
        confirmed.earlier,
        context.bot.username,
        subject.key,
        context.words,
        private=subject.kind == "private",
    )
    await answer(update, context, views.confirmed(confirmed, context.words), keyboard)


def _is_moved(before: Chat | None, old: Subscription | None, subject: Subject) -> bool:
    """Whether the digests of a forum come to another topic than before."""
    subscribed = before is not None and old is not None and old.state == "on"
    return subscribed and before is not None and before.thread != subject.thread


def _is_awaited(context: Context, old: Subscription | None, when: ChatTime) -> bool:
    """Whether a digest of a session that is over is still to come, since it is not written."""
    if old is None or old.way != "live":
        return False
    return prospects.ahead(context.db, old, when, context.clock.now()) is not None


def _earlier(context: Context, subject: Subject, kept: Subscription) -> tuple[Day, ...]:
    """Return the days that are offered by buttons: those before it counts which it did not get."""
    if subject.title is not None:
        return ()
    unsent = prospects.unsent(context.db, kept)
    return tuple(day for day in unsent if day.number < kept.first_day)


async def unsubscribe(update: Update, context: Context) -> None:
    """Answer ``/unsubscribe``: no more digests come, of any session."""
    refuse_edited(update)
    await _end(update, context, await meant(update, context))


async def tap_unsubscribe(update: Update, context: Context) -> None:
    """End all subscriptions by a button."""
    (key,) = callbacks.UNSUBSCRIBE.read(update)
    await _end(update, context, await meant(update, context, key))


async def _end(update: Update, context: Context, subject: Subject) -> None:
    ended = following.stop_all(context.db, subject.id)
    context.bot_data.wake()
    text = views.unsubscribed(subject.title, context.words, ended=ended)
    session = context.session_read_in(subject.id)
    keyboard = keyboards.under_end(session.id, subject.key, context.words)
    await answer(update, context, text, keyboard)


HANDLERS = (
    CommandHandler("subscribe", subscribe),
    CommandHandler("unsubscribe", unsubscribe),
    CallbackQueryHandler(tap_subscribe, pattern=callbacks.SUBSCRIBE.pattern),
    CallbackQueryHandler(tap_place, pattern=callbacks.SUBSCRIBE_AT.pattern),
    CallbackQueryHandler(tap_unsubscribe, pattern=callbacks.UNSUBSCRIBE.pattern),
)
