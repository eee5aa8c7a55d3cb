"""``/programme [N]``: what a day holds or held; without a number what comes next."""

from datetime import date

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import coming, dates, days, programme
from data.days import Day
from data.programme import Event
from data.session import Session
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.days import refusal
from handlers.followers.records import cited_by, with_sources
from handlers.keyboards import layout as buttons
from handlers.keyboards import programme as keyboards
from handlers.refusals import Refusal
from handlers.views import days as day_views
from handlers.views import programme as views

PER_PAGE = 6


async def show_programme(update: Update, context: Context) -> None:
    """Answer ``/programme N``, with N a number, a date or a weekday, or what comes next."""
    session = context.session
    if not context.asked:
        await show_coming(update, context, session)
        return
    every = days.every(context.db, session.id)
    meant = dates.meant(context.asked, session, every, session.today(context.clock.now()))
    if meant is None:
        raise refusal(context.asked, session, len(every), "programme")
    await show_dates(update, context, session, meant)


async def show_dates(update: Update, context: Context, session: Session, meant: list[date]) -> None:
    """Show the programme of the one date; offer days where several or none are meant."""
    found = [day for each in meant if (day := days.on(context.db, session.id, each))]
    if len(found) == 1:
        await show_day(update, context, session, found[0])
        return
    if found:
        text = day_views.which(session, context.words)
    else:
        beside = days.beside(days.every(context.db, session.id), meant[0])
        found = [day for day in beside if day]
        text = day_views.no_meeting(session, meant[0], context.words)
    await answer(update, context, text, keyboards.choice(session.id, found, context.words))


async def show_coming(update: Update, context: Context, session: Session) -> None:
    """Show what is left of the day at hand; after the last day, what each day held."""
    moment = context.clock.now()
    day = coming.day(days.every(context.db, session.id), session, moment)
    if day is None:
        await show_whole(update, context, session)
        return
    left = coming.events(programme.of_day(context.db, session.id, day.number), session, moment)
    await _show(update, context, session, day, left, comes_next=True)


async def show_day(
    update: Update, context: Context, session: Session, day: Day, page: int = 0
) -> None:
    """Show one page of what a day holds or held."""
    held = programme.of_day(context.db, session.id, day.number)
    await _show(update, context, session, day, held, page)


async def _show(  # noqa: PLR0913, PLR0917 - a page of a list, and what heads it
    update: Update,
    context: Context,
    session: Session,
    day: Day,
    held: list[Event],
    page: int = 0,
    *,
    comes_next: bool = False,
) -> None:
    shown, page, total = pages.of_list(held, page, PER_PAGE)
    every = days.every(context.db, session.id)
    place = (session.id, str(day.number))
    turned = buttons.pages(callbacks.PROGRAMME, place, page, total, context.words)
    heading = views.heading(session, day, len(every), context.words, comes_next=comes_next)
    text = views.listing(heading, shown, cited_by(context, session, shown), context.words)
    keyboard = keyboards.day(session.id, day, len(every), shown, turned, context.words)
    await answer(update, context, text, keyboard)


async def show_whole(update: Update, context: Context, session: Session, page: int = 0) -> None:
    """Show how much each day holds, and one page of what has no day."""
    every = programme.every(context.db, session.id)
    undated = [each for each in every if each.day is None]
    shown, page, total = pages.of_list(undated, page, PER_PAGE)
    dated = days.every(context.db, session.id)
    over = coming.day(dated, session, context.clock.now()) is None
    cited = cited_by(context, session, shown)
    text = views.whole(session, dated, every, shown, cited, context.words, over=over)
    turned = buttons.pages(callbacks.PROGRAMME, (session.id, "0"), page, total, context.words)
    keyboard = keyboards.whole(session.id, dated, shown, turned, context.words)
    await answer(update, context, text, keyboard)


async def tap_programme(update: Update, context: Context) -> None:
    """Show what a button names: a day and page, the whole programme, or what comes next."""
    identity, number, page = callbacks.PROGRAMME.read(update)
    session = context.session_named(identity)
    day = days.get(context.db, session.id, pages.number(number))
    if not number:
        await show_coming(update, context, session)
    elif day is None:
        await show_whole(update, context, session, pages.number(page))
    else:
        await show_day(update, context, session, day, pages.number(page))


async def tap_event(update: Update, context: Context) -> None:
    """Show the item of the programme that a button names."""
    identity, name = callbacks.EVENT.read(update)
    session = context.session_named(identity)
    event = programme.get(context.db, session.id, name)
    if event is None:
        raise Refusal("refusal.gone")
    text = with_sources(context, session, event, views.card(event, context.words))
    await answer(update, context, text, keyboards.card(session.id, event, context.words))


HANDLERS = (
    CommandHandler("programme", show_programme),
    CallbackQueryHandler(tap_programme, pattern=callbacks.PROGRAMME.pattern),
    CallbackQueryHandler(tap_event, pattern=callbacks.EVENT.pattern),
)
