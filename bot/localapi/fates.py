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
    SUPERGROUP,
    Place,
)
from bot.localapi.people import Account
from bot.localapi.removing import remove
from bot.localapi.standing import is_present, set_standing
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
        """Somebody brings the bot into a chat: the bot hears its standing, then the line."""
        status = ADMINISTRATOR if administrator else MEMBER
        was_there = is_present(place.chat, self.world.bot)
        set_standing(self.world, place.chat, self.world.bot, status, by)
        if place.chat.type != CHANNEL and not was_there:
            announce(self.world, place.chat, by, new_chat_members=[self.world.bot.wire()])

    def kick_bot(self, place: Place, by: Account) -> None:
        """Somebody throws the bot out; it hears its new standing."""
        set_standing(self.world, place.chat, self.world.bot, KICKED, by)

    def promote_bot(self, place: Place, by: Account, *, without: Iterable[str] = ()) -> None:
        """Somebody makes the bot an administrator, without some of the rights."""
        place.chat.bot_may_not = set(without)
        set_standing(self.world, place.chat, self.world.bot, ADMINISTRATOR, by)

    def demote_bot(self, place: Place, by: Account) -> None:
        """Somebody makes the bot a plain member."""
        set_standing(self.world, place.chat, self.world.bot, MEMBER, by)

    def mute(self, place: Place, *, muted: bool = True) -> None:
        """Members who administer nothing may not write, the bot among them (or may again)."""
        place.chat.can_send = not muted

    # -- other members

    def joins(self, person: Account, place: Place) -> None:
        """A person comes in."""
        set_standing(self.world, place.chat, person, MEMBER, by=person)
        announce(self.world, place.chat, person, new_chat_members=[person.wire()])

    def leaves(self, person: Account, place: Place) -> None:
        """A person goes."""
        set_standing(self.world, place.chat, person, LEFT, by=person)
        announce(self.world, place.chat, person, left_chat_member=person.wire())

    def promote(self, place: Place, person: Account, by: Account | None = None) -> None:
        """A person becomes an administrator."""
        set_standing(self.world, place.chat, person, ADMINISTRATOR, by=by or person)

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
        new = self.world.create(SUPERGROUP, old.title or "", status=dict(old.status))
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
