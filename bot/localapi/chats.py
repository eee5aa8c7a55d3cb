"""Chats as the server keeps them: kind, members, rights, topics, messages."""

import itertools
from dataclasses import dataclass, field
from typing import Any

from bot.localapi.messages import Message
from bot.localapi.people import Account

PRIVATE, GROUP, SUPERGROUP, CHANNEL = "private", "group", "supergroup", "channel"
OWNER, ADMINISTRATOR, MEMBER, LEFT, KICKED = "creator", "administrator", "member", "left", "kicked"
RESTRICTED = "restricted"
GENERAL = 1


@dataclass(slots=True)
class Topic:
    """A topic of a forum; ``id`` is its ``message_thread_id``, 1 for the general one."""

    id: int
    name: str
    closed: bool = False


@dataclass(slots=True, eq=False)
class Chat:
    """One chat. ``status`` holds members' standing by user id; the bot is one of them.

    ``can_send`` is what members who administer nothing may do here; ``taken`` are the rights that
    an administrator lacks, by user id; ``anonymous`` administrators write as the group.
    """

    id: int
    type: str
    title: str | None = None
    username: str | None = None
    person: Account | None = None
    is_forum: bool = False
    status: dict[int, str] = field(default_factory=dict)
    taken: dict[int, set[str]] = field(default_factory=dict)
    anonymous: set[int] = field(default_factory=set)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict, repr=False)
    pinned: list[int] = field(default_factory=list)
    started: bool = False
    blocked: bool = False
    deleted: bool = False
    can_send: bool = True
    migrated_to: "Chat | None" = None
    reply_keyboard: dict[str, Any] | None = None
    message_ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def standing(self, user_id: int) -> str:
        """The Bot API's ``ChatMember.status`` of a user."""
        return self.status.get(user_id, LEFT)

    def holds(self, user_id: int) -> bool:
        """Whether a user is in this chat, in whatever role."""
        return self.standing(user_id) not in (LEFT, KICKED)

    def administers(self, user_id: int) -> bool:
        """Whether a user owns or administers this chat."""
        return self.standing(user_id) in (OWNER, ADMINISTRATOR)

    def may(self, user_id: int, right: str) -> bool:
        """Whether a user administers this chat with a right, such as "can_pin_messages"."""
        return self.administers(user_id) and right not in self.taken.get(user_id, set())

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
                return Place(self.chat, None if topic.id == GENERAL else topic.id)
        raise LookupError(f"no topic {name!r} in {self.chat.title!r}")

    @property
    def topic_state(self) -> Topic:
        """The topic that this place is.

        Raises:
            KeyError: where it was deleted, or the chat has no topics.
        """
        return self.chat.topics[GENERAL if self.thread_id is None else self.thread_id]
