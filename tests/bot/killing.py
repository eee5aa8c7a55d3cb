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
from data.store import open_store
from tests.overhttp import over_http

STORE = "killed.db"
TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # noqa: S105 - nobody's
QUESTIONS = (
    *(f"/day {number}" for number in range(1, 9)),
    *(f"what happened on day {number}?" for number in range(1, 9)),
    "/outcomes",
    "/help",
    "/states",
)
CHANGE = "/addoutcome Change {0}"
CHANGING = 8  # one of so many people is an owner, who begins a record each time
PATIENCE = 60.0


@dataclass
class Killed:
    """How it went.

    ``answered`` of those that were ``asked``; ``doubled`` answers came once more than they should,
    and ``windows`` says how long before the kill Telegram had taken the first of them, in
    seconds. Of the records that were begun, ``changes`` stand in the store.
    """

    kills: int = 0
    asked: int = 0
    answered: int = 0
    doubled: int = 0
    begun: int = 0
    changes: int = 0
    windows: list[float] = field(default_factory=list)
    statuses: set[int] = field(default_factory=set)
    unanswered: list[str] = field(default_factory=list)
    killed_at: float = 0.0


class Person:
    """Asks, waits for the answer, and asks something else."""

    def __init__(self, api: LocalApi, account: Account, result: Killed, *, changes: bool) -> None:
        self.api = api
        self.account = account
        self.place = api.private(account)
        self.result = result
        self.changes = changes
        self.known: dict[str, str] = {}
        self.question = ""
        self.answer = asyncio.Event()
        self.answered_at = 0.0

    def hears(self, message: Message) -> None:
        """Take note of what the bot says."""
        if message.sender is not self.api.bot:
            return
        expected = self.known.setdefault(self.question, message.content)
        if self.answer.is_set() or message.content != expected:
            self.result.doubled += 1
            self.result.windows.append(self.result.killed_at - self.answered_at)
            return
        self.answered_at = time.monotonic()
        self.answer.set()

    async def asks(self, until: asyncio.Event) -> None:
        """Ask until ``until``, one after the other."""
        while not until.is_set():
            if not await self.ask(self._next()):
                return
            await asyncio.sleep(random.uniform(0.0, 0.2))  # noqa: S311 - no secret

    async def ask(self, question: str) -> bool:
        """Ask, and return whether the answer came."""
        self.question = question
        self.answer.clear()
        self.result.asked += 1
        self.api.says(self.account, self.place, question)
        try:
            async with asyncio.timeout(PATIENCE):
                await self.answer.wait()
        except TimeoutError:
            self.result.unanswered.append(question)
            return False
        self.result.answered += 1
        return True

    def _next(self) -> str:
        if self.changes:
            self.result.begun += 1
            return CHANGE.format(self.result.begun)
        others = [each for each in QUESTIONS if each != self.question]
        return random.choice(others)  # noqa: S311 - no secret


async def kill(kills: int, people: int, folder: Path, *, seed: int = 0) -> Killed:
    """Kill the bot so often while so many people ask; begins and ends with a run in peace."""
    random.seed(seed)
    result = Killed()
    api = LocalApi(username="asp_bot")
    persons = [
        Person(api, api.person(f"P{number}"), result, changes=number % CHANGING == CHANGING - 1)
        for number in range(people)
    ]
    by_chat = {each.place.id: each for each in persons}
    owners = [each.account.id for each in persons if each.changes]

    def happened(happening: Happening) -> None:
        if happening.message and happening.kind == "sent":
            by_chat[happening.message.chat.id].hears(happening.message)

    api.watch(happened)
    over = asyncio.Event()
    async with over_http(api) as root:
        async with _running(root, folder, owners) as process:
            await _learn(persons)
            process.terminate()
            result.statuses.add(await process.wait())
        asking = [asyncio.create_task(each.asks(over)) for each in persons]
        for _ in range(kills):
            async with _running(root, folder, owners) as process:
                await _until_it_serves(api)
                await asyncio.sleep(random.uniform(0.0, 0.5))  # noqa: S311 - no secret
                process.kill()
                result.killed_at = time.monotonic()
                result.statuses.add(await process.wait())
                result.kills += 1
        async with _running(root, folder, owners) as process:
            await _until_it_serves(api, always=True)
            over.set()
            await asyncio.wait(asking)
            process.terminate()
            result.statuses.add(await process.wait())
    with open_store(folder / STORE) as db:
        result.changes = db.table("drafts").count
    return result


async def _learn(persons: list[Person]) -> None:
    """Let one person ask everything, so that all know the answers."""
    first = persons[0]
    for question in QUESTIONS:
        await first.ask(question)
    for each in persons:
        each.known |= first.known


async def _until_it_serves(api: LocalApi, *, always: bool = False) -> None:
    """Wait for its first fetch; now and then for nothing, to kill it while it starts."""
    if not always and random.random() < 0.1:  # noqa: S311 - no secret
        return
    before = api.polled_at
    while api.polled_at == before:  # noqa: ASYNC110 - the API tells nobody
        await asyncio.sleep(0.01)


@asynccontextmanager
async def _running(
    root: str, folder: Path, owners: list[int]
) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = os.environ | {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": root,
        "DATABASE": str(folder / STORE),
        "OWNER_IDS": ",".join(map(str, owners)),
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
        sys.exit(bool(result.unanswered) or result.changes != result.begun)


if __name__ == "__main__":
    main()
