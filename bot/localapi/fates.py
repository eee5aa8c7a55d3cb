"""What becomes of chats: renamed, muted, deleted, grown; their topics closed and gone."""

from bot.localapi.announcing import announce, announce_topic
from bot.localapi.chats import GROUP, SUPERGROUP, Place
from bot.localapi.people import Account
from bot.localapi.removing import remove
from bot.localapi.world import World


class Fates:
    """The part of ``LocalApi`` that changes chats."""

    world: World

    def mute(self, place: Place, *, muted: bool = True) -> None:
        """Members who administer nothing may not write, the bot among them (or may again).

        The bot hears nothing of it.
        """
        place.chat.can_send = not muted

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
