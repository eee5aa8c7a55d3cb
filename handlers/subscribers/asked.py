"""Whether a message answers one of the bot's that asks for an hour or a place."""

from collections.abc import Iterator

from telegram import Message

from handlers import callbacks
from handlers.callbacks import Screen

# Buttons that stand under what asks for an hour or a place; by the first, it is to subscribe.
ASKING = (
    callbacks.SUBSCRIBE_AT,
    callbacks.AT,
    callbacks.HOURS,
    callbacks.MINUTES,
    callbacks.REGIONS,
    callbacks.REGION,
)


def asked(message: Message) -> tuple[Screen, str] | None:
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
