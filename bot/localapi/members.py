"""A member's standing in the Bot API's own form."""

from typing import Any

from bot.localapi.chats import ADMINISTRATOR, KICKED, MEMBER, OWNER, PRIVATE, Chat
from bot.localapi.people import Account

Json = dict[str, Any]
_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")
_GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics")


def member_wire(chat: Chat, person: Account, bot: Account, status: str | None = None) -> Json:
    """The Bot API's ``ChatMember`` of a person, with ``status`` in place of the present one."""
    standing = status or (MEMBER if chat.type == PRIVATE else chat.standing(person.id))
    base: Json = {"status": standing, "user": person.wire()}
    if standing == OWNER:
        return {**base, "is_anonymous": False}
    if standing == ADMINISTRATOR:
        own = person == bot
        names = _RIGHTS + (_CHANNEL_RIGHTS if chat.type == "channel" else _GROUP_RIGHTS)
        taken = chat.bot_may_not if own else set()
        return {
            **base,
            "can_be_edited": False,
            "is_anonymous": False,
            **{name: name not in taken for name in names},
        }
    return {**base, "until_date": 0} if standing == KICKED else base
