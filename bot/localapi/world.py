"""All that the server knows; the methods and the people's side work on it."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.localapi import access
from bot.localapi.access import Access
from bot.localapi.chats import CHANNEL, PRIVATE, SUPERGROUP, Chat
from bot.localapi.errors import bad_request, forbidden, refused
from bot.localapi.events import Alert, Happening, InlineAnswer, Query
from bot.localapi.files import FileStore
from bot.localapi.messages import Message
from bot.localapi.people import BEHIND_POSTS, Account
from bot.localapi.polling import UpdateQueue
from bot.localapi.profile_store import Profile

Json = dict[str, Any]


@dataclass(slots=True)
class World:
    """The server's state. ``now`` gives aware moments; message dates come from it.

    ``privacy``, ``inline_mode`` and ``inline_feedback`` are BotFather's switches; ``violations``
    are the calls that no real server would take, and what it would swallow without a word.
    """

    now: Callable[[], datetime]
    bot: Account
    privacy: bool = True
    inline_mode: bool = True
    people: dict[int, Account] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    deactivated: set[int] = field(default_factory=set)
    updates: UpdateQueue = field(init=False)
    files: FileStore = field(default_factory=FileStore)
    profile: Profile = field(default_factory=Profile)
    callbacks: dict[str, Query] = field(default_factory=dict)
    inlines: dict[str, Query] = field(default_factory=dict)
    alerts: dict[str, Alert] = field(default_factory=dict)
    inline_answers: dict[str, InlineAnswer] = field(default_factory=dict)
    inline_messages: dict[str, Message] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    watchers: list[Callable[[Happening], None]] = field(default_factory=list)
    inline_feedback: bool = False
    webhook: Json = field(default_factory=lambda: {"url": ""})
    person_ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1001))
    group_ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(5001))
    query_ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    shared_message_ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self.updates = UpdateQueue(self.now)

    def happened(self, happening: Happening) -> None:
        """Tell the watchers."""
        for watcher in self.watchers:
            watcher(happening)

    def warn(self, method: str, warnings: list[str]) -> None:
        """Note what the real server would swallow without a word."""
        self.violations.extend(f"{method}: {warning}" for warning in warnings)

    # -- people

    def known(self, entities: list[Json]) -> list[Json]:
        """The entities with mentioned people in full; who is unknown to the server is dropped."""
        found = []
        for entity in entities:
            if entity["type"] != "text_mention":
                found.append(entity)
            elif (person := self.people.get(int(entity["user"]["id"]))) is not None:
                found.append({**entity, "user": person.wire()})
        return found

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
            ApiError: "chat_id is empty", "chat not found", or 403 for other bots.
        """
        if given is None or given == "":
            raise bad_request("chat_id is empty")
        text = str(given)
        if text.startswith("@"):
            return self._named(text[1:].lower())
        if not text.removeprefix("-").isdigit():
            raise refused("chat not found")
        number = int(text)
        if number in self.chats:
            return self.chats[number]
        if number in BEHIND_POSTS or number in self.people:
            return self._person(number)
        raise refused("chat not found")

    def _person(self, number: int) -> Chat:
        if number == self.bot.id:
            raise forbidden("bot can't send messages to itself")
        if number in BEHIND_POSTS or self.people[number].is_bot:
            raise forbidden("bots can't send messages to bots")
        return self.private(self.people[number])

    def _named(self, username: str) -> Chat:
        for chat in self.chats.values():
            if chat.person is None and (chat.username or "").lower() == username:
                return chat
        raise refused("chat not found")

    def reachable(self, given: object, need: Access = Access.WRITE) -> Chat:
        """The chat, where the bot can reach it for what it needs.

        Raises:
            ApiError: 400 or 403, as the server words it.
        """
        chat = self.find_chat(given)
        gone = chat.person is not None and chat.person.id in self.deactivated
        access.check(chat, self.bot.id, need, deactivated=gone)
        return chat

    def present(self, chat: Chat) -> bool:
        """Whether updates from this chat reach the bot at all."""
        if chat.type == PRIVATE:
            return not chat.blocked
        return chat.holds(self.bot.id) and not chat.deleted
