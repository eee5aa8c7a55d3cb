"""A member's standing in the Bot API's own form."""

from typing import Any

from bot.localapi.chats import (
    ADMINISTRATOR,
    CHANNEL,
    KICKED,
    MEMBER,
    OWNER,
    PRIVATE,
    RESTRICTED,
    Chat,
)
from bot.localapi.people import Account

Json = dict[str, Any]
RIGHTS = (
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
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")
GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics")
_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
    "can_react_to_messages",
)


def member_wire(chat: Chat, person: Account, status: str | None = None) -> Json:
    """The Bot API's ``ChatMember`` of a person, with ``status`` in place of the present one."""
    standing = status or (MEMBER if chat.type == PRIVATE else chat.standing(person.id))
    base: Json = {"status": standing, "user": person.wire()}
    if standing == OWNER:
        return {**base, "is_anonymous": person.id in chat.anonymous}
    if standing == ADMINISTRATOR:
        return {**base, **_administrator(chat, person)}
    if standing == RESTRICTED:
        return {**base, **dict.fromkeys(_PERMISSIONS, False), "is_member": True, "until_date": 0}
    return {**base, "until_date": 0} if standing == KICKED else base


def _administrator(chat: Chat, person: Account) -> Json:
    names = RIGHTS + (CHANNEL_RIGHTS if chat.type == CHANNEL else GROUP_RIGHTS)
    taken = chat.taken.get(person.id, set())
    return {
        "can_be_edited": False,
        "is_anonymous": person.id in chat.anonymous,
        **{name: name not in taken for name in names},
    }
