"""The one message that counts along while a text comes in."""

import logging

from telegram import InlineKeyboardMarkup, Update
from telegram.error import BadRequest

from data import drafts, richtext
from data.store import writing
from data.work import Work
from handlers.answer import UNCHANGED, entities, send_below
from handlers.context import Context
from handlers.keyboards import editing as keyboards
from handlers.views import editing as views

logger = logging.getLogger(__name__)


async def count(update: Update, context: Context, work: Work) -> None:
    """Say how much has come in: below the last part, by one message alone."""
    text = richtext.from_html(views.counted(work, context.words))
    keyboard = keyboards.counted(work, context.words)
    old = work.draft.counter
    last = max((part.message for part in work.parts), default=0)
    if old and (old > last or update.edited_message) and await _rewrites(context, work, keyboard):
        return
    sent = await send_below(update, context, [text], keyboard)
    if sent is not None:
        _keep(context, work, sent.message_id)
        if old:
            await _removes(context, work.draft.editor, old)


async def withdraw(context: Context, work: Work) -> None:
    """Take the message that counts away: there is nothing to count any more."""
    if work.draft.counter:
        _keep(context, work, None)
        await _removes(context, work.draft.editor, work.draft.counter)


async def _rewrites(context: Context, work: Work, keyboard: InlineKeyboardMarkup | None) -> bool:
    text = richtext.from_html(views.counted(work, context.words))
    try:
        await context.bot.edit_message_text(
            text.text,
            work.draft.editor,
            work.draft.counter,
            entities=entities(text),
            reply_markup=keyboard,
        )
    except BadRequest as error:
        return UNCHANGED in error.message.lower()
    return True


async def _removes(context: Context, chat: int, message: int) -> None:
    try:
        await context.bot.delete_message(chat, message)
    except BadRequest as error:
        logger.info("A message that counted stays: %s", error.message)


def _keep(context: Context, work: Work, message: int | None) -> None:
    with writing(context.db):
        drafts.counted_by(context.db, work.draft.id, message)
