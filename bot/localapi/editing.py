"""The methods that change a message of the bot's where it stands."""

from typing import Any

from bot.localapi import keyboards, text
from bot.localapi.access import Access
from bot.localapi.chats import CHANNEL
from bot.localapi.composing import preview
from bot.localapi.errors import bad_request, refused
from bot.localapi.events import Happening
from bot.localapi.messages import Message
from bot.localapi.methods import Parameters, method
from bot.localapi.sending_media import media_of
from bot.localapi.world import World

Json = dict[str, Any]
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_CAPTIONED = frozenset({"photo", "video", "animation", "audio", "document", "voice"})
_CHANGEABLE = frozenset({"photo", "video", "animation", "audio", "document"})


@method("editMessageText")
def edit_message_text(world: World, given: Parameters) -> Json | bool:
    """``editMessageText``: a new text, and new buttons or none; for messages of any age."""
    made = text.message(
        given.text("text"), given.maybe("parse_mode"), given.json("entities"), edited=True
    )
    message = _editable(world, given)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    markup, shown, entities = (
        _markup(world, given, message),
        preview(given),
        world.known(made.entities),
    )
    now = (made.text, entities, markup, shown)
    if now == (message.text, message.entities, message.markup, message.link_preview):
        raise refused(_SAME)
    world.warn("editMessageText", made.warnings)
    message.text, message.entities, message.link_preview = made.text, entities, shown
    return _changed(world, given, message, markup)


@method("editMessageCaption")
def edit_message_caption(world: World, given: Parameters) -> Json | bool:
    """``editMessageCaption``: a new caption, and new buttons or none."""
    made = text.caption(
        given.maybe("caption"),
        given.maybe("parse_mode"),
        given.json("caption_entities"),
        edited=True,
    )
    message = _editable(world, given)
    if message.media is None or message.media.kind not in _CAPTIONED:
        raise bad_request("there is no caption in the message to edit")
    markup, entities = _markup(world, given, message), world.known(made.entities)
    if (made.text, entities, markup) == (message.caption, message.entities, message.markup):
        raise refused(_SAME)
    world.warn("editMessageCaption", made.warnings)
    message.caption, message.entities = made.text, entities
    return _changed(world, given, message, markup)


@method("editMessageMedia")
def edit_message_media(world: World, given: Parameters) -> Json | bool:
    """``editMessageMedia``: another file with its caption, also in place of a text."""
    item = given.mapping("media")
    if not isinstance(item, dict) or str(item.get("type")) not in _CHANGEABLE:
        raise bad_request("can't parse InputMedia: type is unsupported")
    made = text.caption(
        item.get("caption"), item.get("parse_mode"), item.get("caption_entities"), edited=True
    )
    message = _editable(world, given)
    if message.media is not None and message.media.kind not in _CHANGEABLE:
        raise bad_request("message media can't be edited")
    media = media_of(world, given, "media", item.get("media"), str(item["type"]))
    markup, entities = _markup(world, given, message), world.known(made.entities)
    now = (media, made.text, entities, markup)
    if now == (message.media, message.caption, message.entities, message.markup):
        raise refused(_SAME)
    world.warn("editMessageMedia", made.warnings)
    message.text, message.media = None, media
    message.caption, message.entities = made.text, entities
    return _changed(world, given, message, markup)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(world: World, given: Parameters) -> Json | bool:
    """``editMessageReplyMarkup``: new buttons, or none."""
    message = _editable(world, given)
    markup = _markup(world, given, message)
    if markup == message.markup:
        raise refused(_SAME)
    return _changed(world, given, message, markup)


def _editable(world: World, given: Parameters) -> Message:
    """The message that a call names, where the bot may change it.

    Raises:
        ApiError: 400 or 403, as the server words it.
    """
    inline_id = given.text("inline_message_id")
    if inline_id:
        if inline_id not in world.inline_messages:
            raise bad_request("MESSAGE_ID_INVALID")
        return world.inline_messages[inline_id]
    if not given.values.get("chat_id") and not given.values.get("message_id"):
        raise bad_request("message identifier is not specified")
    chat = world.reachable(given.values.get("chat_id"), Access.EDIT)
    message = chat.messages.get(given.integer("message_id"))
    if message is None or message.deleted:
        raise refused("message to edit not found")
    if chat.type == CHANNEL:
        _check_post(world, message)
    elif message.sender is not world.bot:
        raise bad_request("message can't be edited")
    below = message.markup is not None and not message.keyboard
    if message.service or message.via_bot or message.forward_origin or below:
        raise bad_request("message can't be edited")
    return message


def _check_post(world: World, message: Message) -> None:
    """In a channel a bot edits its own posts while it may post, others' with a right."""
    bot = world.bot
    may = message.chat.may(bot.id, "can_edit_messages")
    if message.sender is bot and message.chat.may(bot.id, "can_post_messages"):
        may = True
    if not may:
        raise refused("message can't be edited")


def _markup(world: World, given: Parameters, message: Message) -> Json | None:
    kind = None if message.inline_message_id else message.chat.type
    markup = keyboards.check(given.json("reply_markup"), chat_type=kind, inline_only=True)
    world.warn("reply_markup", keyboards.lost(markup))
    return markup


def _changed(world: World, given: Parameters, message: Message, markup: Json | None) -> Json | bool:
    message.markup = markup
    message.edit_date = world.now()
    world.happened(Happening("edited", message))
    return True if given.text("inline_message_id") else message.wire()
