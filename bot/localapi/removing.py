"""The methods that take messages away, and those that merely mark them."""

from typing import Any

from bot.localapi.chats import PRIVATE, Chat
from bot.localapi.errors import bad_request
from bot.localapi.messages import Message
from bot.localapi.methods import Parameters, method
from bot.localapi.sending import too_old
from bot.localapi.world import Happening, World

Json = dict[str, Any]
_HOURS = 48
_MOST = 100


@method("deleteMessage")
def delete_message(world: World, given: Parameters) -> bool:
    """``deleteMessage``: the bot's own for 48 hours; others' where it may."""
    chat = world.reachable(given.values.get("chat_id"))
    message = chat.messages.get(given.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to delete not found")
    _check_deletable(world, message)
    remove(world, message)
    return True


@method("deleteMessages")
def delete_messages(world: World, given: Parameters) -> bool:
    """``deleteMessages``: up to a hundred; what is missing is skipped."""
    chat = world.reachable(given.values.get("chat_id"))
    wanted = given.json("message_ids")
    if not wanted:
        raise bad_request("message identifiers are not specified")
    if len(wanted) > _MOST:
        raise bad_request("too many message identifiers specified")
    for message_id in wanted:
        message = chat.messages.get(int(message_id))
        if message is not None and not message.deleted:
            _check_deletable(world, message)
            remove(world, message)
    return True


def _check_deletable(world: World, message: Message) -> None:
    chat = message.chat
    rights = chat.administers(world.bot.id) and "can_delete_messages" not in chat.bot_may_not
    if chat.type != PRIVATE and rights:
        return
    own = message.sender is world.bot
    if not own and chat.type != PRIVATE:
        raise bad_request("message can't be deleted")
    if too_old(world, message, _HOURS):
        raise bad_request("message can't be deleted for everyone")


def remove(world: World, message: Message) -> None:
    """Take a message out of its chat, for everyone."""
    message.deleted = True
    if message.message_id in message.chat.pinned:
        message.chat.pinned.remove(message.message_id)
    world.happened(Happening("deleted", message))


@method("pinChatMessage")
def pin_chat_message(world: World, given: Parameters) -> bool:
    """``pinChatMessage``: needs the right outside of private chats."""
    chat = _where_pinning(world, given)
    chat.pinned.append(_marked(chat, given, "pin").message_id)
    return True


@method("unpinChatMessage")
def unpin_chat_message(world: World, given: Parameters) -> bool:
    """``unpinChatMessage``: the named one, or else the latest."""
    chat = _where_pinning(world, given)
    message_id = given.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    return True


@method("setMessageReaction")
def set_message_reaction(world: World, given: Parameters) -> bool:
    """``setMessageReaction``: a bot has one reaction at most."""
    chat = world.reachable(given.values.get("chat_id"))
    message = _marked(chat, given, "react")
    reactions = given.json("reaction") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    message.reactions = list(reactions)
    return True


def _where_pinning(world: World, given: Parameters) -> Chat:
    chat = world.reachable(given.values.get("chat_id"))
    rights = chat.administers(world.bot.id) and "can_pin_messages" not in chat.bot_may_not
    if chat.type != PRIVATE and not rights:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def _marked(chat: Chat, given: Parameters, verb: str) -> Message:
    message = chat.messages.get(given.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request(f"message to {verb} not found")
    return message
