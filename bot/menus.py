"""What Telegram shows of the bot before anyone writes to it: its menu and its descriptions."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot import logs
from bot.trouble import Pause, Trouble, until_answered
from data.locales.words import Words
from data.roles import Role

logger = logging.getLogger(__name__)

MENU: Final = (
    "day",
    "today",
    "days",
    "outcomes",
    "search",
    "ask",
    "budget",
    "subscribe",
    "settings",
    "help",
)
# What an editor and an owner see instead, in their private chats: again the ten most used.
MENUS: Final[dict[Role, tuple[str, ...]]] = {
    "editor": (
        "summaries",
        "addsummary",
        "correct",
        "drafts",
        "day",
        "today",
        "outcomes",
        "search",
        "settings",
        "help",
    ),
    "owner": (
        "summaries",
        "addsummary",
        "drafts",
        "editors",
        "invite",
        "delivery",
        "stats",
        "day",
        "search",
        "help",
    ),
}
_FINAL = (BadRequest, Forbidden, InvalidToken)


async def put_up(bot: Bot, words: Words, trouble: Trouble, pause: Pause = asyncio.sleep) -> None:
    """Set menu, description and short description, however long Telegram is out of reach.

    What Telegram refuses is logged and left: without a menu the bot answers all the same.
    """
    for put in (
        lambda: bot.set_my_commands(_commands(MENU, words)),
        lambda: bot.set_my_description(words.plain("about.description")),
        lambda: bot.set_my_short_description(words.plain("about.short_description")),
    ):
        try:
            await until_answered(put, trouble, pause, final=_FINAL)
        except _FINAL as error:
            logger.warning("Telegram does not take the menu or a description: %s", logs.told(error))


async def put_up_for_all(
    bot: Bot, roles: Mapping[int, Role], trouble: Trouble, pause: Pause = asyncio.sleep
) -> None:
    """Show each editor and owner the menu of their role; who never wrote to the bot is left."""
    for user, role in roles.items():
        try:
            await until_answered(partial(put_up_for, bot, user, role), trouble, pause, final=_FINAL)
        except _FINAL as error:
            logger.info("Telegram does not take the menu of a person: %s", logs.told(error))


async def put_up_for(bot: Bot, user: int, role: Role | None) -> None:
    """Show somebody the menu of a role in their private chat; None is everybody's."""
    scope = BotCommandScopeChat(user)
    if role is None:
        await bot.delete_my_commands(scope=scope)
    else:
        await bot.set_my_commands(_commands(MENUS[role], Words.load()), scope=scope)


def _commands(names: Sequence[str], words: Words) -> list[BotCommand]:
    return [BotCommand(name, words.plain(f"menu.{name}")) for name in names]
