"""The methods that change a message of the bot's where it stands."""

from typing import Any

from bot.localapi import keyboards, text
from bot.localapi.errors import bad_request
from bot.localapi.messages import Message
from bot.localapi.methods import Parameters, method
from bot.localapi.sending import media_of, preview
from bot.localapi.world import Happening, World

Json = dict[str, Any]
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


@method("editMessageText")
def edit_message_text(world: World, given: Parameters) -> Json | bool:
    """``editMessageText``: a new text, and new buttons or none."""
    made = text.message(given.text("text"), given.maybe("parse_mode"), given.json("entities"))
    world.warn("editMessageText", made.warnings)
    message = _editable(world, given)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    markup = _markup(world, given, message)
    shown = preview(given)
    same = (made.text, made.entities, markup) == (message.text, message.entities, message.markup)
    if same and shown == message.link_preview:
        raise bad_request(_SAME)
    message.text, message.entities, message.link_preview = made.text, made.entities, shown
    return _changed(world, given, message, markup)


@method("editMessageCaption")
def edit_message_caption(world: World, given: Parameters) -> Json | bool:
    """``editMessageCaption``: a new caption, and new buttons or none."""
    made = text.caption(
        given.maybe("caption"), given.maybe("parse_mode"), given.json("caption_entities")
    )
    world.warn("editMessageCaption", made.warnings)
    message = _editable(world, given)
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    markup = _markup(world, given, message)
    if (made.text, made.entities, markup) == (message.caption, message.entities, message.markup):
        raise bad_request(_SAME)
    message.caption, message.entities = made.text, made.entities
    return _changed(world, given, message, markup)


@method("editMessageMedia")
def edit_message_media(world: World, given: Parameters) -> Json | bool:
    """``editMessageMedia``: another file with its caption; a text becomes a file's message."""
    item = given.json("media")
    if not isinstance(item, dict) or "type" not in item:
        raise bad_request("can't parse InputMedia")
    made = text.caption(item.get("caption"), item.get("parse_mode"), item.get("caption_entities"))
    message = _editable(world, given)
    media = media_of(world, given, "media", item.get("media"), str(item["type"]))
    markup = _markup(world, given, message)
    now = (media, made.text, made.entities, markup)
    if now == (message.media, message.caption, message.entities, message.markup):
        raise bad_request(_SAME)
    message.text, message.media = None, media
    message.caption, message.entities = made.text, made.entities
    return _changed(world, given, message, markup)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(world: World, given: Parameters) -> Json | bool:
    """``editMessageReplyMarkup``: new buttons, or none."""
    message = _editable(world, given)
    markup = _markup(world, given, message)
    if markup == message.markup:
        raise bad_request(_SAME)
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
    chat = world.reachable(given.values.get("chat_id"))
    message = chat.messages.get(given.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to edit not found")
    if message.sender is not world.bot or message.via_bot or message.forward_origin:
        raise bad_request("message can't be edited")
    if message.service:
        raise bad_request("message can't be edited")
    return message


def _markup(world: World, given: Parameters, message: Message) -> Json | None:
    kind = None if message.inline_message_id else message.chat.type
    checked = keyboards.check(given.json("reply_markup"), chat_type=kind, inline_only=True)
    world.warn("reply_markup", checked.warnings)
    return checked.value


def _changed(world: World, given: Parameters, message: Message, markup: Json | None) -> Json | bool:
    message.markup = markup
    message.edit_date = world.now()
    world.happened(Happening("edited", message))
    return True if given.text("inline_message_id") else message.wire()
