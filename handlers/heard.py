"""What is heard beside commands and buttons, and who answers it."""

from telegram import Message
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from data.locales.words import LANGUAGES, Words
from handlers.later import named
from handlers.remembering import remembered
from handlers.subscribers.asked import asked

_PRIVATE = filters.ChatType.PRIVATE
_NEW = filters.UpdateType.MESSAGE
_LOOKED_UP = filters.UpdateType.MESSAGES & filters.TEXT
_SAID = filters.StatusUpdate
_REOPENED = _SAID.FORUM_TOPIC_REOPENED | _SAID.GENERAL_FORUM_TOPIC_UNHIDDEN


class _Cancels(filters.MessageFilter):
    """The button that puts Telegram's picker away, in any language."""

    def filter(self, message: Message) -> bool:
        words = (Words.load(each).plain("picker.cancel") for each in LANGUAGES)
        return message.text is not None and message.text in words


class _Asked(filters.MessageFilter):
    """An answer to a message of the bot's that asks for an hour or a place."""

    def filter(self, message: Message) -> bool:
        return asked(message) is not None


class _ToTheBot(filters.MessageFilter):
    """A reply to a message of the bot's own; a topic's first message does not count as one."""

    def filter(self, message: Message) -> bool:
        answered = message.reply_to_message
        if answered is None or answered.from_user is None or answered.forum_topic_created:
            return False
        return answered.from_user.id == message.get_bot().bot.id


INLINE = (InlineQueryHandler(named("handlers.followers.inline", "offer")),)
PICKED = (
    MessageHandler(_NEW & _SAID.CHAT_SHARED, named("handlers.subscribers.elsewhere", "take")),
    MessageHandler(_NEW & _PRIVATE & _Cancels(), named("handlers.subscribers.elsewhere", "cancel")),
)
# A topic that closes needs no handler: the bot may be allowed to write there all the same, and
# the next digest finds out where it is not.
COMINGS = (
    ChatMemberHandler(
        named("handlers.subscribers.membership", "stands_anew"), ChatMemberHandler.MY_CHAT_MEMBER
    ),
    MessageHandler(_NEW & _SAID.MIGRATE, named("handlers.subscribers.membership", "move")),
    MessageHandler(_NEW & _REOPENED, named("handlers.subscribers.membership", "reopen")),
)
TYPED = (
    MessageHandler(
        _NEW & filters.TEXT & ~filters.COMMAND & filters.REPLY & _Asked(),
        named("handlers.subscribers.typed", "take"),
    ),
)
_ASK = remembered(named("handlers.followers.fallback", "ask"))
REST = (
    MessageHandler(_PRIVATE & _LOOKED_UP & ~filters.COMMAND, _ASK),
    MessageHandler(
        _PRIVATE & _LOOKED_UP & filters.COMMAND,
        named("handlers.followers.fallback", "unknown_command"),
    ),
    MessageHandler(filters.ChatType.GROUPS & _LOOKED_UP & ~filters.COMMAND & _ToTheBot(), _ASK),
    MessageHandler(
        _PRIVATE & _NEW & ~filters.TEXT & ~_SAID.ALL,
        named("handlers.followers.fallback", "not_text"),
    ),
    CallbackQueryHandler(named("handlers.followers.start", "greet")),
)
