"""Kills the bot again and again while people ask, and counts what came of it.

By hand, long: ``python -m tests.bot.killing --kills 200 --people 64``.
"""

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.localapi import Account, Happening, LocalApi, Message
from tests.overhttp import over_http

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # noqa: S105 - nobody's
QUESTIONS = ("/day {0}", "/day@asp_bot {0}", "what happened on day {0}?", "/outcomes", "/help")
PATIENCE = 60.0


@dataclass
class Killed:
    """How it went: what was asked, answered, answered twice, and never."""

    kills: int = 0
    asked: int = 0
    answered: int = 0
    doubled: int = 0
    statuses: set[int] = field(default_factory=set)
    unanswered: list[str] = field(default_factory=list)


class Person:
    """Asks, waits for the answer, and asks again."""

    def __init__(self, api: LocalApi, account: Account, result: Killed) -> None:
        self.api = api
        self.account = account
        self.place = api.private(account)
        self.result = result
        self.last = ""
        self.answer = asyncio.Event()

    def hears(self, message: Message) -> None:
        """Take note of what the bot says."""
        if message.sender is not self.api.bot:
            return
        if message.content == self.last:
            self.result.doubled += 1
        self.last = message.content
        self.answer.set()

    async def asks(self, until: asyncio.Event) -> None:
        """Ask until ``until``, one after the other."""
        while not until.is_set():
            question = random.choice(QUESTIONS).format(random.randint(1, 8))  # noqa: S311 - no secret
            self.answer.clear()
            self.last = ""
            self.result.asked += 1
            self.api.says(self.account, self.place, question)
            try:
                async with asyncio.timeout(PATIENCE):
                    await self.answer.wait()
                self.result.answered += 1
            except TimeoutError:
                self.result.unanswered.append(question)
                return
            await asyncio.sleep(random.uniform(0.0, 0.2))  # noqa: S311 - no secret


async def kill(kills: int, people: int, folder: Path, *, seed: int = 0) -> Killed:
    """Kill the bot so often while so many people ask; ends with one run in peace."""
    random.seed(seed)
    result = Killed()
    api = LocalApi(username="asp_bot")
    persons = [Person(api, api.person(f"P{number}"), result) for number in range(people)]
    by_chat = {each.place.id: each for each in persons}

    def happened(happening: Happening) -> None:
        if happening.message and happening.kind == "sent":
            by_chat[happening.message.chat.id].hears(happening.message)

    api.watch(happened)
    over = asyncio.Event()
    async with over_http(api) as root:
        asking = [asyncio.create_task(each.asks(over)) for each in persons]
        for _ in range(kills):
            async with _running(root, folder) as process:
                await _until_it_serves(api)
                await asyncio.sleep(random.uniform(0.0, 0.5))  # noqa: S311 - no secret
                process.kill()
                result.statuses.add(await process.wait())
                result.kills += 1
        async with _running(root, folder) as process:
            await _until_it_serves(api, always=True)
            over.set()
            await asyncio.wait(asking)
            process.terminate()
            result.statuses.add(await process.wait())
    return result


async def _until_it_serves(api: LocalApi, *, always: bool = False) -> None:
    """Wait for its first fetch; now and then for nothing, to kill it while it starts."""
    if not always and random.random() < 0.1:  # noqa: S311 - no secret
        return
    before = api.polled_at
    while api.polled_at == before:  # noqa: ASYNC110 - the API tells nobody
        await asyncio.sleep(0.01)


@asynccontextmanager
async def _running(root: str, folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = os.environ | {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": root,
        "DATABASE": str(folder / "killed.db"),
        "LOG_LEVEL": "WARNING",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def main() -> None:
    """Run it by hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--people", type=int, default=64)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        result = asyncio.run(kill(given.kills, given.people, Path(folder), seed=given.seed))
        sys.stdout.write(f"{result}\nin {time.monotonic() - began:.0f} s\n")
        sys.exit(bool(result.unanswered))


if __name__ == "__main__":
    main()
