"""The least that python-telegram-bot does, with its defaults: answers from a dictionary."""

import json
import sys
from pathlib import Path

from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes, MessageHandler, filters

Context = ContextTypes.DEFAULT_TYPE


def main(token: str, root: str, answers: dict[str, str]) -> None:
    """Answer ``/day 3`` and one question until ended."""

    async def day(update: Update, _context: Context) -> None:
        await update.message.reply_text(answers["/day 3"])  # type: ignore[union-attr]  # it has one

    async def ask(update: Update, _context: Context) -> None:
        await update.message.reply_text(answers["question"])  # type: ignore[union-attr]  # it has one

    application = Application.builder().token(token).base_url(f"{root}/bot").build()
    application.add_handler(CommandHandler("day", day))
    application.add_handler(MessageHandler(filters.TEXT, ask))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], json.loads(Path(sys.argv[3]).read_text()))
