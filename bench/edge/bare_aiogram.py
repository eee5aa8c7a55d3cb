"""The least that aiogram does, with its defaults: answers from a dictionary."""

import asyncio
import json
import sys
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.types import Message


def main(token: str, root: str, answers: dict[str, str]) -> None:
    """Answer ``/day 3`` and one question until ended."""
    dispatcher = Dispatcher()

    @dispatcher.message(Command("day"))
    async def day(message: Message) -> None:
        await message.answer(answers["/day 3"])

    @dispatcher.message()
    async def ask(message: Message) -> None:
        await message.answer(answers["question"])

    session = AiohttpSession(api=TelegramAPIServer.from_base(root))
    asyncio.run(dispatcher.start_polling(Bot(token, session=session)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], json.loads(Path(sys.argv[3]).read_text()))
