"""What each message of the bot's needs before it is sent, and how it gets into its chat."""

from typing import Any

from bot.localapi import access, keyboards
from bot.localapi.access import Access
from bot.localapi.chats import CHANNEL, Chat
from bot.localapi.errors import bad_request, refused
from bot.localapi.events import Happening
from bot.localapi.messages import Message
from bot.localapi.methods import Parameters
from bot.localapi.values import whole
from bot.localapi.world import World

Json = dict[str, Any]


def prepared(world: World, given: Parameters, what: str) -> Message:
    """An empty message for the chat that a call names, its surroundings checked.

    Raises:
        ApiError: 400 or 403, as the server words it.
    """
    chat = world.reachable(given.values.get("chat_id"))
    replied = _replied(world, chat, given)
    thread_id = given.integer("message_thread_id") or None
    access.check_thread(chat, thread_id)
    if thread_id is None and replied is not None and replied.chat is chat and chat.is_forum:
        thread_id = replied.thread_id
    markup = keyboards.check(
        given.json("reply_markup"), chat_type=chat.type, inline_only=chat.type == CHANNEL
    )
    access.check_writing(chat, world.bot.id, what, thread_id)
    world.warn("reply_markup", keyboards.lost(markup))
    return Message(
        message_id=0,
        chat=chat,
        sender=world.bot,
        date=world.now(),
        thread_id=thread_id,
        markup=markup,
        reply_to=replied,
        silent=given.flag("disable_notification"),
        protected=given.flag("protect_content"),
    )


def _replied(world: World, chat: Chat, given: Parameters) -> Message | None:
    asked = given.mapping("reply_parameters")
    if asked is None and given.integer("reply_to_message_id"):
        asked = {
            "message_id": given.integer("reply_to_message_id"),
            "allow_sending_without_reply": given.flag("allow_sending_without_reply"),
        }
    if asked is None:
        return None
    if "message_id" not in asked:
        raise bad_request("message to be replied not found")
    there = world.reachable(asked["chat_id"], Access.READ) if asked.get("chat_id") else chat
    replied = there.messages.get(whole(asked["message_id"], "message_id"))
    if replied is not None and not replied.deleted:
        return replied
    if asked.get("allow_sending_without_reply"):
        return None
    raise refused("message to be replied not found")


def preview(given: Parameters) -> Json | None:
    """The ``link_preview_options``, without what is not set.

    Raises:
        ApiError: 400 for a field that is no Boolean.
    """
    options = given.mapping("link_preview_options") or {}
    for name in ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text"):
        if not isinstance(options.get(name, False), bool):
            raise bad_request(f'Field "{name}" must be of type Boolean')
    if given.flag("disable_web_page_preview"):
        options = {**options, "is_disabled": True}
    return {name: value for name, value in options.items() if value} or None


def deliver(world: World, message: Message) -> Json:
    """Put a message of the bot's into its chat; gives its wire form."""
    chat = message.chat
    message.message_id = next(chat.message_ids)
    message.date = world.now()
    chat.messages[message.message_id] = message
    if message.markup and not message.keyboard:
        chat.reply_keyboard = message.markup if "keyboard" in message.markup else None
    world.happened(Happening("sent", message))
    return message.wire()
