"""Telegram's Bot API inside this process, and the people who use it.

The real ``Application`` of python-telegram-bot runs on it unchanged; ``aspbot chat``,
``aspbot demo`` and the tests stand on it. It checks what Telegram checks and refuses with
Telegram's own words.
"""

from bot.localapi.calls import Call
from bot.localapi.chats import Chat, Place, Topic
from bot.localapi.errors import ApiError, NotPossibleError
from bot.localapi.events import Alert, Happening, InlineAnswer
from bot.localapi.faults import Fault
from bot.localapi.files import Media, Upload
from bot.localapi.messages import Message
from bot.localapi.people import Account
from bot.localapi.server import LocalApi

__all__ = [
    "Account",
    "Alert",
    "ApiError",
    "Call",
    "Chat",
    "Fault",
    "Happening",
    "InlineAnswer",
    "LocalApi",
    "Media",
    "Message",
    "NotPossibleError",
    "Place",
    "Topic",
    "Upload",
]
