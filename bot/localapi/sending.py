"""The methods that put a message of the bot's into a chat."""

from datetime import timedelta
from typing import Any

from bot.localapi import keyboards, text
from bot.localapi.chats import Chat
from bot.localapi.errors import bad_request
from bot.localapi.files import Media
from bot.localapi.messages import Message
from bot.localapi.methods import Parameters, method
from bot.localapi.world import Happening, World

Json = dict[str, Any]
_KINDS = ("photo", "document", "voice", "audio", "video", "animation", "video_note", "sticker")
_RIGHT = {
    "photo": "photos",
    "document": "documents",
    "voice": "voice notes",
    "audio": "music",
    "video": "videos",
    "video_note": "video notes",
    "animation": "animations",
    "sticker": "stickers",
}
_GROUP = range(2, 11)


@method("sendMessage")
def send_message(world: World, given: Parameters) -> Json:
    """``sendMessage``: 1 to 4096 units of text after parsing."""
    made = text.message(given.text("text"), given.maybe("parse_mode"), given.json("entities"))
    world.warn("sendMessage", made.warnings)
    message = _prepared(world, given, "text messages")
    message.text, message.entities = made.text, made.entities
    message.link_preview = preview(given)
    return deliver(world, message)


def preview(given: Parameters) -> Json | None:
    """The ``link_preview_options``, without what is not set.

    Raises:
        ApiError: 400 for a field that is no Boolean.
    """
    options = given.json("link_preview_options") or {}
    for name in ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text"):
        if not isinstance(options.get(name, False), bool):
            raise bad_request(f'Field "{name}" must be of type Boolean')
    if given.flag("disable_web_page_preview"):
        options = {**options, "is_disabled": True}
    return {name: value for name, value in options.items() if value} or None


def _send_media(world: World, given: Parameters, kind: str) -> Json:
    described = text.caption(
        given.maybe("caption"), given.maybe("parse_mode"), given.json("caption_entities")
    )
    world.warn(f"send {kind}", described.warnings)
    chat = world.reachable(given.values.get("chat_id"))
    media = media_of(world, given, kind, given.values.get(kind))
    message = _prepared(world, given, _RIGHT[kind], chat)
    message.media = media
    message.caption, message.entities = described.text, described.entities
    return deliver(world, message)


def media_of(world: World, given: Parameters, field: str, value: object, kind: str = "") -> Media:
    """The file of a call's field: uploaded now, or one that the server has.

    Raises:
        ApiError: 400 where there is none, or it is not of this kind.
    """
    kind = kind or field
    upload = given.upload(field, value)
    if upload is not None:
        return world.files.add(kind, upload, duration=given.integer("duration"))
    if not isinstance(value, str) or not value:
        raise bad_request(f"there is no {kind} in the request")
    return world.files.again(kind, value)


def _register(kind: str) -> None:
    name = "send" + "".join(part.capitalize() for part in kind.split("_"))

    @method(name)
    def send(world: World, given: Parameters) -> Json:
        return _send_media(world, given, kind)


for _kind in _KINDS:
    _register(_kind)


@method("sendMediaGroup")
def send_media_group(world: World, given: Parameters) -> list[Json]:
    """``sendMediaGroup``: 2 to 10 files as one album."""
    items = given.json("media") or []
    if len(items) not in _GROUP:
        raise bad_request("wrong number of messages in the media group: 2-10 expected")
    group = str(next(world.query_ids))
    messages = []
    for item in items:
        described = text.caption(
            item.get("caption"), item.get("parse_mode"), item.get("caption_entities")
        )
        media = media_of(world, given, "media", item.get("media"), item["type"])
        message = _prepared(world, given, _RIGHT[media.kind])
        message.media, message.media_group_id = media, group
        message.caption, message.entities = described.text, described.entities
        messages.append(message)
    return [deliver(world, message) for message in messages]


@method("copyMessage")
def copy_message(world: World, given: Parameters) -> Json:
    """``copyMessage``: the same content as a message of the bot's own."""
    source = _source(world, given, "copy")
    message = _prepared(world, given, "text messages")
    message.text, message.media = source.text, source.media
    message.caption, message.entities = source.caption, list(source.entities)
    if given.values.get("caption") is not None:
        described = text.caption(
            given.maybe("caption"), given.maybe("parse_mode"), given.json("caption_entities")
        )
        message.caption, message.entities = described.text, described.entities
    deliver(world, message)
    return {"message_id": message.message_id}


@method("forwardMessage")
def forward_message(world: World, given: Parameters) -> Json:
    """``forwardMessage``: the same content, with its origin."""
    source = _source(world, given, "forward")
    message = _prepared(world, given, "text messages")
    message.text, message.media = source.text, source.media
    message.caption, message.entities = source.caption, list(source.entities)
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
    return {"type": "user", "date": date, "sender_user": source.sender.wire()}


def _source(world: World, given: Parameters, verb: str) -> Message:
    chat = world.reachable(given.values.get("from_chat_id"))
    source = chat.messages.get(given.integer("message_id"))
    if source is None or source.deleted or source.service:
        raise bad_request(f"message to {verb} not found")
    if source.protected:
        raise bad_request("CHAT_FORWARDS_RESTRICTED")
    return source


def _prepared(world: World, given: Parameters, what: str, chat: Chat | None = None) -> Message:
    """An empty message for the chat that a call names, its surroundings checked."""
    chat = chat or world.reachable(given.values.get("chat_id"))
    markup = keyboards.check(given.json("reply_markup"), chat_type=chat.type)
    world.warn("reply_markup", markup.warnings)
    thread_id = given.integer("message_thread_id") or None
    replied = _replied(world, chat, given)
    if thread_id is None and replied is not None and chat.is_forum:
        thread_id = replied.thread_id
    chat.check_writing(world.bot.id, what, thread_id)
    return Message(
        message_id=0,
        chat=chat,
        sender=world.bot,
        date=world.now(),
        thread_id=thread_id,
        markup=markup.value,
        reply_to=replied,
        silent=given.flag("disable_notification"),
        protected=given.flag("protect_content"),
    )


def _replied(world: World, chat: Chat, given: Parameters) -> Message | None:
    asked = given.json("reply_parameters")
    if asked is None and given.integer("reply_to_message_id"):
        asked = {
            "message_id": given.integer("reply_to_message_id"),
            "allow_sending_without_reply": given.flag("allow_sending_without_reply"),
        }
    if asked is None:
        return None
    if "message_id" not in asked:
        raise bad_request('Can\'t find field "message_id"')
    there = world.reachable(asked["chat_id"]) if asked.get("chat_id") else chat
    replied = there.messages.get(int(asked["message_id"]))
    if replied is not None and not replied.deleted:
        return replied
    if asked.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


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


def too_old(world: World, message: Message, hours: int) -> bool:
    """Whether more than ``hours`` have gone by since a message was sent."""
    return world.now() - message.date > timedelta(hours=hours)
