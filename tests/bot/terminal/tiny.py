"""A bot of a few lines, to test the terminal itself with."""

import asyncio
from typing import Any

from sqlite_utils import Database
from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputFile,
    InputTextMessageContent,
    Update,
)
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot import application
from bot.localapi import LocalApi
from data.clock import Clock
from handlers.context import App, Context

BUTTONS = (
    InlineKeyboardButton("Turn", callback_data="turned"),
    InlineKeyboardButton("Alert", callback_data="alert"),
    InlineKeyboardButton("Open", url="https://e.org/page"),
    InlineKeyboardButton("Share", url="https://t.me/share/url?url=https%3A%2F%2Fe.org&text=Look"),
    InlineKeyboardButton("Copy", copy_text=CopyTextButton("ICC-ASP/12/Res.1")),
    InlineKeyboardButton("In private", url="https://t.me/asp_bot?start=asp12-d-3"),
    InlineKeyboardButton("Here", switch_inline_query_current_chat="budget"),
)


async def start(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message
    keyboard = InlineKeyboardMarkup.from_column(BUTTONS)
    text = (
        f"started {context.asked}"
        if context.asked
        else '<b>Hello</b> <a href="https://e.org">x</a>'
    )
    await message.reply_html(text, reply_markup=keyboard)


async def tap(update: Update, _context: Context) -> None:
    query = update.callback_query
    assert query
    if query.data == "alert":
        await query.answer("Only for administrators", show_alert=True)
        return
    await query.answer()
    await query.edit_message_text("Turned")


async def file(update: Update, _context: Context) -> None:
    message = update.effective_message
    assert message
    content = InputFile(b"BEGIN:VCALENDAR", filename="../asp12.ics")
    await message.reply_document(content, caption="Your calendar")


async def inline(update: Update, _context: Context) -> None:
    query = update.inline_query
    assert query
    results = [
        InlineQueryResultArticle(
            str(number),
            f"Result {number} for {query.query}",
            InputTextMessageContent(f"Pasted {number}"),
            description="A description",
        )
        for number in (1, 2)
    ]
    await query.answer(results)


async def fail(_update: Update, _context: Context) -> None:
    raise RuntimeError("a mistake")


async def remove(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message
    sent = await message.reply_text("A line that goes")
    await context.bot.delete_message(message.chat.id, sent.message_id)


async def time(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message
    await message.reply_text(f"{context.clock.now():%d %H:%M}")


async def dawdle(update: Update, _context: Context) -> None:
    message = update.effective_message
    assert message
    await asyncio.sleep(0.05)
    await message.reply_text("At last")


async def echo(update: Update, _context: Context) -> None:
    message, person = update.effective_message, update.effective_user
    assert message
    assert person
    edited = "edited " if update.edited_message else ""
    await message.reply_text(f"{person.first_name} {edited}said: {str(message.text)[:100]}")


def build(*, request: LocalApi, db: Database, clock: Clock, **_more: Any) -> App:
    """Take what the real ``build`` takes."""
    commands = {
        "start": start,
        "file": file,
        "fail": fail,
        "remove": remove,
        "time": time,
        "dawdle": dawdle,
    }
    handlers = (
        *(CommandHandler(name, answering) for name, answering in commands.items()),
        CallbackQueryHandler(tap),
        InlineQueryHandler(inline),
        MessageHandler(filters.TEXT & ~filters.COMMAND & ~filters.VIA_BOT, echo),
    )
    return application.build(request=request, db=db, clock=clock, groups=(handlers,))
