"""A channel or group whose digests somebody looks after in private, by Telegram's own picker."""

from markupsafe import Markup
from telegram import ReplyKeyboardMarkup, ReplyKeyboardRemove, Update
from telegram.constants import ChatType
from telegram.ext import CallbackQueryHandler

from data import richtext
from handlers import callbacks
from handlers.answer import acknowledge, entities, place_of
from handlers.context import Context
from handlers.keyboards import elsewhere as keyboards
from handlers.refusals import Refusal
from handlers.subscribers.settings import show
from handlers.subscribers.subject import elsewhere


async def show_picker(update: Update, context: Context) -> None:
    """Offer Telegram's picker below the text field; in private only, where it may stand."""
    chat = update.effective_chat
    if chat is None or chat.type != ChatType.PRIVATE:
        raise Refusal("refusal.gone")
    await acknowledge(update, context)
    words = context.words
    await _say(update, context, words("picker.how"), keyboards.picker(words))


async def take(update: Update, context: Context) -> None:
    """Show the settings of the chat that was picked, to somebody who may change them."""
    shared = update.effective_message.chat_shared if update.effective_message else None
    if shared is None:
        return
    words = context.words
    chosen = words("picker.chosen", title=shared.title or words.plain("picker.it"))
    await _say(update, context, chosen, ReplyKeyboardRemove())
    await show(update, context, await elsewhere(update, context, shared.chat_id))


async def cancel(update: Update, context: Context) -> None:
    """Put the picker away."""
    await _say(update, context, context.words("picker.cancelled"), ReplyKeyboardRemove())


async def _say(
    update: Update,
    context: Context,
    text: Markup,
    markup: ReplyKeyboardMarkup | ReplyKeyboardRemove,
) -> None:
    if context.attempt.was_done():
        return
    said = richtext.from_html(text)
    await context.bot.send_message(
        place_of(update).chat, said.text, entities=entities(said), reply_markup=markup
    )
    context.attempt.did()


HANDLERS = (CallbackQueryHandler(show_picker, pattern=callbacks.ELSEWHERE.pattern),)
