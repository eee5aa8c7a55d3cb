"""Comings and goings: who is what in a chat, and how the bot hears of it."""

from bot.localapi.chats import LEFT, PRIVATE, Chat
from bot.localapi.members import member_wire
from bot.localapi.people import Account
from bot.localapi.world import World


def set_standing(world: World, chat: Chat, member: Account, status: str, by: Account) -> None:
    """Give a member a new standing and tell the bot: of its own, and where it may know of others'.

    The bot hears of others' only while it administers the chat (and asked for ``chat_member``).
    """
    before = member_wire(chat, member, world.bot)
    own = member == world.bot
    if chat.type == PRIVATE:
        before["status"] = "kicked" if chat.blocked else "member"
        if chat.blocked:
            before["until_date"] = 0
        chat.blocked = status == "kicked"
    else:
        chat.status[member.id] = status
    if not own and not chat.administers(world.bot.id):
        return
    after = member_wire(chat, member, world.bot, status)
    world.updates.push(
        "my_chat_member" if own else "chat_member",
        {
            "chat": chat.wire(),
            "from": by.wire(),
            "date": int(world.now().timestamp()),
            "old_chat_member": before,
            "new_chat_member": after,
        },
    )


def is_present(chat: Chat, account: Account) -> bool:
    """Whether an account is in a chat."""
    return chat.standing(account.id) not in (LEFT, "kicked")
