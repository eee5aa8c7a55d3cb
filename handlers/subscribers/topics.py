"""Which topics' outcomes and publications a chat's digests list."""

from collections.abc import Sequence

from telegram import Update
from telegram.ext import CallbackQueryHandler

from data import chats, topics
from handlers import callbacks
from handlers.answer import answer
from handlers.context import Context
from handlers.keyboards import settings as keyboards
from handlers.subscribers.subject import meant
from handlers.views import settings as views


async def choose(update: Update, context: Context) -> None:
    """List a topic or leave it out, as a button says, and show what is listed."""
    key, topic, listed = callbacks.LISTED.read(update)
    subject = await meant(update, context, key)
    every = topics.every(context.db, context.session_read_in(subject.id).id)
    known = [each.id for each in every]
    chosen = _chosen(context, subject.id, known)
    if topic in known or topic == callbacks.ALL:
        of_button = set(known) if topic == callbacks.ALL else {topic}
        chosen = chosen | of_button if listed == callbacks.ON else chosen - of_button
        _keep(context, subject.id, known, chosen)
    keyboard = keyboards.topics(every, chosen, subject.key, context.words)
    await answer(update, context, views.topics(context.words), keyboard)


def _chosen(context: Context, chat_id: int, known: Sequence[str]) -> set[str]:
    chat = chats.get(context.db, chat_id)
    return set(known) if chat is None or chat.topics is None else set(chat.topics)


def _keep(context: Context, chat_id: int, known: Sequence[str], chosen: set[str]) -> None:
    """Keep what is listed; all of them as such, so that those of the next session are too."""
    kept = None if chosen.issuperset(known) else tuple(sorted(chosen))
    chats.choose_topics(context.db, chat_id, kept)


HANDLERS = (CallbackQueryHandler(choose, pattern=callbacks.LISTED.pattern),)
