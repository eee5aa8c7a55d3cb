"""``/editors`` and ``/revoke``: who may write, since when, and until now."""

from telegram import Update

from data import audit, drafts, roles
from data.store import durable
from handlers import callbacks
from handlers.actors import Actor
from handlers.answer import answer
from handlers.callbacks import number_in
from handlers.context import Context
from handlers.door import Desk
from handlers.keyboards import editors as keyboards
from handlers.owners.menus import show_menu
from handlers.refusals import Refusal
from handlers.views import editors as views


async def list_editors(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/editors``: names and ids, with *Revoke*."""
    del actor
    found = roles.editors(context.db)
    owners = [(each, roles.name_of(context.db, each)) for each in sorted(context.bot_data.owners)]
    text = views.editors(found, owners, context.session.zone, context.words)
    await answer(update, context, text, keyboards.editors(found, context.words))


async def revoke(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/revoke [ID]``; without an id, show the editors."""
    if not context.asked:
        await list_editors(update, context, actor)
        return
    number = number_in(context.asked)
    if not roles.is_editor(context.db, number) and not _was_revoked(context, number):
        raise Refusal("editors.no_editor", asked=context.asked[:40])
    await _revoke(update, context, actor, number)


async def tap(update: Update, context: Context, actor: Actor) -> None:
    """Revoke an editor's role, or give it back, as a button says."""
    user, what = callbacks.EDITOR.read(update)
    number = number_in(user)
    if roles.name_of(context.db, number) is None:
        raise Refusal("editors.gone")
    if what == "back":
        await _give_back(update, context, actor, number)
    else:
        await _revoke(update, context, actor, number)


async def _revoke(update: Update, context: Context, actor: Actor, user: int) -> None:
    with durable(context.db):
        if roles.dismiss(context.db, user):
            drafts.leave(context.db, user)
            _log(context, actor, "revoked", user)
    await show_menu(context, user, None)
    name = roles.name_of(context.db, user) or str(user)
    text = views.revoked(name, user, context.words)
    await answer(update, context, text, keyboards.revoked(user, context.words))


async def _give_back(update: Update, context: Context, actor: Actor, user: int) -> None:
    with durable(context.db):
        if roles.appoint(context.db, user, actor.id, context.clock.now()):
            _log(context, actor, "appointed", user)
    await show_menu(context, user, "editor")
    await list_editors(update, context, actor)


def _was_revoked(context: Context, user: int) -> bool:
    return roles.name_of(context.db, user) is not None and user not in context.bot_data.owners


def _log(context: Context, actor: Actor, act: str, user: int) -> None:
    name = roles.name_of(context.db, user) or ""
    audit.log(
        context.db,
        made=context.clock.now(),
        author=actor.id,
        name=actor.name,
        act=act,
        subject=f"{name} ({user})",
    )


DESK = Desk(
    commands={"editors": list_editors, "revoke": revoke},
    buttons={callbacks.EDITORS: list_editors, callbacks.EDITOR: tap},
)
