"""What the bot may do in a chat, and the words in which the server refuses the rest."""

from enum import Enum, auto

from bot.localapi.chats import CHANNEL, GENERAL, GROUP, KICKED, PRIVATE, RESTRICTED, Chat
from bot.localapi.errors import forbidden, refused


class Access(Enum):
    """What a call needs: to look at the chat, at its members, to change a message, to write."""

    READ = auto()
    MEMBERS = auto()
    EDIT = auto()
    WRITE = auto()

    @property
    def changes(self) -> bool:
        """Whether anything is to be changed."""
        return self in (Access.EDIT, Access.WRITE)


def check(chat: Chat, bot_id: int, need: Access, *, deactivated: bool = False) -> None:
    """Refuse where the bot cannot reach the chat.

    Raises:
        ApiError: 403, or 400 with ``migrate_to_chat_id``.
    """
    if chat.type == PRIVATE:
        if need.changes:
            _check_person(chat, deactivated=deactivated)
    elif chat.type == GROUP:
        _check_group(chat, bot_id, need)
    else:
        _check_supergroup(chat, bot_id, need)


def _check_person(chat: Chat, *, deactivated: bool) -> None:
    if deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def _check_group(chat: Chat, bot_id: int, need: Access) -> None:
    """A basic group can still be looked at by who is out of it; its members cannot."""
    if need in (Access.WRITE, Access.MEMBERS):
        if chat.migrated_to is not None:
            raise refused(
                "group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": chat.migrated_to.id},
            )
        if chat.deleted:
            raise forbidden("the group chat was deleted")
    if need is not Access.READ:
        _check_membership(chat, bot_id)


def _check_supergroup(chat: Chat, bot_id: int, need: Access) -> None:
    """Supergroups and channels; the public ones can be looked at from outside."""
    if chat.deleted:
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if need.changes or chat.username is None or chat.standing(bot_id) == KICKED:
        _check_membership(chat, bot_id)


def _check_membership(chat: Chat, bot_id: int) -> None:
    if chat.standing(bot_id) == KICKED:
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if not chat.holds(bot_id):
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def check_thread(chat: Chat, thread_id: int | None) -> None:
    """Refuse a topic that is not there; the general one is reached by naming none.

    Raises:
        ApiError: 400, as the server words it.
    """
    if thread_id is not None and (thread_id == GENERAL or thread_id not in chat.topics):
        raise refused("message thread not found")


def check_writing(chat: Chat, bot_id: int, what: str, thread_id: int | None) -> None:
    """Refuse where the bot may not send ``what`` ("text messages", "photos", …).

    Raises:
        ApiError: 400, as the server words it.
    """
    if chat.type == CHANNEL and not chat.may(bot_id, "can_post_messages"):
        raise refused("need administrator rights in the channel chat")
    powerful = chat.administers(bot_id)
    if not powerful and (not chat.can_send or chat.standing(bot_id) == RESTRICTED):
        raise refused(f"not enough rights to send {what} to the chat")
    topic = chat.topics.get(GENERAL if thread_id is None else thread_id)
    if topic is not None and topic.closed and not chat.may(bot_id, "can_manage_topics"):
        raise refused("TOPIC_CLOSED")
