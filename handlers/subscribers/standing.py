"""Who may speak for a chat, and whether the bot may write there; read as it is at the moment."""

from telegram import ChatMember, ChatMemberAdministrator, ChatMemberRestricted
from telegram.constants import ChatMemberStatus, ChatType

_ADMINISTERS = {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR}
_OUT = {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}


def may_speak_for(member: ChatMember, chat_type: str) -> bool:
    """Tell whether a member decides what comes to a chat.

    In a group every administrator does; in a channel those who may post there.
    """
    if chat_type == ChatType.CHANNEL and isinstance(member, ChatMemberAdministrator):
        return bool(member.can_post_messages)
    return member.status in _ADMINISTERS


def is_out(member: ChatMember) -> bool:
    """Tell whether a member is none: it left, was thrown out, or never came."""
    gone = isinstance(member, ChatMemberRestricted) and not member.is_member
    return gone or member.status in _OUT


def may_write(member: ChatMember, chat_type: str) -> bool:
    """Tell whether a member who is in a chat may write there, as far as its own rights go."""
    if isinstance(member, ChatMemberRestricted):
        return bool(member.can_send_messages)
    if chat_type == ChatType.CHANNEL:
        return may_speak_for(member, chat_type)
    return True
