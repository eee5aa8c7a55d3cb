"""An hour or a place, typed as an answer to a message that asks for them."""

from collections.abc import Iterator

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from data import chat_times
from handlers import callbacks
from handlers.callbacks import Screen
from handlers.context import Context
from handlers.followers.ask import answer_question
from handlers.subscribers.settings import change_as_written
from handlers.subscribers.subject import meant
from handlers.subscribers.subscribe import subscribe_as_written

# Buttons that stand under what asks for an hour or a place; by the first, it is to subscribe.
ASKING = (
    callbacks.SUBSCRIBE_AT,
    callbacks.AT,
    callbacks.HOURS,
    callbacks.MINUTES,
    callbacks.REGIONS,
    callbacks.REGION,
)


class _Asked(filters.MessageFilter):
    """An answer to a message of the bot's that asks for an hour or a place."""

    def filter(self, message: Message) -> bool:
        return _asked(message) is not None


async def take(update: Update, context: Context) -> None:
    """Take what is typed for an hour or a place; what is clearly neither, for a question."""
    message = update.effective_message
    asked = _asked(message) if message else None
    text = (message.text if message else None) or ""
    wish = chat_times.read(text)
    if asked is None or (wish.unread and not wish.alike and wish.hour is None):
        await answer_question(update, context, text)
        return
    screen, data = asked
    subject = await meant(update, context, screen.parts_of(data)[0])
    takes = subscribe_as_written if screen == callbacks.SUBSCRIBE_AT else change_as_written
    await takes(update, context, subject, text)


def _asked(message: Message) -> tuple[Screen, str] | None:
    """Return what the answered message asks by, and the data of its button."""
    answered = message.reply_to_message
    if answered is None or answered.from_user is None or answered.reply_markup is None:
        return None
    if answered.from_user.id != message.get_bot().bot.id:
        return None
    every = list(_data_under(answered))
    found = ((screen, data) for screen in ASKING for data in every if screen.is_named_in(data))
    return next(found, None)


def _data_under(message: Message) -> Iterator[str]:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    for row in rows:
        for button in row:
            if isinstance(button.callback_data, str):
                yield button.callback_data


HANDLERS = (
    MessageHandler(
        filters.UpdateType.MESSAGE & filters.TEXT & ~filters.COMMAND & filters.REPLY & _Asked(),
        take,
    ),
)
