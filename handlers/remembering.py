"""Answers that are remembered: what was asked before is not composed anew.

At six in the evening of the last day everybody asks the same. The answer to a look-up depends on
what was asked, the session, the language, the day and the content of the store, and on nobody's
person; so it is kept until the content changes.
"""

from collections.abc import Callable, Coroutine, Hashable, Iterable, Iterator
from functools import wraps
from typing import Any, Final

from telegram import Message, Update
from telegram.ext import BaseHandler

from handlers.answer import give
from handlers.context import Context

# Whatever is longer hardly anybody asks in the same words.
LONGEST: Final = 200
LookUp = Callable[[Update, Context], Coroutine[Any, Any, None]]


def remembered(look_up: LookUp) -> LookUp:
    """Have a handler's answer remembered: one that reads the content, and does nothing else."""

    @wraps(look_up)
    async def answering(update: Update, context: Context) -> None:
        name = _name(look_up, update, context)
        if name is None:
            await look_up(update, context)
            return
        revision, memory = context.revision, context.bot_data.memory
        known = memory.get(revision, name)
        if known is not None:
            await give(update, context, known)
            return
        await look_up(update, context)
        if len(context.given) == 1:
            memory.keep(revision, name, context.given[0])

    return answering


def all_remembered(
    handlers: Iterable[BaseHandler[Any, Context, Any]],
) -> Iterator[BaseHandler[Any, Context, Any]]:
    """Have the answers of these handlers remembered, and yield them."""
    for each in handlers:
        each.callback = remembered(each.callback)
        yield each


def _name(look_up: LookUp, update: Update, context: Context) -> Hashable | None:
    """Return all that the answer depends on; None where it is not worth remembering."""
    message, query = update.effective_message, update.callback_query
    text = message.text if isinstance(message, Message) else None
    asked = text or ""
    if query is None and len(asked) > LONGEST:
        return None
    session = context.session
    tapped = query.data if query else None
    return (
        look_up,
        tapped,
        asked,
        session.id,
        session.today(context.clock.now()),
        context.words,
    )
