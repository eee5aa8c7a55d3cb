"""What people do in Telegram's apps: they write, forward, edit, delete."""

from collections.abc import Sequence
from typing import Any

from bot.localapi import app_input, units
from bot.localapi import text as texts
from bot.localapi.app_input import File
from bot.localapi.chats import CHANNEL, MEMBER, PRIVATE, Place
from bot.localapi.copying import origin
from bot.localapi.entering import check_entry, sign
from bot.localapi.errors import NotPossibleError
from bot.localapi.events import Query
from bot.localapi.hearing import tell
from bot.localapi.html import Entity
from bot.localapi.messages import Message
from bot.localapi.people import Account
from bot.localapi.world import World

Json = dict[str, Any]


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
        media_group_id: str | None = None,
    ) -> Message:
        """Send a text, or a file with the text as its caption.

        ``sender_chat`` posts in another name: the group's own (an anonymous administrator) or a
        channel's. The bot hears of it where Telegram would tell it.

        Raises:
            NotPossibleError: for what an app would not let a person send.
        """
        if edit_of is not None:
            return self.edits(who, edit_of, text, entities=entities)
        self._enter(who, place)
        given = {"document": document, "photo": photo, "voice": voice, "sticker": sticker}
        given |= {"video": video, "audio": audio}
        media = next(
            (app_input.kept(self.world, kind, one) for kind, one in given.items() if one), None
        )
        made = app_input.typed(self.world, text, entities, empty=media is not None)
        message = Message(
            message_id=next(place.chat.message_ids),
            chat=place.chat,
            sender=sign(who, place, sender_chat),
            date=self.world.now(),
            thread_id=place.thread_id,
            text=made.text if media is None else None,
            caption=made.text if media is not None else None,
            entities=made.entities,
            media=media,
            media_group_id=media_group_id,
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
            NotPossibleError: for somebody else's message.
        """
        if message.sender != who and message.sender_chat is None and message.chat.type != CHANNEL:
            raise NotPossibleError(f"{who.first_name} did not write that message")
        made = app_input.typed(self.world, text, entities, empty=message.media is not None)
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
        """Writing starts a private chat, and makes one a member of a group.

        Raises:
            NotPossibleError: where an app would not let this person write.
        """
        check_entry(self.world, who, place)
        if place.chat.type == PRIVATE:
            place.chat.started = True
        elif not place.chat.holds(who.id):
            place.chat.status[who.id] = MEMBER

    def _post(self, message: Message) -> Message:
        message.chat.messages[message.message_id] = message
        tell(self.world, message)
        return message

    def _asked(
        self,
        queries: dict[str, Query],
        who: Account,
        *,
        message: Message | None = None,
        words: str = "",
    ) -> str:
        query_id = str(next(self.world.query_ids))
        queries[query_id] = Query(who, self.world.now(), message=message, words=words)
        return query_id
