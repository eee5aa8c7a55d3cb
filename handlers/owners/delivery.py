"""``/delivery N``: how a day's digest goes out, live, with *Stop* and *Go on*."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from telegram import Message, Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import JobQueue

from data import audit, days, reckoning, richtext, stops
from data import session as sessions
from data.days import Day
from data.session import Session
from data.store import durable
from handlers import callbacks
from handlers.actors import Actor
from handlers.answer import UNCHANGED, answer, entities, send_below
from handlers.callbacks import number_in
from handlers.context import Context
from handlers.door import Desk
from handlers.editors import intake
from handlers.editors.writing import opening_of
from handlers.keyboards import delivery as keyboards
from handlers.refusals import Refusal
from handlers.views import delivery as views

logger = logging.getLogger(__name__)

EVERY: Final = timedelta(seconds=5)
LIVE: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that shows how a day goes out, and until when it is kept up to date."""

    chat: int
    message: int
    session: str
    day: int
    until: datetime


async def delivery(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/delivery [N]``: without a day, the last one that was delivered."""
    del actor
    message, session = update.effective_message, context.session
    if not isinstance(message, Message):
        return
    every = days.every(context.db, session.id)
    opened = opening_of(intake.typed(message), session, every, context)
    closed = [day for day in every if day.closes_at(session) <= context.clock.now()]
    number = opened.day or (closed[-1].number if closed else 1)
    day = days.get(context.db, session.id, number)
    if day is None:
        raise Refusal("delivery.no_day")
    text, keyboard = _screen(context, session, day)
    sent = await send_below(update, context, [richtext.from_html(text)], keyboard)
    if sent is not None:
        _keep_up(context, session, day, sent)


async def tap(update: Update, context: Context, actor: Actor) -> None:
    """Show it again, stop it, or let it go on, as a button says."""
    identity, number, what = callbacks.DELIVERY.read(update)
    session = sessions.get(context.db, identity)
    day = days.get(context.db, identity, number_in(number))
    if session is None or day is None:
        raise Refusal("delivery.no_day")
    if what in {"stop", "on"}:
        _change(context, actor, session, day, what)
    text, keyboard = _screen(context, session, day)
    await answer(update, context, text, keyboard)
    message = update.effective_message
    if isinstance(message, Message) and not callbacks.is_fresh(update):
        _keep_up(context, session, day, message)


def _change(context: Context, actor: Actor, session: Session, day: Day, what: str) -> None:
    now = context.clock.now()
    with durable(context.db):
        changed = (
            stops.stop(context.db, session.id, day.number, actor.id, now)
            if what == "stop"
            else stops.go_on(context.db, session.id, day.number)
        )
        if changed:
            audit.log(
                context.db,
                made=now,
                author=actor.id,
                name=actor.name,
                act="stopped" if what == "stop" else "went_on",
                session=session.id,
                subject=f"day {day.number}",
            )
    context.bot_data.wake()


def _screen(context: Context, session: Session, day: Day) -> tuple[Any, Any]:
    now = context.clock.now()
    reckoned = reckoning.of_day(context.db, session, day, now)
    stopped = (session.id, day.number) in stops.every(context.db)
    text = views.delivery(session, day, reckoned, stopped=stopped, now=now, words=context.words)
    return text, keyboards.delivery(session.id, day.number, context.words, stopped=stopped)


def _keep_up(context: Context, session: Session, day: Day, message: Message) -> None:
    """Bring a message up to date every few seconds, in the place of any other in its chat."""
    jobs: JobQueue[Any] | None = context.application.job_queue
    if jobs is None:
        return
    name = f"delivery-{message.chat.id}"
    for job in jobs.get_jobs_by_name(name):
        job.schedule_removal()
    until = context.clock.now() + LIVE
    shown = Shown(message.chat.id, message.message_id, session.id, day.number, until)
    jobs.run_repeating(bring_up_to_date, EVERY, name=name, data=shown)


async def bring_up_to_date(context: Context) -> None:
    """Bring a message up to date; the last time when nothing waits any more."""
    job = context.job
    shown = job.data if job else None
    if job is None or not isinstance(shown, Shown):
        return
    session = sessions.get(context.db, shown.session)
    day = days.get(context.db, shown.session, shown.day)
    if session is None or day is None:
        job.schedule_removal()
        return
    now = context.clock.now()
    through = not reckoning.of_day(context.db, session, day, now).waiting
    if through or now >= shown.until or shown.chat not in context.bot_data.owners:
        job.schedule_removal()
    if shown.chat in context.bot_data.owners:
        await _rewrite(context, shown, session, day)


async def _rewrite(context: Context, shown: Shown, session: Session, day: Day) -> None:
    text, keyboard = _screen(context, session, day)
    told = richtext.from_html(text)
    try:
        await context.bot.edit_message_text(
            told.text,
            shown.chat,
            shown.message,
            entities=entities(told),
            reply_markup=keyboard,
        )
    except BadRequest as error:
        if UNCHANGED not in error.message.lower() and context.job:
            context.job.schedule_removal()
    except TelegramError as error:
        logger.info("A delivery was not shown: %s", error.message)


DESK = Desk(commands={"delivery": delivery}, buttons={callbacks.DELIVERY: tap})
