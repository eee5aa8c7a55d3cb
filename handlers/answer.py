"""Out it goes: one way to answer, whether a command was sent or a button tapped."""

import logging
from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup
from telegram import (
    InlineKeyboardMarkup,
    InputFile,
    MaybeInaccessibleMessage,
    Message,
    MessageEntity,
    ReplyParameters,
    Update,
)
from telegram.constants import ChatType
from telegram.error import BadRequest

from data import richtext
from data.richtext import RichText
from handlers import callbacks
from handlers.composed import Composed, Part
from handlers.context import Context

logger = logging.getLogger(__name__)

UNCHANGED = "message is not modified"
WITHOUT_PREVIEW = {"is_disabled": True}


class Place(NamedTuple):
    """Where an answer goes: a chat, a forum topic in it, and the message that it answers."""

    chat: int
    thread: int | None
    reply: ReplyParameters | None


def place_of(update: Update) -> Place:
    """Return where the answer to an update goes; in a group it replies to who asked."""
    message = update.effective_message
    if message is None:
        raise ValueError("an update without a message has no place to answer in")
    thread = message.message_thread_id if _in_topic(message) else None
    asked = update.callback_query is None and message.chat.type != ChatType.PRIVATE
    reply = ReplyParameters(message.message_id, allow_sending_without_reply=True) if asked else None
    return Place(message.chat.id, thread, reply)


def _in_topic(message: MaybeInaccessibleMessage) -> bool:
    return isinstance(message, Message) and bool(message.is_topic_message)


async def answer(
    update: Update, context: Context, text: Markup, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """Answer an update with a text.

    A tap edits the message that the button stands in; where that cannot be edited any more, and
    for everything else, a new message is sent. A text longer than a message goes out in parts,
    the keyboard under the last one.
    """
    composed = Composed.of(text, keyboard)
    context.given.append(composed)
    await give(update, context, composed)


async def give(update: Update, context: Context, composed: Composed) -> None:
    """Answer an update with what is composed, as ``answer`` does."""
    if update.callback_query is not None:
        await acknowledge(update, context)
        edits = len(composed.parts) == 1 and not callbacks.is_fresh(update)
        if edits and await _edited(update, context, composed):
            return
    place = place_of(update)
    for part in composed.parts:
        if context.attempt.was_done():
            continue
        values: dict[str, Any] = {"chat_id": place.chat, **_text(part)}
        if place.thread is not None:
            values["message_thread_id"] = place.thread
        if place.reply is not None:
            values["reply_parameters"] = place.reply.to_dict()
        if composed.keyboard and part is composed.parts[-1]:
            values["reply_markup"] = composed.keyboard
        await context.bot_data.call("sendMessage", values)
        context.attempt.did()


def _text(part: Part) -> dict[str, Any]:
    values: dict[str, Any] = {"text": part.text, "link_preview_options": WITHOUT_PREVIEW}
    return values | {"entities": part.entities} if part.entities else values


async def send_below(
    update: Update,
    context: Context,
    parts: Sequence[RichText],
    keyboard: InlineKeyboardMarkup | None = None,
) -> Message | None:
    """Send texts as messages below what stands in the chat, the keyboard under the last one.

    Returns the last message; None where an earlier try has sent it.
    """
    await acknowledge(update, context)
    place, sent = place_of(update), None
    for number, part in enumerate(parts, 1):
        if context.attempt.was_done():
            continue
        sent = await context.bot.send_message(
            place.chat,
            part.text,
            entities=entities(part),
            message_thread_id=place.thread,
            reply_parameters=place.reply,
            reply_markup=keyboard if number == len(parts) else None,
        )
        context.attempt.did()
    return sent


async def acknowledge(update: Update, context: Context) -> None:
    """Stop the tapped button's spinner; Telegram takes one such answer per tap."""
    query = update.callback_query
    if query is None or context.acknowledged:
        return
    context.acknowledged = True
    if not context.attempt.is_fresh(context.clock.now()):
        return
    try:
        await context.bot_data.call("answerCallbackQuery", {"callback_query_id": query.id})
    except BadRequest as error:  # the query is too old: the answer itself still goes out
        logger.info("A callback query was not acknowledged: %s", error.message)


async def _edited(update: Update, context: Context, composed: Composed) -> bool:
    query = update.callback_query
    message = query.message if query else None
    if not isinstance(message, Message) or not message.text:
        return False
    where = {"chat_id": message.chat.id, "message_id": message.message_id}
    keyboard = {"reply_markup": composed.keyboard} if composed.keyboard else {}
    try:
        await context.bot_data.call(
            "editMessageText", {**where, **_text(composed.parts[0]), **keyboard}
        )
    except BadRequest as error:
        if UNCHANGED in error.message.lower():
            return True
        logger.info("A message could not be edited, a new one is sent: %s", error.message)
        return False
    return True


async def send_picture(  # noqa: PLR0913, PLR0917 - a file, and what stands around it
    update: Update,
    context: Context,
    picture: bytes | str,
    filename: str,
    caption: Markup,
    keyboard: InlineKeyboardMarkup | None = None,
) -> Message:
    """Send a PNG (or one that Telegram has, by its file id) below what stands in the chat."""
    await acknowledge(update, context)
    place, words = place_of(update), richtext.from_html(caption)
    return await context.bot.send_photo(
        place.chat,
        picture,
        filename=filename,
        caption=words.text,
        caption_entities=entities(words),
        message_thread_id=place.thread,
        reply_parameters=place.reply,
        reply_markup=keyboard,
    )


async def send_file(  # noqa: PLR0913, PLR0917 - a file, and what stands around it
    update: Update,
    context: Context,
    content: bytes,
    filename: str,
    caption: Markup,
    keyboard: InlineKeyboardMarkup | None = None,
) -> None:
    """Send a file under a name below what stands in the chat."""
    await acknowledge(update, context)
    place, words = place_of(update), richtext.from_html(caption)
    await context.bot.send_document(
        place.chat,
        InputFile(content, filename=filename),
        caption=words.text,
        caption_entities=entities(words),
        message_thread_id=place.thread,
        reply_parameters=place.reply,
        reply_markup=keyboard,
    )


def entities(rich: RichText) -> list[MessageEntity]:
    """Return the entities of a text as the library's own."""
    return [
        MessageEntity(
            entity.type, entity.offset, entity.length, url=entity.url, language=entity.language
        )
        for entity in rich.entities
    ]
