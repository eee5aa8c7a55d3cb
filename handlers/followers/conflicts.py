"""One contradiction between sources: what each says, what we go with, what it is about."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from data import conflicts, kinds, sources, states
from data.conflicts import Conflict
from data.records import Record
from data.session import Session
from handlers import callbacks
from handlers.answer import answer
from handlers.context import Context
from handlers.keyboards import conflicts as keyboards
from handlers.refusals import Refusal
from handlers.views import sources as views


async def tap_conflict(update: Update, context: Context) -> None:
    """Show the contradiction that a button names."""
    identity, name = callbacks.CONFLICT.read(update)
    session = context.session_named(identity)
    conflict = conflicts.get(context.db, session.id, name)
    if conflict is None:
        raise Refusal("refusal.gone")
    cited = [source for version in conflict.versions for source in version.sources]
    by_id = {each.id: each for each in sources.named(context.db, session.id, cited)}
    text = views.disagreement(conflict, by_id, context.words)
    named = {each.id: each.name for each in states.every(context.db, session.id)}
    touched = _touched(context, session, conflict)
    await answer(update, context, text, keyboards.card(session.id, touched, named, context.words))


def _touched(context: Context, session: Session, conflict: Conflict) -> list[tuple[str, Record]]:
    """Return kind and record of what a contradiction is about."""
    parted = [reference.split("/", 1) for reference in conflict.records]
    found = [(kind, kinds.get(context.db, session.id, kind, name)) for kind, name in parted]
    return [(kind, record) for kind, record in found if record and kind in callbacks.LISTS]


HANDLERS = (CallbackQueryHandler(tap_conflict, pattern=callbacks.CONFLICT.pattern),)
