"""``/stats``: followers and deliveries in numbers."""

from telegram import Update

from data import statistics
from handlers import callbacks
from handlers.actors import Actor
from handlers.answer import answer
from handlers.context import Context
from handlers.door import Desk
from handlers.keyboards import delivery as keyboards
from handlers.views import stats as views


async def show(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/stats``."""
    del actor
    session = context.session
    followers = statistics.followers(context.db, session.id)
    last = statistics.last_days(context.db, session.id)
    text = views.stats(session, followers, last, context.words)
    await answer(update, context, text, keyboards.days(session.id, list(last), context.words))


DESK = Desk(commands={"stats": show}, buttons={callbacks.STATS: show})
