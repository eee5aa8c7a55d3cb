"""What no command answers: questions in plain words, unknown commands, pictures, old buttons."""

from difflib import get_close_matches

from telegram import Message, MessageEntity, Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from handlers import commands
from handlers.context import Context
from handlers.followers.ask import answer_question
from handlers.followers.start import greet
from handlers.refusals import Refusal
from handlers.remembering import remembered

LAST_ALBUM = "last_album"


class _ToTheBot(filters.MessageFilter):
    """A reply to a message of the bot's own; a topic's first message does not count as one."""

    def filter(self, message: Message) -> bool:
        answered = message.reply_to_message
        if answered is None or answered.from_user is None or answered.forum_topic_created:
            return False
        return answered.from_user.id == message.get_bot().bot.id


@remembered
async def ask(update: Update, context: Context) -> None:
    """Take plain text as a question."""
    message = update.effective_message
    await answer_question(update, context, (message.text if message else None) or "")


async def unknown_command(update: Update, _context: Context) -> None:
    """Say in a private chat that there is no such command, with the one that is most like it."""
    message = update.effective_message
    given = message.parse_entities([MessageEntity.BOT_COMMAND]) if message else {}
    name = next(iter(given.values()), "/").split("@")[0][1:].casefold()
    like = get_close_matches(name, commands.EVERY, n=1)
    if like:
        raise Refusal("refusal.command_like", name=name, like=like[0])
    raise Refusal("refusal.command", name=name)


async def not_text(update: Update, context: Context) -> None:
    """Say in one sentence that only text is read; once for all pictures of an album."""
    message = update.effective_message
    album = message.media_group_id if message else None
    if album:
        memory, name = context.bot_data.memory, (LAST_ALBUM, context.chat)
        if memory.get(context.revision, name) == album:
            return
        memory.keep(context.revision, name, album)
    raise Refusal("refusal.media")


PRIVATE = filters.ChatType.PRIVATE
LOOKED_UP = filters.UpdateType.MESSAGES & filters.TEXT
HANDLERS = (
    MessageHandler(PRIVATE & LOOKED_UP & ~filters.COMMAND, ask),
    MessageHandler(PRIVATE & LOOKED_UP & filters.COMMAND, unknown_command),
    MessageHandler(
        filters.ChatType.GROUPS & LOOKED_UP & ~filters.COMMAND & _ToTheBot(),
        ask,
    ),
    MessageHandler(
        PRIVATE & filters.UpdateType.MESSAGE & ~filters.TEXT & ~filters.StatusUpdate.ALL, not_text
    ),
    CallbackQueryHandler(greet),
)
