"""What somebody wrote as an hour and a place: made out, or asked about again."""

from datetime import time

from telegram import Update

from data import chats
from data.chat_times import ChatTime, Wish
from data.session import Session
from handlers.answer import answer
from handlers.callbacks import Screen
from handlers.context import Context
from handlers.keyboards import subscribing as keyboards
from handlers.refusals import Refusal
from handlers.subscribers.subject import Subject
from handlers.views import subscribing as views


async def asked_again(
    update: Update, context: Context, subject: Subject, wish: Wish, screen: Screen
) -> bool:
    """Ask again where a wish cannot be read, or may mean several places; tell whether it did.

    The buttons lead to ``screen`` with the place that was chosen.
    """
    words, now = context.words, context.clock.now()
    if wish.unread:
        text = views.unread(wish, words)
    elif len(wish.places) > 1:
        text = views.which(words)
    else:
        return False
    offered = wish.alike if wish.unread else wish.places
    keyboard = keyboards.places(screen, subject.key, wish.hour, offered, now, words)
    await answer(update, context, text, keyboard)
    return True


def time_wished(
    context: Context, subject: Subject, session: Session, hour: time | None, zone: str | None
) -> ChatTime:
    """Return when a chat gets its digests: as wished, else as it has them, else by the rule."""
    known, operator = chats.get(context.db, subject.id), context.bot_data.operator
    had = known.when if known else None
    return ChatTime(
        hour=hour or (had.hour if had else operator.time),
        zone=zone or (had.zone if had else operator.zone or session.timezone),
    )


def zone_wished(wish: Wish) -> str | None:
    """Return the zone of a wish that is clear; None where it names no place."""
    return wish.places[0].zone if wish.places else None


def refuse_edited(update: Update) -> None:
    """Refuse what changes something in a message that was edited. Raises ``Refusal``."""
    if update.edited_message is not None:
        raise Refusal("refusal.edited")
