"""The methods that take messages away."""

from datetime import timedelta

from bot.localapi.chats import CHANNEL, GROUP, PRIVATE
from bot.localapi.errors import bad_request, refused
from bot.localapi.events import Happening
from bot.localapi.messages import Message
from bot.localapi.methods import Parameters, method
from bot.localapi.values import whole
from bot.localapi.world import World

LIFETIME = timedelta(hours=48)
_MOST = 100
_CREATIONS = frozenset({"forum_topic_created", "supergroup_chat_created", "channel_chat_created"})


@method("deleteMessage")
def delete_message(world: World, given: Parameters) -> bool:
    """``deleteMessage``: younger than 48 hours; others' only where the bot may."""
    if not given.values.get("chat_id"):
        raise bad_request("chat identifier is not specified")
    if not given.integer("message_id"):
        raise bad_request("message identifier is not specified")
    chat = world.reachable(given.values["chat_id"])
    message = chat.messages.get(given.integer("message_id"))
    if message is None or message.deleted:
        raise refused("message to delete not found")
    _check_deletable(world, message)
    remove(world, message)
    return True


@method("deleteMessages")
def delete_messages(world: World, given: Parameters) -> bool:
    """``deleteMessages``: up to a hundred, all or none; what is missing is skipped."""
    wanted = given.array("message_ids")
    if not wanted:
        raise bad_request("message identifiers are not specified")
    if len(wanted) > _MOST:
        raise bad_request("too many message identifiers specified")
    numbers = [whole(one, "message_ids") for one in wanted]
    chat = world.reachable(given.values.get("chat_id"))
    found = [chat.messages[number] for number in numbers if number in chat.messages]
    standing = [message for message in found if not message.deleted]
    for message in standing:
        _check_deletable(world, message)
    for message in standing:
        remove(world, message)
    return True


def _check_deletable(world: World, message: Message) -> None:
    """Two days are the limit everywhere, also where the bot may delete others' messages."""
    old = world.now() - message.date >= LIFETIME
    if message.chat.type in (PRIVATE, GROUP) and old:
        raise refused("message can't be deleted for everyone")
    if old or message.service.keys() & _CREATIONS or not _may_delete(world, message):
        raise refused("message can't be deleted")


def _may_delete(world: World, message: Message) -> bool:
    chat, bot = message.chat, world.bot
    if chat.type == PRIVATE or chat.may(bot.id, "can_delete_messages"):
        return True
    own = message.sender is bot and message.via_bot is None
    return own and (chat.type != CHANNEL or chat.may(bot.id, "can_post_messages"))


def remove(world: World, message: Message) -> None:
    """Take a message out of its chat, for everyone."""
    message.deleted = True
    if message.message_id in message.chat.pinned:
        message.chat.pinned.remove(message.message_id)
    world.happened(Happening("deleted", message))
