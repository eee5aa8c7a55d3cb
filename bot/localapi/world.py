"""All that the server knows; the methods and the people's side work on it."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.localapi.chats import CHANNEL, LEFT, PRIVATE, SUPERGROUP, Chat, Place
from bot.localapi.errors import bad_request
from bot.localapi.files import FileStore
from bot.localapi.messages import Message
from bot.localapi.people import Account
from bot.localapi.polling import UpdateQueue
from bot.localapi.profile_store import Profile

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something a watcher may show: ``kind`` is "sent", "edited", "deleted", "alert", "action".

    ``message`` goes with the first three, ``query_id`` with an alert, ``place`` with an action.
    """

    kind: str
    message: Message | None = None
    query_id: str | None = None
    place: Place | None = None
    action: str | None = None


@dataclass(slots=True)
class Query:
    """A callback or inline query that waits for its answer."""

    person: Account
    asked: datetime
    answered: bool = False
    message: Message | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """How the bot answered a tap; an empty ``text`` just stops the button's waiting."""

    text: str
    show_alert: bool = False
    url: str | None = None
    cache_time: int = 0


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """How the bot answered an inline query; ``results`` as it gave them, checked."""

    results: list[Json]
    next_offset: str = ""
    cache_time: int = 300
    is_personal: bool = False
    button: Json | None = None


@dataclass(slots=True)
class World:
    """The server's state. ``now`` gives aware moments; message dates come from it."""

    now: Callable[[], datetime]
    bot: Account
    privacy: bool = True
    inline_mode: bool = True
    people: dict[int, Account] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    deactivated: set[int] = field(default_factory=set)
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    files: FileStore = field(default_factory=FileStore)
    profile: Profile = field(default_factory=Profile)
    callbacks: dict[str, Query] = field(default_factory=dict)
    inlines: dict[str, Query] = field(default_factory=dict)
    alerts: dict[str, Alert] = field(default_factory=dict)
    inline_answers: dict[str, InlineAnswer] = field(default_factory=dict)
    inline_messages: dict[str, Message] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    watchers: list[Callable[[Happening], None]] = field(default_factory=list)
    webhook: Json = field(default_factory=lambda: {"url": ""})
    person_ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1001))
    group_ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(5001))
    query_ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    shared_message_ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def happened(self, happening: Happening) -> None:
        """Tell the watchers."""
        for watcher in self.watchers:
            watcher(happening)

    def warn(self, method: str, warnings: list[str]) -> None:
        """Note what the real server would have swallowed without a word."""
        self.violations.extend(f"{method}: {warning}" for warning in warnings)

    # -- chats

    def private(self, person: Account) -> Chat:
        """The private chat of a person with the bot."""
        if person.id not in self.chats:
            chat = Chat(person.id, PRIVATE, person=person, message_ids=self.shared_message_ids)
            self.chats[person.id] = chat
        return self.chats[person.id]

    def create(self, kind: str, title: str, **more: Any) -> Chat:
        """A new group, supergroup or channel.

        Supergroups and channels count their own messages, the others share the bot's counter.
        """
        number = next(self.group_ids)
        if kind in (SUPERGROUP, CHANNEL):
            chat = Chat(-1_000_000_000_000 - number, kind, title, **more)
        else:
            chat = Chat(-number, kind, title, message_ids=self.shared_message_ids, **more)
        self.chats[chat.id] = chat
        return chat

    def find_chat(self, given: object) -> Chat:
        """The chat that a ``chat_id`` means: a number, its digits, or ``@username``.

        Raises:
            ApiError: "chat_id is empty", "chat not found".
        """
        if given is None or given == "":
            raise bad_request("chat_id is empty")
        text = str(given)
        if text.startswith("@"):
            return self._named(text[1:].lower())
        if not text.removeprefix("-").isdigit():
            raise bad_request("chat not found")
        number = int(text)
        if number in self.chats:
            return self.chats[number]
        if number in self.people and not self.people[number].is_bot:
            return self.private(self.people[number])
        raise bad_request("chat not found")

    def _named(self, username: str) -> Chat:
        for chat in self.chats.values():
            if chat.person is None and (chat.username or "").lower() == username:
                return chat
        raise bad_request("chat not found")

    def reachable(self, given: object) -> Chat:
        """The chat, where the bot can reach it.

        Raises:
            ApiError: 400 or 403, as the server words it.
        """
        chat = self.find_chat(given)
        gone = chat.person is not None and chat.person.id in self.deactivated
        chat.check_access(self.bot.id, deactivated=gone)
        return chat

    def present(self, chat: Chat) -> bool:
        """Whether updates from this chat reach the bot at all."""
        if chat.type == PRIVATE:
            return not chat.blocked
        return chat.standing(self.bot.id) not in (LEFT, "kicked")
