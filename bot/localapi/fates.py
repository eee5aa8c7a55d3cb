"""What becomes of chats and people: blocked, thrown out, promoted, migrated, closed, deleted."""

from collections.abc import Iterable

from bot.localapi.announcing import announce, announce_topic
from bot.localapi.chats import (
    ADMINISTRATOR,
    CHANNEL,
    GROUP,
    KICKED,
    LEFT,
    MEMBER,
    RESTRICTED,
    SUPERGROUP,
    Place,
)
from bot.localapi.people import Account
from bot.localapi.removing import remove
from bot.localapi.standing import set_standing
from bot.localapi.world import World


class Fates:
    """The part of ``LocalApi`` that changes chats and who is what in them."""

    world: World

    # -- the bot's standing

    def block(self, person: Account) -> None:
        """The person blocks the bot, which hears of it."""
        set_standing(self.world, self.world.private(person), self.world.bot, KICKED, by=person)

    def unblock(self, person: Account) -> None:
        """The person lets the bot write again, which hears of it."""
        chat = self.world.private(person)
        chat.started = True
        set_standing(self.world, chat, self.world.bot, MEMBER, by=person)

    def deactivate(self, person: Account) -> None:
        """The person's account is gone."""
        self.world.deactivated.add(person.id)

    def add_bot(self, place: Place, by: Account, *, administrator: bool = False) -> None:
        """Somebody brings the bot into a chat: the bot hears its standing, then the line.

        In a channel a bot is an administrator or nothing.
        """
        channel = place.chat.type == CHANNEL
        was_there = place.chat.holds(self.world.bot.id)
        status = ADMINISTRATOR if administrator or channel else MEMBER
        set_standing(self.world, place.chat, self.world.bot, status, by)
        if not channel and not was_there:
            announce(self.world, place.chat, by, new_chat_members=[self.world.bot.wire()])

    def kick_bot(self, place: Place, by: Account) -> None:
        """Somebody throws the bot out; it hears its new standing."""
        set_standing(self.world, place.chat, self.world.bot, KICKED, by)

    def promote_bot(self, place: Place, by: Account, *, without: Iterable[str] = ()) -> None:
        """Somebody makes the bot an administrator, without some of the rights."""
        lacking = frozenset(without)
        set_standing(self.world, place.chat, self.world.bot, ADMINISTRATOR, by, without=lacking)

    def demote_bot(self, place: Place, by: Account) -> None:
        """Somebody makes the bot a plain member; in a channel that puts it out."""
        status = LEFT if place.chat.type == CHANNEL else MEMBER
        set_standing(self.world, place.chat, self.world.bot, status, by)

    def restrict_bot(self, place: Place, by: Account) -> None:
        """Somebody takes from the bot alone the right to write; it hears of it."""
        set_standing(self.world, place.chat, self.world.bot, RESTRICTED, by)

    def mute(self, place: Place, *, muted: bool = True) -> None:
        """Members who administer nothing may not write, the bot among them (or may again).

        The bot hears nothing of it.
        """
        place.chat.can_send = not muted

    # -- other members

    def joins(self, person: Account, place: Place) -> None:
        """A person comes in."""
        set_standing(self.world, place.chat, person, MEMBER, by=person)
        if place.chat.type != CHANNEL:
            announce(self.world, place.chat, person, new_chat_members=[person.wire()])

    def leaves(self, person: Account, place: Place) -> None:
        """A person goes."""
        set_standing(self.world, place.chat, person, LEFT, by=person)
        if place.chat.type != CHANNEL:
            announce(self.world, place.chat, person, left_chat_member=person.wire())

    def promote(
        self,
        place: Place,
        person: Account,
        by: Account | None = None,
        *,
        without: Iterable[str] = (),
        anonymous: bool = False,
    ) -> None:
        """A person becomes an administrator, without some rights, or one who stays unnamed."""
        set_standing(
            self.world,
            place.chat,
            person,
            ADMINISTRATOR,
            by or person,
            without=frozenset(without),
            anonymous=anonymous,
        )

    def demote(self, place: Place, person: Account, by: Account | None = None) -> None:
        """A person becomes a plain member."""
        set_standing(self.world, place.chat, person, MEMBER, by=by or person)

    # -- what becomes of chats

    def rename(self, place: Place, title: str, by: Account) -> None:
        """A group gets another title."""
        place.chat.title = title
        announce(self.world, place.chat, by, new_chat_title=title)

    def delete_chat(self, place: Place) -> None:
        """A group or channel is gone for good."""
        place.chat.deleted = True

    def migrate(self, place: Place, by: Account | None = None) -> Place:
        """A basic group becomes a supergroup, with another id, which is returned.

        Raises:
            ValueError: for anything but a basic group.
        """
        old = place.chat
        if old.type != GROUP:
            raise ValueError(f"{old.title} is a {old.type}")
        new = self.world.create(
            SUPERGROUP,
            old.title or "",
            status=dict(old.status),
            taken=dict(old.taken),
            anonymous=set(old.anonymous),
        )
        announce(self.world, old, by, migrate_to_chat_id=new.id)
        old.migrated_to = new
        announce(self.world, new, by, migrate_from_chat_id=old.id)
        return Place(new)

    def open_topic(self, place: Place, name: str, by: Account) -> Place:
        """Somebody opens a topic in a forum."""
        return Place(place.chat, announce_topic(self.world, place.chat, name, by).id)

    def close_topic(self, place: Place, by: Account | None = None) -> None:
        """A topic is closed: only administrators write there."""
        place.topic_state.closed = True
        announce(self.world, place.chat, by, thread_id=place.thread_id, forum_topic_closed={})

    def reopen_topic(self, place: Place, by: Account | None = None) -> None:
        """A closed topic is opened again."""
        place.topic_state.closed = False
        announce(self.world, place.chat, by, thread_id=place.thread_id, forum_topic_reopened={})

    def delete_topic(self, place: Place) -> None:
        """A topic goes, with all its messages; the bot hears nothing.

        Raises:
            ValueError: for the general topic, which stays.
        """
        if place.thread_id is None:
            raise ValueError("the general topic cannot be deleted")
        for message in place.chat.messages.values():
            if message.thread_id == place.thread_id:
                remove(self.world, message)
        del place.chat.topics[place.thread_id]
