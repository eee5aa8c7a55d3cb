"""Comings and goings: who is what in a chat, and how the bot hears of it."""

from bot.localapi.chats import ADMINISTRATOR, PRIVATE, Chat
from bot.localapi.members import member_wire
from bot.localapi.people import Account
from bot.localapi.world import World


def set_standing(  # noqa: PLR0913 - a standing has that many sides
    world: World,
    chat: Chat,
    member: Account,
    status: str,
    by: Account,
    *,
    without: frozenset[str] = frozenset(),
    anonymous: bool = False,
) -> None:
    """Give a member a new standing and tell the bot: of its own, and where it may know of others'.

    ``without`` are rights that an administrator does not get. The bot hears of others' standing
    only while it administers the chat (and asked for ``chat_member``).
    """
    own = member == world.bot
    before = member_wire(chat, member, _private(chat))
    if chat.type == PRIVATE:
        chat.blocked = status == "kicked"
    else:
        chat.status[member.id] = status
        chat.taken[member.id] = set(without) if status == ADMINISTRATOR else set()
        (chat.anonymous.add if anonymous else chat.anonymous.discard)(member.id)
    if not own and not chat.administers(world.bot.id):
        return
    world.updates.push(
        "my_chat_member" if own else "chat_member",
        {
            "chat": chat.wire(),
            "from": by.wire(),
            "date": int(world.now().timestamp()),
            "old_chat_member": before,
            "new_chat_member": member_wire(chat, member, status),
        },
    )


def _private(chat: Chat) -> str | None:
    """How the bot stands in a private chat; ``None`` for others, which know by themselves."""
    if chat.type != PRIVATE:
        return None
    return "kicked" if chat.blocked else "member"
