"""The methods that leave a message as it is and mark it: pins and reactions."""

from typing import Any

from bot.localapi.access import Access
from bot.localapi.chats import CHANNEL, PRIVATE, Chat
from bot.localapi.errors import bad_request, refused
from bot.localapi.messages import Message
from bot.localapi.methods import Parameters, method
from bot.localapi.world import World

Json = dict[str, Any]


@method("pinChatMessage")
def pin_chat_message(world: World, given: Parameters) -> bool:
    """``pinChatMessage``: needs the right outside of private chats."""
    chat = world.reachable(given.values.get("chat_id"))
    message = _marked(chat, given, "pin")
    _check_right(world, chat)
    if message.message_id not in chat.pinned:
        chat.pinned.append(message.message_id)
    return True


@method("unpinChatMessage")
def unpin_chat_message(world: World, given: Parameters) -> bool:
    """``unpinChatMessage``: the named one, or else the latest."""
    chat = world.reachable(given.values.get("chat_id"))
    message_id = given.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise refused("message to unpin not found")
    _check_right(world, chat)
    chat.pinned.remove(message_id)
    return True


@method("setMessageReaction")
def set_message_reaction(world: World, given: Parameters) -> bool:
    """``setMessageReaction``: a bot has one reaction at most."""
    reactions = given.array("reaction") or []
    chat = world.reachable(given.values.get("chat_id"), Access.READ)
    message = _marked(chat, given, "react")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    message.reactions = list(reactions)
    return True


def _check_right(world: World, chat: Chat) -> None:
    right = "can_edit_messages" if chat.type == CHANNEL else "can_pin_messages"
    if chat.type != PRIVATE and not chat.may(world.bot.id, right):
        raise refused("not enough rights to manage pinned messages in the chat")


def _marked(chat: Chat, given: Parameters, verb: str) -> Message:
    message = chat.messages.get(given.integer("message_id"))
    if message is None or message.deleted:
        raise refused(f"message to {verb} not found")
    return message
