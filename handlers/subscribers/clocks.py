"""The hour and the place of a chat, chosen by buttons."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from data import regions
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.keyboards import clocks as keyboards
from handlers.keyboards import layout
from handlers.subscribers.settings import change_time, show
from handlers.subscribers.subject import meant
from handlers.subscribers.wishes import time_wished
from handlers.views import settings as views

CITIES = 20


async def show_hours(update: Update, context: Context) -> None:
    """Offer the hours of the day."""
    (key,) = callbacks.HOURS.read(update)
    subject = await meant(update, context, key)
    await answer(
        update, context, views.hours(context.words), keyboards.hours(subject.key, context.words)
    )


async def show_minutes(update: Update, context: Context) -> None:
    """Offer the quarters of an hour."""
    key, hour = callbacks.MINUTES.read(update)
    subject = await meant(update, context, key)
    keyboard = keyboards.minutes(subject.key, pages.number(hour) % 24, context.words)
    await answer(update, context, views.minutes(context.words), keyboard)


async def show_regions(update: Update, context: Context) -> None:
    """Offer the parts of the world, and the places that are near at hand."""
    (key,) = callbacks.REGIONS.read(update)
    subject = await meant(update, context, key)
    session, now = context.session_read_in(subject.id), context.clock.now()
    when = time_wished(context, subject, session, None, None)
    near = [zone for zone in (session.timezone, "UTC") if zone != when.zone]
    keyboard = keyboards.regions(subject.key, near, now, context.words)
    await answer(update, context, views.regions(when, now, context.words), keyboard)


async def show_region(update: Update, context: Context) -> None:
    """Offer the cities of a part of the world."""
    key, region, page = callbacks.REGION.read(update)
    subject = await meant(update, context, key)
    cities = regions.cities(region, context.words.language)
    shown, number, total = pages.of_list(cities, pages.number(page), CITIES)
    turned = layout.pages(
        callbacks.REGION, (str(subject.key), region), number, total, context.words
    )
    keyboard = keyboards.cities(subject.key, shown, turned, context.clock.now(), context.words)
    await answer(update, context, views.cities(context.words), keyboard)


async def change(update: Update, context: Context) -> None:
    """Change the hour or the place to what a button names."""
    key, hour, zone = callbacks.AT.read(update)
    subject = await meant(update, context, key)
    change_time(context, subject, callbacks.hour_in(hour), callbacks.zone_in(zone))
    await show(update, context, subject)


HANDLERS = (
    CallbackQueryHandler(show_hours, pattern=callbacks.HOURS.pattern),
    CallbackQueryHandler(show_minutes, pattern=callbacks.MINUTES.pattern),
    CallbackQueryHandler(show_regions, pattern=callbacks.REGIONS.pattern),
    CallbackQueryHandler(show_region, pattern=callbacks.REGION.pattern),
    CallbackQueryHandler(change, pattern=callbacks.AT.pattern),
)
