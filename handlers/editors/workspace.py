"""The draft that an editor means: looked up at the act, and nobody else's."""

from telegram import Update

from data import drafts, work
from data.drafts import Draft
from data.work import Work
from handlers import callbacks
from handlers.actors import Actor
from handlers.context import Context
from handlers.refusals import Refusal


def named(update: Update, context: Context, actor: Actor) -> Work:
    """Return the draft that a button names. Raises ``Refusal`` where it is not this editor's."""
    number = callbacks.DRAFT.read(update)[0]
    return owned(context, actor, callbacks.number_in(number))


def owned(context: Context, actor: Actor, draft: int) -> Work:
    """Return a draft of this editor's. Raises ``Refusal`` for anybody else's, and for none."""
    found = work.gather(context.db, draft)
    if found is None or found.draft.editor != actor.id:
        raise Refusal("edit.draft_gone")
    return found


def alive(update: Update, context: Context, actor: Actor) -> Work:
    """Return the draft that a button names, which is not over. Raises ``Refusal``."""
    found = named(update, context, actor)
    if not found.draft.is_alive:
        raise Refusal("edit.draft_over")
    return found


def listening(context: Context, actor: Actor) -> Draft | None:
    """Return the draft that takes what this editor sends now."""
    found = drafts.open_of(context.db, actor.id)
    return found if found and found.listens(context.clock.now()) else None
