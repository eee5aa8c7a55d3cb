"""``/invite``: a link that makes whoever opens it first, in private, an editor."""

import logging

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from data import audit, invitations, outbox, richtext, roles
from data.store import durable
from handlers import callbacks, deeplinks
from handlers.actors import Actor
from handlers.answer import answer
from handlers.context import Context
from handlers.door import Desk
from handlers.keyboards import editors as keyboards
from handlers.keyboards.digests import as_text
from handlers.owners.menus import show_menu
from handlers.refusals import Refusal
from handlers.views import editors as views

logger = logging.getLogger(__name__)


async def invite(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/invite`` with a link for one person, valid for 24 hours."""
    now = context.clock.now()
    with durable(context.db):
        token, made = invitations.invite(context.db, actor.id, now)
        audit.log(context.db, made=now, author=actor.id, name=actor.name, act="invited")
    link = deeplinks.to_invitation(context.bot.username, token)
    text = views.invitation(link, made.expires, context.session.zone, context.words)
    await answer(update, context, text, keyboards.invitation(made.key, context.words))


async def revoke(update: Update, context: Context, actor: Actor) -> None:
    """Make an invitation void that nobody took."""
    (key,) = callbacks.INVITATION.read(update)
    now = context.clock.now()
    with durable(context.db):
        if invitations.revoke(context.db, key):
            audit.log(context.db, made=now, author=actor.id, name=actor.name, act="uninvited")
    found = invitations.of_key(context.db, key)
    if found is None:
        raise Refusal("editors.gone")
    if found.taken_by is not None:
        raise Refusal("editors.taken", name=roles.name_of(context.db, found.taken_by) or "")
    await answer(
        update, context, context.words("editors.invitation_void"), keyboards.ways_on(context.words)
    )


async def take(update: Update, context: Context) -> None:
    """Make whoever opens an invitation an editor; what is no invitation goes on to ``/start``."""
    message, user, chat = update.message, update.effective_user, update.effective_chat
    if message is None or user is None or chat is None or message.forward_origin is not None:
        return
    parameter = "".join((message.text or "").split(maxsplit=1)[1:])
    token = deeplinks.invitation_in(parameter)
    found = invitations.find(context.db, token) if token else None
    if token is None or found is None or chat.id != user.id or user.is_bot:
        return
    if roles.of(context.db, user.id, context.bot_data.owners) is not None and (
        found.taken_by != user.id
    ):
        await answer(update, context, context.words("editors.already"))
        raise ApplicationHandlerStop
    if found.made_by in context.bot_data.owners and _appointed(context, token, found, update):
        await show_menu(context, user.id, "editor")
        context.bot_data.wake()
        text = views.welcome(context.words)
        await answer(update, context, text, keyboards.welcome(context.words))
    else:
        await answer(update, context, context.words("editors.too_late"))
    raise ApplicationHandlerStop


def _appointed(context: Context, token: str, found: invitations.Invitation, update: Update) -> bool:
    """Take an invitation, and let the owner hear of it; return whether it is this person's."""
    user, now = update.effective_user, context.clock.now()
    if user is None:
        return False
    if found.taken_by == user.id:  # the answer to it was lost
        return roles.is_editor(context.db, user.id)
    with durable(context.db):
        if not invitations.take(context.db, token, user.id, now):
            return False
        roles.keep_name(context.db, user.id, user.full_name)
        roles.appoint(context.db, user.id, found.made_by, now)
        audit.log(
            context.db,
            made=now,
            author=user.id,
            name=user.full_name,
            act="appointed",
            subject=f"{user.full_name} ({user.id})",
        )
        _tell_owner(context, found.made_by, user.id, user.full_name)
    logger.info("An invitation was taken")
    return True


def _tell_owner(context: Context, owner: int, user: int, name: str) -> None:
    said = richtext.from_html(views.taken(name, user, context.words))
    buttons = as_text(keyboards.taken(user, context.words))
    outbox.add(
        context.db,
        chat=owner,
        kind="notice",
        text=outbox.keep_text(context.db, said, buttons),
    )


DESK = Desk(commands={"invite": invite}, buttons={callbacks.INVITATION: revoke})
