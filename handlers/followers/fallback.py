"""What no command answers: questions in plain words, unknown commands, pictures, old buttons."""

from difflib import get_close_matches

from telegram import Update

from handlers import commands
from handlers.context import Context
from handlers.followers.ask import answer_question
from handlers.refusals import Refusal

LAST_ALBUM = "last_album"


async def ask(update: Update, context: Context) -> None:
    """Take plain text as a question."""
    message = update.effective_message
    await answer_question(update, context, (message.text if message else None) or "")


async def unknown_command(update: Update, _context: Context) -> None:
    """Say in a private chat that there is no such command, with the one that is most like it."""
    message = update.effective_message
    said = (message.text if message else None) or "/"
    name = said.split(maxsplit=1)[0].split("@")[0][1:].casefold()
    begun = [each for each in commands.EVERY if name and each.startswith(name)]
    like = begun or get_close_matches(name, commands.EVERY, n=1)
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
