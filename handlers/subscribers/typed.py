"""An hour or a place, typed as an answer to a message that asks for them."""

from telegram import Update

from data import chat_times
from handlers import callbacks
from handlers.context import Context
from handlers.followers.ask import answer_question
from handlers.subscribers.asked import asked
from handlers.subscribers.settings import change_as_written
from handlers.subscribers.subject import meant
from handlers.subscribers.subscribe import subscribe_as_written


async def take(update: Update, context: Context) -> None:
    """Take what is typed for an hour or a place; what is clearly neither, for a question."""
    message = update.effective_message
    found = asked(message) if message else None
    text = (message.text if message else None) or ""
    wish = chat_times.read(text)
    if found is None or (wish.unread and not wish.alike and wish.hour is None):
        await answer_question(update, context, text)
        return
    screen, data = found
    subject = await meant(update, context, screen.parts_of(data)[0])
    takes = subscribe_as_written if screen == callbacks.SUBSCRIBE_AT else change_as_written
    await takes(update, context, subject, text)
