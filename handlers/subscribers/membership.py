"""Comings and goings: the bot is added, thrown out, blocked, let back; chats move and reopen."""

import logging

from markupsafe import Markup
from telegram import ChatMemberUpdated, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden

from data import chats, following, richtext, subscriptions
from handlers.answer import entities
from handlers.context import Context
from handlers.keyboards import membership as keyboards
from handlers.subscribers import standing

logger = logging.getLogger(__name__)


async def stands_anew(update: Update, context: Context) -> None:
    """Follow what the bot may do in a chat: write to it no more, or write to it again."""
    changed = update.my_chat_member
    if changed is None:
        return
    chat, member = changed.chat, changed.new_chat_member
    now = context.clock.now()
    if standing.is_out(member):
        following.set_aside(context.db, chat.id, "blocked", "the bot is out", now)
        return
    if standing.may_write(member, chat.type):
        come_back(context, chat.id)
    else:
        following.set_aside(context.db, chat.id, "barred", "the bot may not write there", now)
    if chat.type != ChatType.PRIVATE and standing.is_out(changed.old_chat_member):
        await _greet(context, changed)


def come_back(context: Context, chat_id: int) -> None:
    """Write to a chat again, where it was set aside."""
    if following.come_back(context.db, chat_id, context.clock.now()):
        context.bot_data.wake()


async def _greet(context: Context, changed: ChatMemberUpdated) -> None:
    """Say how to subscribe: in a group there, of a channel in private to whoever added the bot."""
    chat, words = changed.chat, context.words
    session = context.session_read_in(chat.id)
    kept = subscriptions.get(context.db, chat.id, session.id)
    subscribed = kept is not None and kept.state == "on"
    if chat.type == ChatType.CHANNEL:
        may = standing.may_write(changed.new_chat_member, chat.type)
        key = "membership.channel" if may else "membership.mute_channel"
        text = words(key, title=chat.title or "", session=session.short_name)
        keyboard = keyboards.of_channel(chat.id, session.id, words)
        if not subscribed:
            await _tell(context, changed.from_user.id, text, keyboard)
    elif subscribed:
        text = words("membership.back", session=session.short_name)
        await _tell(context, chat.id, text, keyboards.of_group(words))
    else:
        text = words("membership.hello", session=session.short_name, bot=context.bot.username)
        await _tell(context, chat.id, text, keyboards.to_begin(session.id, words))


async def _tell(
    context: Context, chat_id: int, text: Markup, keyboard: InlineKeyboardMarkup | None
) -> None:
    """Say something that nobody asked for, where that is possible."""
    said = richtext.from_html(text)
    try:
        await context.bot.send_message(
            chat_id,
            said.text,
            entities=entities(said),
            reply_markup=keyboard,
            disable_notification=True,
        )
    except (BadRequest, Forbidden) as error:
        logger.info("Nobody could be told how to subscribe: %s", error.message)


async def move(update: Update, context: Context) -> None:
    """Follow a group that became a supergroup; both of them say so."""
    message = update.effective_message
    if message is None:
        return
    now = context.clock.now()
    if message.migrate_to_chat_id:
        following.move(context.db, message.chat.id, message.migrate_to_chat_id, now)
    elif message.migrate_from_chat_id:
        following.move(context.db, message.migrate_from_chat_id, message.chat.id, now)
    context.bot_data.wake()


async def reopen(update: Update, context: Context) -> None:
    """Write again to the topic of a forum that was closed and is open again."""
    message = update.effective_message
    known = chats.get(context.db, message.chat.id) if message else None
    if message and known and known.state == "barred" and known.thread == _topic(message):
        come_back(context, known.id)


def _topic(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None
