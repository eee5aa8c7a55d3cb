"""The menu beside the text field, which shows what a person of a role may do."""

import logging

from telegram.error import BadRequest, Forbidden

from data.roles import Role
from handlers.context import Context

logger = logging.getLogger(__name__)


async def show_menu(context: Context, user: int, role: Role | None) -> None:
    """Show a person the commands of their role; what Telegram does not take is left."""
    if context.bot_data.show_menu is None:
        return
    try:
        await context.bot_data.show_menu(context.bot, user, role)
    except (BadRequest, Forbidden) as error:
        logger.info("A menu was not shown: %s", error.message)
