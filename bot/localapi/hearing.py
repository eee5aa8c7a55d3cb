"""Which messages reach the bot: all in private chats and channels, few in groups."""

from bot.localapi.chats import CHANNEL, PRIVATE
from bot.localapi.messages import Message
from bot.localapi.world import World


def tell(world: World, message: Message, *, edited: bool = False) -> None:
    """Push a person's message to the bot, where Telegram would."""
    if not hears(world, message):
        return
    kind = "channel_post" if message.chat.type == CHANNEL else "message"
    world.updates.push(f"edited_{kind}" if edited else kind, message.wire())


def hears(world: World, message: Message) -> bool:
    """The rule of privacy mode.

    In groups a bot that administers nothing hears commands (not those for other bots), replies to
    its own messages, what was sent through it, and service messages.
    """
    chat = message.chat
    if not world.present(chat):
        return False
    if chat.type in (PRIVATE, CHANNEL) or not world.privacy or chat.administers(world.bot.id):
        return True
    replied = message.reply_to is not None and message.reply_to.sender is world.bot
    through = message.via_bot == world.bot
    return bool(message.service) or replied or through or _commands(world, message)


def _commands(world: World, message: Message) -> bool:
    first = message.entities[0] if message.entities else None
    if first is None or first["type"] != "bot_command" or first["offset"] != 0:
        return False
    name = message.content[: first["length"]].partition("@")[2].lower()
    return name in ("", (world.bot.username or "").lower())
