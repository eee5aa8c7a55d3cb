"""Messages as they stand in a chat."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.localapi.files import Media
from bot.localapi.html import Entity
from bot.localapi.people import Account

if TYPE_CHECKING:
    from bot.localapi.chats import Chat

Json = dict[str, Any]


@dataclass(slots=True, eq=False)
class Message:
    """A message; edits change it in place.

    ``entities`` belong to ``text``, or to ``caption`` where there is no text. ``markup`` is the
    whole reply markup, ``keyboard`` its inline buttons row by row. ``deleted`` messages stay
    usable, for a tap on what is gone. ``service`` holds what a service message tells.
    """

    message_id: int
    chat: "Chat" = field(repr=False)
    sender: Account | None
    date: datetime
    thread_id: int | None = None
    text: str | None = None
    caption: str | None = None
    entities: list[Entity] = field(default_factory=list)
    media: Media | None = None
    media_group_id: str | None = None
    markup: Json | None = None
    reply_to: "Message | None" = field(default=None, repr=False)
    edit_date: datetime | None = None
    silent: bool = False
    protected: bool = False
    link_preview: Json | None = None
    sender_chat: "Chat | None" = None
    via_bot: Account | None = None
    inline_message_id: str | None = None
    forward_origin: Json | None = None
    service: Json = field(default_factory=dict)
    reactions: list[Json] = field(default_factory=list)
    deleted: bool = False

    @property
    def keyboard(self) -> list[list[Json]]:
        """Rows of inline buttons; empty without."""
        return list((self.markup or {}).get("inline_keyboard", []))

    @property
    def labels(self) -> list[list[str]]:
        """Rows of what stands on the inline buttons."""
        return [[button["text"] for button in row] for row in self.keyboard]

    @property
    def content(self) -> str:
        """Text or caption."""
        return self.text if self.text is not None else self.caption or ""

    @property
    def edited(self) -> bool:
        """Whether it was changed after it was sent."""
        return self.edit_date is not None

    @property
    def photo(self) -> bytes | None:
        """The picture's bytes, where this is a photo."""
        return self.media.data if self.media and self.media.kind == "photo" else None

    @property
    def document(self) -> bytes | None:
        """The file's bytes, where this is a document."""
        return self.media.data if self.media and self.media.kind == "document" else None

    @property
    def filename(self) -> str | None:
        """The name of the file that came with it."""
        return self.media.filename if self.media else None

    def button(self, wanted: str) -> Json:
        """The inline button with this label, or else with this callback data.

        Raises:
            LookupError: naming the labels that there are.
        """
        buttons = [button for row in self.keyboard for button in row]
        for key in ("text", "callback_data"):
            for button in buttons:
                if button.get(key) == wanted:
                    return button
        raise LookupError(f"no button {wanted!r}, only {[button['text'] for button in buttons]}")

    def wire(self, *, inner: bool = False) -> Json:
        """The Bot API's ``Message``; ``inner`` leaves out what it replies to."""
        given: Json = {
            "message_id": self.message_id,
            "date": int(self.date.timestamp()),
            "chat": self.chat.wire(),
            "from": self.sender.wire() if self.sender and self.chat.type != "channel" else None,
            "sender_chat": self._sender_chat(),
            "message_thread_id": self.thread_id or self._reply_thread(),
            "is_topic_message": True if self.thread_id and self.chat.is_forum else None,
            "text": self.text,
            "entities": self.entities if self.text is not None and self.entities else None,
            "caption": self.caption or None,
            "caption_entities": self.entities if self.caption and self.entities else None,
            "media_group_id": self.media_group_id,
            "edit_date": int(self.edit_date.timestamp()) if self.edit_date else None,
            "has_protected_content": True if self.protected else None,
            "link_preview_options": self.link_preview,
            "via_bot": self.via_bot.wire() if self.via_bot else None,
            "forward_origin": self.forward_origin,
            "reply_markup": {"inline_keyboard": self.keyboard} if self.keyboard else None,
        }
        if self.media:
            given[self.media.kind] = self.media.wire()
            if self.media.kind == "animation":
                given["document"] = {**self.media.wire()}
        replied = self.reply_to or self._topic_start()
        if replied and not replied.deleted and not inner:
            given["reply_to_message"] = replied.wire(inner=True)
        return {
            **{name: value for name, value in given.items() if value is not None},
            **self.service,
        }

    def _topic_start(self) -> "Message | None":
        """In a topic what replies to nothing replies to the line that opened the topic."""
        if not self.chat.is_forum or self.thread_id in (None, self.message_id):
            return None
        return self.chat.messages.get(self.thread_id or 0)

    def _reply_thread(self) -> int | None:
        """In a supergroup without topics replies hang together under their first message."""
        first = self.reply_to
        if first is None or self.chat.type != "supergroup" or self.chat.is_forum:
            return None
        while first.reply_to is not None and first.reply_to.chat is self.chat:
            first = first.reply_to
        return first.message_id if first.chat is self.chat else None

    def _sender_chat(self) -> Json | None:
        chat = self.chat if self.chat.type == "channel" else self.sender_chat
        return chat.wire() if chat else None
