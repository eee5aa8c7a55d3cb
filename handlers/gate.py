"""Who is not listened to: other bots, channels, and what was pasted through this very bot."""

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop, TypeHandler

from handlers.context import Context


async def pass_by(update: Update, context: Context) -> None:
    """Stop what is not for the bot. Raises ``ApplicationHandlerStop`` for it."""
    if update.channel_post or update.edited_channel_post:
        raise ApplicationHandlerStop
    message = update.message or update.edited_message
    if message and not _from_a_person(message, context.bot.id):
        raise ApplicationHandlerStop


def _from_a_person(message: Message, bot: int) -> bool:
    if message.via_bot and message.via_bot.id == bot:
        return False
    if message.sender_chat:  # an anonymous administrator writes in the group's own name
        return message.sender_chat.id == message.chat.id and not message.is_automatic_forward
    return bool(message.from_user and not message.from_user.is_bot)


HANDLERS = (TypeHandler(Update, pass_by),)
