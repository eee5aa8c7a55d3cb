"""What becomes of an exception: a refusal is said, anything else is logged and owned up to."""

import logging

from telegram import Update
from telegram.error import Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ApplicationHandlerStop

from data import richtext
from handlers.answer import answer, send_below
from handlers.attempts import for_the_moment
from handlers.context import Context
from handlers.keyboards import start as keyboards
from handlers.refusals import Refusal

logger = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    """Answer a refusal with its sentence; log what is ours to mend, and say that it failed.

    What Telegram refuses for the moment is left to the inbox, which tries the update again.

    Raises:
        ApplicationHandlerStop: always, so that no handler behind the one that failed is tried.
    """
    error = context.error
    if isinstance(error, Refusal):
        await _say(update, context, error)
    elif isinstance(update, Update) and isinstance(error, TelegramError) and for_the_moment(error):
        await _put_off(update, context, error)
    elif isinstance(error, Forbidden):
        logger.info("An answer was not wanted: %s", error.message)
    else:
        logger.error("An update was not answered: %s", describe(update), exc_info=error)
        if not isinstance(error, NetworkError):
            await _say(update, context, Refusal("refusal.ours"))
    raise ApplicationHandlerStop


def describe(update: object) -> str:
    """Name an update for the log by its number and kind, never by what a person wrote."""
    if not isinstance(update, Update):
        return "none"
    kinds = ("message", "edited_message", "callback_query", "inline_query")
    kind = next((name for name in kinds if getattr(update, name)), "other")
    return f"{kind} {update.update_id}"


async def _put_off(update: Update, context: Context, error: TelegramError) -> None:
    """Leave an answer to the inbox; one that Telegram will not take gives way to a sentence.

    A picture or a file may be refused where a sentence is not. What is said in its chat after it
    would wait for it all the while.
    """
    context.attempt.refused = error
    waits = isinstance(error, RetryAfter) or not context.attempt.has_lasted(context.clock.now())
    if waits or update.effective_message is None:
        return
    said = richtext.from_html(context.words("refusal.not_taken"))
    try:
        await send_below(update, context, [said])
    except TelegramError as failure:
        logger.info("A refusal was not delivered either: %s", failure)
    else:
        context.attempt.refused = None


async def _say(update: object, context: Context, refusal: Refusal) -> None:
    if not isinstance(update, Update) or update.effective_message is None:
        return
    text = context.words(refusal.key, **refusal.arguments)
    try:
        keyboard = keyboards.ways_on(context.session.id, context.words)
    except Refusal:
        keyboard = None
    try:
        await answer(update, context, text, keyboard)
    except TelegramError as failure:
        if for_the_moment(failure):
            context.attempt.refused = failure
        else:
            logger.warning("A refusal was not delivered: %s", failure)
