"""What Telegram shows of the bot before anyone writes to it: its menu and its descriptions."""

import asyncio
import logging
from typing import Final

from telegram import Bot, BotCommand
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot import logs
from bot.trouble import Pause, Trouble, until_answered
from data.locales.words import Words

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
_FINAL = (BadRequest, Forbidden, InvalidToken)


async def put_up(bot: Bot, words: Words, trouble: Trouble, pause: Pause = asyncio.sleep) -> None:
    """Set menu, description and short description, however long Telegram is out of reach.

    What Telegram refuses is logged and left: without a menu the bot answers all the same.
    """
    commands = [BotCommand(name, words.plain(f"menu.{name}")) for name in MENU]
    for put in (
        lambda: bot.set_my_commands(commands),
        lambda: bot.set_my_description(words.plain("about.description")),
        lambda: bot.set_my_short_description(words.plain("about.short_description")),
    ):
        try:
            await until_answered(put, trouble, pause, final=_FINAL)
        except _FINAL as error:
            logger.warning("Telegram does not take the menu or a description: %s", logs.told(error))
