"""Who may write where: what an app lets a person do, and in whose name it is posted."""

from bot.localapi.chats import CHANNEL, GENERAL, KICKED, PRIVATE, RESTRICTED, Chat, Place, Topic
from bot.localapi.errors import NotPossibleError
from bot.localapi.people import ANONYMOUS_ADMINISTRATOR, BEHIND_A_CHANNEL, Account
from bot.localapi.world import World


def check_entry(world: World, who: Account, place: Place) -> None:
    """Refuse what an app would not let a person do.

    Raises:
        NotPossibleError: saying who may not write, and why.
    """
    name, chat = who.first_name, place.chat
    if who.id in world.deactivated:
        raise NotPossibleError(f"{name} has no account any more")
    if chat.type == PRIVATE:
        if chat.person != who:
            raise NotPossibleError(f"that is not {name}'s private chat")
        if chat.blocked:
            raise NotPossibleError(f"{name} has blocked the bot; unblock it first")
        return
    if chat.deleted or chat.migrated_to is not None:
        raise NotPossibleError(f"{chat.title} is no more")
    if chat.standing(who.id) == KICKED:
        raise NotPossibleError(f"{name} was thrown out of {chat.title}")
    if chat.type == CHANNEL and not chat.may(who.id, "can_post_messages"):
        raise NotPossibleError(f"{name} only reads {chat.title}")
    topic = chat.topics.get(GENERAL if place.thread_id is None else place.thread_id)
    if topic is None and place.thread_id is not None:
        raise NotPossibleError("the topic is gone")
    if not chat.administers(who.id):
        _check_member(who, chat, topic)


def _check_member(who: Account, chat: Chat, topic: Topic | None) -> None:
    if not chat.can_send or chat.standing(who.id) == RESTRICTED:
        raise NotPossibleError(f"{who.first_name} may not write in {chat.title}")
    if topic is not None and topic.closed:
        raise NotPossibleError(f"the topic {topic.name} is closed")


def sign(who: Account, place: Place, sender_chat: Place | None) -> Account:
    """The account that a message comes from: the person's, or Telegram's own behind a chat."""
    if sender_chat is None:
        return who
    return ANONYMOUS_ADMINISTRATOR if sender_chat.chat is place.chat else BEHIND_A_CHANNEL
