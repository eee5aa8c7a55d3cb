"""The methods that send what stands somewhere already: copies and forwards."""

from typing import Any

from bot.localapi import text
from bot.localapi.access import Access
from bot.localapi.composing import deliver, prepared
from bot.localapi.errors import bad_request, refused
from bot.localapi.messages import Message
from bot.localapi.methods import Parameters, method
from bot.localapi.sending_media import RIGHT
from bot.localapi.world import World

Json = dict[str, Any]


@method("copyMessage")
def copy_message(world: World, given: Parameters) -> Json:
    """``copyMessage``: the same content as a message of the bot's own."""
    source = _source(world, given, "copy")
    if source.service:
        raise bad_request("the message can't be copied")
    message = _alike(world, given, source)
    if given.values.get("caption") is not None and source.media is not None:
        described = text.caption(
            given.maybe("caption"), given.maybe("parse_mode"), given.json("caption_entities")
        )
        message.caption, message.entities = described.text, world.known(described.entities)
    deliver(world, message)
    return {"message_id": message.message_id}


@method("forwardMessage")
def forward_message(world: World, given: Parameters) -> Json:
    """``forwardMessage``: the same content, with its origin."""
    source = _source(world, given, "forward")
    if source.service or source.protected:
        raise bad_request("the message can't be forwarded")
    message = _alike(world, given, source)
    message.forward_origin = source.forward_origin or origin(source)
    return deliver(world, message)


def origin(source: Message) -> Json:
    """The Bot API's ``MessageOrigin`` of a message."""
    date = int(source.date.timestamp())
    if source.sender is None or source.chat.type == "channel":
        return {
            "type": "channel",
            "date": date,
            "chat": source.chat.wire(),
            "message_id": source.message_id,
        }
    if source.sender_chat is not None:
        return {"type": "chat", "date": date, "sender_chat": source.sender_chat.wire()}
    return {"type": "user", "date": date, "sender_user": source.sender.wire()}


def _source(world: World, given: Parameters, verb: str) -> Message:
    chat = world.reachable(given.values.get("from_chat_id"), Access.READ)
    source = chat.messages.get(given.integer("message_id"))
    if source is None or source.deleted:
        raise refused(f"message to {verb} not found")
    return source


def _alike(world: World, given: Parameters, source: Message) -> Message:
    what = RIGHT[source.media.kind] if source.media else "text messages"
    message = prepared(world, given, what)
    message.text, message.media = source.text, source.media
    message.caption, message.entities = source.caption, list(source.entities)
    return message
