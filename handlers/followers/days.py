"""``/day [N]``, ``/today`` and ``/days``: what happened on a day, and which days there are."""

from datetime import date

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import dates, days, digests
from data.session import Session
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import with_sources
from handlers.keyboards import days as keyboards
from handlers.refusals import Refusal
from handlers.views import days as views


async def show_day(update: Update, context: Context) -> None:
    """Answer ``/day N``, with N a number, a date or a weekday; without N offer the days."""
    if not context.asked:
        await show_days(update, context)
        return
    session = context.session
    every = days.every(context.db, session.id)
    meant = dates.meant(context.asked, session, every, session.today(context.clock.now()))
    if meant is None:
        raise refusal(context.asked, session, len(every))
    await show_dates(update, context, session, meant)


def refusal(asked: str, session: Session, total: int, command: str = "day") -> Refusal:
    """Say what is wrong with a day that ``command`` was asked for."""
    if asked.isdecimal():
        return Refusal(
            "refusal.day_number", session=session.short_name, total=total, number=asked[:8]
        )
    return Refusal("refusal.day", asked=asked[:40], session=session.short_name, command=command)


async def show_dates(update: Update, context: Context, session: Session, meant: list[date]) -> None:
    """Show the day that was held on the one date; offer a choice where several are meant."""
    found = [day for each in meant if (day := days.on(context.db, session.id, each))]
    if len(found) == 1:
        await show_card(update, context, session, found[0].number)
    elif found:
        keyboard = keyboards.choice(session.id, found, context.words)
        await answer(update, context, views.which(session, context.words), keyboard)
    else:
        beside = days.beside(days.every(context.db, session.id), meant[0])
        keyboard = keyboards.choice(session.id, [day for day in beside if day], context.words)
        text = views.no_meeting(session, meant[0], context.words)
        await answer(update, context, text, keyboard)


async def show_card(
    update: Update, context: Context, session: Session, number: int, page: int = 0
) -> None:
    """Show one page of a day."""
    digest = digests.of_day(context.db, session, number)
    if digest is None:
        raise refusal(str(number), session, len(days.every(context.db, session.id)))
    text = with_sources(context, session, digest.day, views.card(digest, context.words))
    shown, page, total = pages.of_text(text, page)
    keyboard = keyboards.under_card(digest, page, total, context.words)
    await answer(update, context, shown, keyboard)


async def show_today(update: Update, context: Context) -> None:
    """Answer ``/today``: the venue's date; before and after the session, the day nearest to it."""
    session = context.session
    today = session.today(context.clock.now())
    every = days.every(context.db, session.id)
    if every and not session.start <= today <= session.end:
        nearest = every[0] if today < session.start else every[-1]
        await show_card(update, context, session, nearest.number)
        return
    await show_dates(update, context, session, [today])


async def show_days(update: Update, context: Context) -> None:
    """Answer ``/days``: the session's calendar."""
    (identity,) = callbacks.DAYS.read(update)
    session = context.session_named(identity)
    every = days.every(context.db, session.id)
    summarised = days.summarised(context.db, session.id)
    text = views.calendar(session, every, summarised, context.words)
    await answer(update, context, text, keyboards.choice(session.id, every, context.words))


async def tap_day(update: Update, context: Context) -> None:
    """Show the day and page that a button names."""
    identity, number, page = callbacks.DAY.read(update)
    session = context.session_named(identity)
    await show_card(update, context, session, pages.number(number), pages.number(page))


HANDLERS = (
    CommandHandler("day", show_day),
    CommandHandler("today", show_today),
    CommandHandler("days", show_days),
    CallbackQueryHandler(show_days, pattern=callbacks.DAYS.pattern),
    CallbackQueryHandler(tap_day, pattern=callbacks.DAY.pattern),
)
