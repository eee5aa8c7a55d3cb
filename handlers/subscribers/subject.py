"""The chat whose digests are looked at or changed, by somebody who may."""

import logging
from dataclasses import dataclass
from typing import NoReturn

from telegram import Chat, ChatFullInfo, ChatMember, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import ApplicationHandlerStop

from data import chats, following
from handlers.answer import place_of
from handlers.context import Context
from handlers.refusals import Refusal
from handlers.subscribers import standing

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Subject:
    """A chat that is meant: the one where it is spoken of, or one named in private by ``title``.

    ``thread`` is the forum topic in which it is spoken of.
    """

    id: int
    kind: chats.Kind
    thread: int | None = None
    title: str | None = None

    @property
    def key(self) -> int:
        """What buttons carry for it: 0 for the chat in which they stand."""
        return 0 if self.title is None else self.id


async def meant(update: Update, context: Context, key: str = "") -> Subject:
    """Return the chat that a button's ``key`` means; without one, the chat it is said in.

    Raises:
        Refusal: where the person may not speak for it, or the bot cannot look.
        ApplicationHandlerStop: the same for a tap; it is said over the chat then.
    """
    chat = update.effective_chat
    if chat is None:
        raise Refusal("refusal.gone")
    if key in {"", "0", str(chat.id)}:
        return await _here(update, context, chat)
    if chat.type != ChatType.PRIVATE or not key.removeprefix("-").isdecimal():
        raise Refusal("refusal.gone")
    return await elsewhere(update, context, int(key))


async def elsewhere(update: Update, context: Context, chat_id: int) -> Subject:
    """Return a group or channel that somebody speaks of in private; raises as ``meant`` does."""
    user = update.effective_user
    if user is None:
        raise Refusal("refusal.gone")
    try:
        chat, member = await _looked_up(context, chat_id, user.id)
    except (BadRequest, Forbidden) as error:
        logger.info("A chat cannot be looked at: %s", error.message)
        await refuse(update, context, "picker.unreachable")
    if not standing.may_speak_for(member, chat.type):
        await refuse(update, context, "picker.may_not")
    kind: chats.Kind = "channel" if chat.type == ChatType.CHANNEL else "group"
    known = chats.get(context.db, chat.id)
    return Subject(chat.id, kind, known.thread if known else None, chat.title or str(chat.id))


async def _here(update: Update, context: Context, chat: Chat) -> Subject:
    if chat.type == ChatType.PRIVATE:
        return Subject(chat.id, "private")
    if not await _may_here(update, context, chat):
        await refuse(update, context, "refusal.administrators")
    return Subject(chat.id, "group", _topic(update, context, chat.id))


def _topic(update: Update, context: Context, chat_id: int) -> int | None:
    """Return the forum topic in which it is spoken; of a message that is gone nobody knows it."""
    message = update.effective_message
    if message is not None and message.is_accessible:
        return place_of(update).thread
    known = chats.get(context.db, chat_id)
    return known.thread if known else None


async def _may_here(update: Update, context: Context, chat: Chat) -> bool:
    message, user = update.effective_message, update.effective_user
    if update.callback_query is None and message is not None and message.sender_chat is not None:
        return message.sender_chat.id == chat.id  # an administrator who stays unnamed
    if user is None:
        return False
    try:
        member = await context.bot.get_chat_member(chat.id, user.id)
    except BadRequest as error:
        logger.info("A member cannot be looked at: %s", error.message)
        return False
    return standing.may_speak_for(member, chat.type)


async def _looked_up(
    context: Context, chat_id: int, user_id: int
) -> tuple[ChatFullInfo, ChatMember]:
    try:
        chat = await context.bot.get_chat(chat_id)
        return chat, await context.bot.get_chat_member(chat_id, user_id)
    except ChatMigrated as error:
        following.move(context.db, chat_id, error.new_chat_id, context.clock.now())
        return await _looked_up(context, error.new_chat_id, user_id)


async def may_post(context: Context, subject: Subject) -> bool:
    """Tell whether the bot may write to a chat that is not the one where it was asked."""
    if subject.title is None:
        return True
    try:
        member = await context.bot.get_chat_member(subject.id, context.bot.id)
    except BadRequest:
        return False
    chat_type = ChatType.CHANNEL if subject.kind == "channel" else ChatType.SUPERGROUP
    return not standing.is_out(member) and standing.may_write(member, chat_type)


async def refuse(update: Update, context: Context, key: str) -> NoReturn:
    """Refuse with a sentence: a tap over the chat, so that the message stays for the others.

    Raises:
        ApplicationHandlerStop: for a tap.
        Refusal: for anything else.
    """
    query = update.callback_query
    if query is None:
        raise Refusal(key)
    context.acknowledged = True
    try:
        await query.answer(context.words.plain(key), show_alert=True)
    except BadRequest as error:  # the query is too old: nobody waits for the answer any more
        logger.info("A refusal came too late: %s", error.message)
    raise ApplicationHandlerStop
