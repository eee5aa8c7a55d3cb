"""``/calendar``: the session as a file that opens in any calendar program."""

from telegram import Update
from telegram.ext import CommandHandler

from data import days, programme
from handlers.answer import send_file
from handlers.context import Context
from handlers.keyboards import calendar as keyboards
from handlers.views import calendar as views


async def send_calendar(update: Update, context: Context) -> None:
    """Answer ``/calendar`` with an ``.ics`` file."""
    session = context.session
    every = days.every(context.db, session.id)
    content = views.file(
        session,
        every,
        programme.every(context.db, session.id),
        bot=context.bot.username,
        made=context.clock.now(),
        words=context.words,
    )
    caption = views.caption(session, len(every), context.words)
    keyboard = keyboards.under(session.id, context.words)
    await send_file(update, context, content, f"{session.id}.ics", caption, keyboard)


HANDLERS = (CommandHandler("calendar", send_calendar),)
