"""Service messages: the lines by which a chat tells what became of it."""

from typing import Any

from bot.localapi.chats import CHANNEL, Chat, Topic
from bot.localapi.messages import Message
from bot.localapi.people import Account
from bot.localapi.world import World


def announce_topic(world: World, chat: Chat, name: str, by: Account | None) -> Topic:
    """Open a topic in a forum; its id is that of the line that says so."""
    created = {"name": name, "icon_color": 7322096}
    message = announce(world, chat, by, heard=by is not None, forum_topic_created=created)
    message.thread_id = message.message_id
    topic = Topic(message.message_id, name)
    chat.topics[topic.id] = topic
    return topic


def announce(
    world: World,
    chat: Chat,
    by: Account | None,
    *,
    thread_id: int | None = None,
    heard: bool = True,
    **told: Any,
) -> Message:
    """A service message, which the bot hears wherever it is."""
    message = Message(
        message_id=next(chat.message_ids),
        chat=chat,
        sender=by,
        date=world.now(),
        thread_id=thread_id,
        sender_chat=None if by else chat,
        service=told,
    )
    if "forum_topic_created" in told:
        message.thread_id = message.message_id
    chat.messages[message.message_id] = message
    if heard and world.present(chat):
        kind = "channel_post" if chat.type == CHANNEL else "message"
        world.updates.push(kind, message.wire())
    return message
