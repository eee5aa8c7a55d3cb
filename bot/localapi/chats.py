"""Chats as the server keeps them: kind, members, rights, topics, messages."""

import itertools
from dataclasses import dataclass, field
from typing import Any

from bot.localapi.errors import bad_request, forbidden
from bot.localapi.messages import Message
from bot.localapi.people import Account

PRIVATE, GROUP, SUPERGROUP, CHANNEL = "private", "group", "supergroup", "channel"
OWNER, ADMINISTRATOR, MEMBER, LEFT, KICKED = "creator", "administrator", "member", "left", "kicked"
_RIGHTS_HOLDERS = (OWNER, ADMINISTRATOR)
_GENERAL = 1


@dataclass(slots=True)
class Topic:
    """A topic of a forum; ``id`` is its ``message_thread_id``."""

    id: int
    name: str
    closed: bool = False


@dataclass(slots=True, eq=False)
class Chat:
    """One chat. ``status`` holds members' standing by user id; the bot is one of them.

    ``can_send`` is what members who administer nothing may do here; ``bot_rights`` are the rights
    taken from the bot though it administers the chat.
    """

    id: int
    type: str
    title: str | None = None
    username: str | None = None
    person: Account | None = None
    is_forum: bool = False
    status: dict[int, str] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    started: bool = False
    blocked: bool = False
    deleted: bool = False
    can_send: bool = True
    bot_may_not: set[str] = field(default_factory=set)
    migrated_to: "Chat | None" = None
    reply_keyboard: dict[str, Any] | None = None
    message_ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def standing(self, user_id: int) -> str:
        """The Bot API's ``ChatMember.status`` of a user."""
        return self.status.get(user_id, LEFT)

    def administers(self, user_id: int) -> bool:
        """Whether a user owns or administers this chat."""
        return self.standing(user_id) in _RIGHTS_HOLDERS

    def wire(self) -> dict[str, Any]:
        """The Bot API's ``Chat``."""
        given: dict[str, Any] = {"id": self.id, "type": self.type}
        if self.person is not None:
            given["first_name"] = self.person.first_name
            given["last_name"] = self.person.last_name
            given["username"] = self.person.username
        else:
            given |= {"title": self.title, "username": self.username}
        if self.is_forum:
            given["is_forum"] = True
        return {name: value for name, value in given.items() if value is not None}

    # -- what the bot may do here

    def check_access(self, bot_id: int, *, deactivated: bool = False) -> None:
        """Refuse where the bot cannot reach the chat.

        Raises:
            ApiError: 403, or 400 with ``migrate_to_chat_id``.
        """
        if self.migrated_to is not None:
            raise bad_request(
                "group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": self.migrated_to.id},
            )
        if self.type == PRIVATE:
            self._check_person(deactivated=deactivated)
            return
        if self.deleted:
            raise forbidden(f"the {self.type} chat was deleted")
        if self.standing(bot_id) == KICKED:
            raise forbidden(f"bot was kicked from the {self.type} chat")
        if self.standing(bot_id) == LEFT:
            raise forbidden(f"bot is not a member of the {self.type} chat")

    def _check_person(self, *, deactivated: bool) -> None:
        if deactivated:
            raise forbidden("user is deactivated")
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if not self.started:
            raise forbidden("bot can't initiate conversation with a user")

    def check_writing(self, bot_id: int, what: str, thread_id: int | None) -> None:
        """Refuse where the bot may not send ``what`` ("text messages", "photos", …).

        Raises:
            ApiError: 400, as the server words it.
        """
        powerful = self.administers(bot_id)
        if self.type == CHANNEL and (not powerful or "can_post_messages" in self.bot_may_not):
            raise bad_request("need administrator rights in the channel chat")
        if not self.can_send and not powerful:
            raise bad_request(f"not enough rights to send {what} to the chat")
        if thread_id is None and not self.is_forum:
            return
        topic = self.topics.get(_GENERAL if thread_id is None else thread_id)
        if topic is None or not self.is_forum:
            raise bad_request("message thread not found")
        if topic.closed and not powerful:
            raise bad_request("TOPIC_CLOSED")


@dataclass(frozen=True, slots=True)
class Place:
    """Where people and the bot talk: a chat, or a topic of a forum."""

    chat: Chat
    thread_id: int | None = None

    @property
    def id(self) -> int:
        """The chat's id."""
        return self.chat.id

    def topic(self, name: str) -> "Place":
        """The topic of that name.

        Raises:
            LookupError: where there is none.
        """
        for topic in self.chat.topics.values():
            if topic.name == name:
                return Place(self.chat, None if topic.id == _GENERAL else topic.id)
        raise LookupError(f"no topic {name!r} in {self.chat.title!r}")

    @property
    def topic_state(self) -> Topic:
        """The topic that this place is."""
        return self.chat.topics[_GENERAL if self.thread_id is None else self.thread_id]
