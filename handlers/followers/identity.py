"""``/id``: a person's number at Telegram, by which the configuration names owners."""

from telegram import Update
from telegram.ext import CommandHandler

from handlers.answer import answer
from handlers.context import Context
from handlers.keyboards import start as keyboards
from handlers.refusals import Refusal


async def show_number(update: Update, context: Context) -> None:
    """Answer ``/id``; whoever writes in the name of a chat is asked to come in private."""
    user, message = update.effective_user, update.effective_message
    if user is None or user.is_bot or (message and message.sender_chat):
        raise Refusal("id.in_private")
    await answer(
        update,
        context,
        context.words("id.yours", id=user.id),
        keyboards.ways_on(context.session.id, context.words),
    )


HANDLERS = (CommandHandler("id", show_number),)
