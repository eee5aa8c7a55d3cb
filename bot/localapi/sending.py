"""The methods that put a text, or a sign that one is coming, into a chat."""

from typing import Any

from bot.localapi import access, text
from bot.localapi.chats import GENERAL, Place
from bot.localapi.composing import deliver, prepared, preview
from bot.localapi.errors import bad_request
from bot.localapi.events import Happening
from bot.localapi.methods import Parameters, method
from bot.localapi.world import World

Json = dict[str, Any]
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
        "cancel",
    }
)


@method("sendMessage")
def send_message(world: World, given: Parameters) -> Json:
    """``sendMessage``: 1 to 4096 units of text after parsing."""
    made = text.message(given.text("text"), given.maybe("parse_mode"), given.json("entities"))
    message = prepared(world, given, "text messages")
    world.warn("sendMessage", made.warnings)
    message.text, message.entities = made.text, world.known(made.entities)
    message.link_preview = preview(given)
    return deliver(world, message)


@method("sendChatAction")
def send_chat_action(world: World, given: Parameters) -> bool:
    """``sendChatAction``: "typing" and the like; here the general topic has a number."""
    action = given.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = world.reachable(given.values.get("chat_id"))
    thread_id = given.integer("message_thread_id") or None
    if thread_id == GENERAL and chat.is_forum:
        thread_id = None
    access.check_thread(chat, thread_id)
    world.happened(Happening("action", place=Place(chat, thread_id), action=action))
    return True
