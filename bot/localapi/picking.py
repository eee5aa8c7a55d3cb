"""Telegram's own chat picker: which chats it offers, and what choosing one does."""

from typing import Any

from bot.localapi.chats import ADMINISTRATOR, CHANNEL, OWNER, PRIVATE, Chat
from bot.localapi.errors import NotPossibleError
from bot.localapi.members import CHANNEL_RIGHTS, GROUP_RIGHTS, RIGHTS
from bot.localapi.people import Account
from bot.localapi.standing import set_standing
from bot.localapi.world import World

Json = dict[str, Any]


def check_choice(request: Json, who: Account, chat: Chat, bot: Account) -> None:
    """Refuse a chat that the picker would not offer for a ``KeyboardButtonRequestChat``.

    Raises:
        NotPossibleError: saying why not.
    """
    title = chat.title
    if chat.type == PRIVATE or not chat.holds(who.id):
        raise NotPossibleError(f"{who.first_name} is not in that chat")
    if bool(request["chat_is_channel"]) != (chat.type == CHANNEL):
        raise NotPossibleError(f"{title} is a {chat.type}")
    for name, actual in (
        ("chat_is_forum", chat.is_forum),
        ("chat_has_username", chat.username is not None),
    ):
        if request.get(name) is not None and request[name] != actual:
            raise NotPossibleError(f"{title} does not fit {name}")
    if request.get("chat_is_created") and chat.standing(who.id) != OWNER:
        raise NotPossibleError(f"{who.first_name} does not own {title}")
    if request.get("bot_is_member") and not chat.holds(bot.id):
        raise NotPossibleError(f"the bot is not in {title}")
    for right in _wanted(request, "user_administrator_rights"):
        if not chat.may(who.id, right):
            raise NotPossibleError(f"{who.first_name} lacks {right} in {title}")


def bring_bot(world: World, request: Json, who: Account, chat: Chat) -> None:
    """Make the bot an administrator with the rights asked for, as the app does on the way."""
    wanted = _wanted(request, "bot_administrator_rights")
    if not wanted or all(chat.may(world.bot.id, right) for right in wanted):
        return
    every = {*RIGHTS, *(CHANNEL_RIGHTS if chat.type == CHANNEL else GROUP_RIGHTS)}
    lacking = frozenset(every - wanted - {"can_manage_chat"})
    set_standing(world, chat, world.bot, ADMINISTRATOR, who, without=lacking)


def _wanted(request: Json, name: str) -> set[str]:
    rights = request.get(name) or {}
    return {right for right, needed in rights.items() if needed and right != "is_anonymous"}
