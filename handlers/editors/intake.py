"""What an editor sent, as text with its formatting."""

import asyncio

from telegram import Document, Message, MessageEntity
from telegram.error import BadRequest

from data import richtext, uploads
from data.parts import Source
from data.richtext import KINDS, Entity, RichText
from handlers.context import Context
from handlers.refusals import Refusal

_TO_A_PERSON = "tg://user"
_SECOND_HALVES = frozenset(bytes([each]) for each in range(0xDC, 0xE0))
_ADDRESSES = ("http://", "https://", "tg://", "ton://")  # what Telegram takes as a link's


def typed(message: Message) -> RichText:
    """Return a message's text, or its caption, with the formatting that is kept.

    Addresses, mentions and the like are found again by Telegram. What names a person by number,
    and custom emoji, stay as the plain text that stands there.
    """
    text = message.text if message.text is not None else message.caption or ""
    given = message.entities if message.text is not None else message.caption_entities
    units = text.encode("utf-16-le")
    kept = tuple(
        _entity(each)
        for each in given
        if _is_kept(each)
        and not _splits(units, each.offset)
        and not _splits(units, each.offset + each.length)
    )
    return richtext.trimmed(RichText(text, kept))


def _splits(units: bytes, place: int) -> bool:
    """Say whether a place in UTF-16 is within a letter, where nothing can begin or end."""
    return units[2 * place + 1 : 2 * place + 2] in _SECOND_HALVES


def _is_kept(entity: MessageEntity) -> bool:
    if entity.type not in KINDS:
        return False
    url = entity.url
    return url is None or (url.startswith(_ADDRESSES) and not url.startswith(_TO_A_PERSON))


def _entity(entity: MessageEntity) -> Entity:
    return Entity(str(entity.type), entity.offset, entity.length, entity.url, entity.language)


def source_of(message: Message) -> Source:
    """Return how a message came: written, or passed on from elsewhere."""
    return "forward" if message.forward_origin is not None else "message"


async def read_file(document: Document, context: Context) -> RichText:
    """Fetch a file from Telegram and return what it says.

    Raises:
        Refusal: where it is none that can be read.
    """
    name = document.file_name or ""
    if not name.lower().endswith(tuple(uploads.ENDINGS)):
        raise Refusal("edit.file_kind")
    if (document.file_size or 0) > uploads.MOST_BYTES:
        raise Refusal("edit.file_size")
    try:
        file = await context.bot.get_file(document.file_id)
        content = bytes(await file.download_as_bytearray())
    except BadRequest as error:
        raise Refusal("edit.file_damaged") from error
    try:
        return await asyncio.to_thread(uploads.read, name, content)
    except uploads.Unreadable as error:
        raise Refusal(f"edit.file_{error.reason}") from error
