"""``aspbot chat``: the bot in a terminal, without a token or a network."""

from bot.terminal.chatting import chat
from bot.terminal.options import Options

__all__ = ["Options", "chat"]
