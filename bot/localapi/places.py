"""Setting the scene: people, chats, who is in them, and what becomes of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.localapi.announcing import announce_topic
from bot.localapi.chats import (
    ADMINISTRATOR,
    CHANNEL,
    GENERAL,
    GROUP,
    LEFT,
    MEMBER,
    OWNER,
    PRIVATE,
    SUPERGROUP,
    Place,
    Topic,
)
from bot.localapi.messages import Message
from bot.localapi.people import Account
from bot.localapi.world import World

_GENERAL = "General"


class Places:
    """The part of ``LocalApi`` that makes and changes people and chats."""

    world: World

    def person(  # noqa: PLR0913 - an account has that many sides
        self,
        first_name: str,
        *,
        id: int | None = None,  # noqa: A002 - the Bot API's own name
        username: str | None = None,
        language_code: str | None = "en",
        last_name: str | None = None,
        is_bot: bool = False,
    ) -> Account:
        """A person with a Telegram account; ids count from 1001 in order of creation."""
        number = next(self.world.person_ids) if id is None else id
        made = Account(number, first_name, username, language_code, last_name, is_bot)
        self.world.people[number] = made
        return made

    def private(self, person: Account, *, started: bool | None = None) -> Place:
        """The private chat of a person with the bot.

        The bot may write there once the person has, or with ``started=True``.
        """
        chat = self.world.private(person)
        if started is not None:
            chat.started = started
        return Place(chat)

    def group(self, title: str, **people: Any) -> Place:
        """A basic group; see :meth:`supergroup` for the arguments."""
        return self._gathering(GROUP, title, **people)

    def supergroup(self, title: str, **people: Any) -> Place:
        """A supergroup.

        Keyword arguments: ``members``, ``administrators`` (accounts), ``owner``, ``username``,
        and ``bot``: what the bot is in it ("member", "administrator" or "left").
        """
        return self._gathering(SUPERGROUP, title, **people)

    def channel(self, title: str, *, bot: str = ADMINISTRATOR, **people: Any) -> Place:
        """A channel, which the bot administers; see :meth:`supergroup` for the arguments."""
        return self._gathering(CHANNEL, title, bot=bot, **people)

    def forum(self, title: str, topics: Iterable[str] = (), **people: Any) -> Place:
        """A supergroup with topics; "General" is there without being named."""
        place = self._gathering(SUPERGROUP, title, **people)
        place.chat.is_forum = True
        place.chat.topics[GENERAL] = Topic(GENERAL, _GENERAL)
        next(place.chat.message_ids)
        for name in topics:
            if name != _GENERAL:
                announce_topic(self.world, place.chat, name, None)
        return place

    def _gathering(  # noqa: PLR0913 - a chat has that many sides
        self,
        kind: str,
        title: str,
        *,
        members: Sequence[Account] = (),
        administrators: Sequence[Account] = (),
        owner: Account | None = None,
        username: str | None = None,
        bot: str = MEMBER,
    ) -> Place:
        chat = self.world.create(kind, title, username=username)
        chat.status |= {one.id: MEMBER for one in members}
        chat.status |= {one.id: ADMINISTRATOR for one in administrators}
        if owner is not None:
            chat.status[owner.id] = OWNER
        if bot != LEFT:
            chat.status[self.world.bot.id] = bot
        return Place(chat)

    # -- looking

    def messages(self, place: Place) -> list[Message]:
        """All that stands in a place, in order: people's and the bot's, service lines left out."""
        everywhere = place.thread_id is None and not place.chat.is_forum
        return [
            one
            for one in place.chat.messages.values()
            if not one.deleted
            and not one.service
            and (everywhere or one.thread_id == place.thread_id)
        ]

    def sent(self, place: Place) -> list[Message]:
        """What the bot has standing in a place, in order."""
        return [one for one in self.messages(place) if one.sender is self.world.bot]

    def started(self, person: Account) -> bool:
        """Whether the bot may write to a person."""
        chat = self.world.chats.get(person.id)
        return bool(chat and chat.type == PRIVATE and chat.started and not chat.blocked)
