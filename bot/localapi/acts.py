"""What people do in Telegram's apps: they write, tap, edit, send files, ask inline."""

import mimetypes
from collections.abc import Sequence
from typing import Any

from bot.localapi import text as texts
from bot.localapi import units
from bot.localapi.chats import CHANNEL, KICKED, MEMBER, PRIVATE, Place
from bot.localapi.errors import ApiError
from bot.localapi.files import Media, Upload
from bot.localapi.hearing import tell
from bot.localapi.html import Entity
from bot.localapi.messages import Message
from bot.localapi.people import ANONYMOUS_ADMINISTRATOR, BEHIND_A_CHANNEL, Account
from bot.localapi.sending import origin
from bot.localapi.standing import is_present
from bot.localapi.world import World

Json = dict[str, Any]
File = bytes | tuple[str, bytes] | Upload
_NAMES = {
    "photo": "photo.jpg",
    "document": "file.bin",
    "voice": "voice.ogg",
    "sticker": "sticker.webp",
    "video": "video.mp4",
    "audio": "audio.mp3",
}


class Acts:
    """The part of ``LocalApi`` by which people act."""

    world: World

    def says(  # noqa: PLR0913 - a message has that many sides
        self,
        who: Account,
        place: Place,
        text: str = "",
        *,
        reply_to: Message | None = None,
        entities: Sequence[Entity] | None = None,
        edit_of: Message | None = None,
        sender_chat: Place | None = None,
        via_bot: Account | None = None,
        forward_from: Message | None = None,
        document: File | None = None,
        photo: File | None = None,
        voice: File | None = None,
        sticker: File | None = None,
        video: File | None = None,
        audio: File | None = None,
    ) -> Message:
        """Send a text, or a file with the text as its caption.

        ``sender_chat`` posts in another name: the group's own (an anonymous administrator) or a
        channel's. The bot hears of it where Telegram would tell it.

        Raises:
            ValueError: for what an app would not let a person send.
        """
        if edit_of is not None:
            return self.edits(who, edit_of, text, entities=entities)
        self._enter(who, place)
        given = {"document": document, "photo": photo, "voice": voice, "sticker": sticker}
        given |= {"video": video, "audio": audio}
        media = next((self._kept(kind, one) for kind, one in given.items() if one), None)
        made = _typed(text, entities, empty=media is not None)
        message = Message(
            message_id=next(place.chat.message_ids),
            chat=place.chat,
            sender=_signed(who, place, sender_chat),
            date=self.world.now(),
            thread_id=place.thread_id,
            text=made.text if media is None else None,
            caption=made.text if media is not None else None,
            entities=made.entities,
            media=media,
            reply_to=reply_to,
            sender_chat=sender_chat.chat if sender_chat else None,
            via_bot=via_bot,
            forward_origin=origin(forward_from) if forward_from else None,
        )
        return self._post(message)

    def pastes(self, who: Account, place: Place, text: str) -> list[Message]:
        """Send a text of any length, cut as the apps cut it: every 4096 units."""
        parts, rest = [], text
        while units.length(rest) > texts.MESSAGE_LIMIT:
            part = units.cut(rest, 0, texts.MESSAGE_LIMIT).rstrip("\ufffd")
            parts.append(part)
            rest = rest[len(part) :]
        return [self.says(who, place, part) for part in [*parts, rest]]

    def sends_file(
        self, who: Account, place: Place, filename: str, data: bytes, caption: str = ""
    ) -> Message:
        """Send a document."""
        return self.says(who, place, caption, document=(filename, data))

    def sends_photo(self, who: Account, place: Place, data: bytes, caption: str = "") -> Message:
        """Send a photo."""
        return self.says(who, place, caption, photo=data)

    def sends_voice(self, who: Account, place: Place, data: bytes = b"OggS") -> Message:
        """Send a voice message."""
        return self.says(who, place, voice=data)

    def sends_sticker(self, who: Account, place: Place, data: bytes = b"RIFF") -> Message:
        """Send a sticker."""
        return self.says(who, place, sticker=data)

    def forwards(self, who: Account, place: Place, message: Message) -> Message:
        """Forward a message; its origin stays readable."""
        self._enter(who, place)
        copy = Message(
            message_id=next(place.chat.message_ids),
            chat=place.chat,
            sender=who,
            date=self.world.now(),
            thread_id=place.thread_id,
            text=message.text,
            caption=message.caption,
            entities=list(message.entities),
            media=message.media,
            forward_origin=message.forward_origin or origin(message),
        )
        return self._post(copy)

    def edits(
        self,
        who: Account,
        message: Message,
        text: str,
        *,
        entities: Sequence[Entity] | None = None,
    ) -> Message:
        """Change one's own text or caption.

        Raises:
            ValueError: for somebody else's message.
        """
        if message.sender != who and message.sender_chat is None and message.chat.type != CHANNEL:
            raise ValueError(f"{who.first_name} did not write that message")
        made = _typed(text, entities, empty=message.media is not None)
        if message.media is None:
            message.text = made.text
        else:
            message.caption = made.text
        message.entities, message.edit_date = made.entities, self.world.now()
        tell(self.world, message, edited=True)
        return message

    def deletes(self, who: Account, message: Message) -> None:
        """Delete a message for everyone; the bot is not told."""
        del who
        message.deleted = True

    # -- inside

    def _enter(self, who: Account, place: Place) -> None:
        """Writing starts a private chat, and makes one a member of a group."""
        chat = place.chat
        if chat.type == PRIVATE:
            if chat.person != who:
                raise ValueError(f"that is not {who.first_name}'s private chat")
            if chat.blocked:
                raise ValueError(f"{who.first_name} has blocked the bot; unblock it first")
            chat.started = True
        elif chat.standing(who.id) == KICKED:
            raise ValueError(f"{who.first_name} was thrown out of {chat.title}")
        elif not is_present(chat, who):
            chat.status[who.id] = MEMBER

    def _kept(self, kind: str, file: File) -> Media:
        if isinstance(file, bytes):
            file = (_NAMES[kind], file)
        upload = file if isinstance(file, Upload) else Upload(file[0], file[1], _mime(file[0]))
        try:
            return self.world.files.add(kind, upload, duration=3)
        except ApiError as error:
            raise ValueError(error.description) from None

    def _post(self, message: Message) -> Message:
        message.chat.messages[message.message_id] = message
        tell(self.world, message)
        return message


def _mime(filename: str) -> str:
    return mimetypes.guess_type(filename)[0] or "application/octet-stream"


def _signed(who: Account, place: Place, sender_chat: Place | None) -> Account:
    if sender_chat is None:
        return who
    return ANONYMOUS_ADMINISTRATOR if sender_chat.chat is place.chat else BEHIND_A_CHANNEL


def _typed(text: str, entities: Sequence[Entity] | None, *, empty: bool) -> texts.Formatted:
    """What an app makes of a typed text.

    Raises:
        ValueError: for nothing, or for more than one message.
    """
    limit = texts.CAPTION_LIMIT if empty else texts.MESSAGE_LIMIT
    try:
        made = texts.formatted(text, None, entities)
    except ApiError as error:
        raise ValueError(error.description) from None
    if not empty and not texts.visible(made.text):
        raise ValueError("an app sends no empty text")
    if units.length(made.text) > limit:
        raise ValueError(f"longer than {limit} units: an app sends several messages (see pastes)")
    return made
