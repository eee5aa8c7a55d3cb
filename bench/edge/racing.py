"""One bot at a time: started, asked, measured, ended."""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.edge.telegram import Connection, Telegram

# So many people wait for their answer at any moment.
CROWD: Final = 200
# In the second part they come one after the other, as many in a second.
PACE: Final = 100
TICKS: Final = 100
PATIENCE: Final = 60


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot: its name, its command (``{root}`` stands for the server) and its environment."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """What was measured.

    ``rate`` is in updates a second with ``CROWD`` waiting; ``half`` and ``most`` are the 50th and
    the 99th percentile at ``PACE`` a second; ``cpu`` is for 1,000 updates. All in seconds, but
    ``memory`` (MB, after all this) and ``at_first``, which is the memory at the first answer.
    """

    bot: str
    asked: str
    rate: float
    half: float
    most: float
    cpu: float
    memory: float
    start: float
    at_first: float


def best(scores: Sequence[Score]) -> Score:
    """Return the best of several runs, each figure by itself: what disturbs only slows down."""
    return Score(
        bot=scores[0].bot,
        asked=scores[0].asked,
        rate=max(each.rate for each in scores),
        half=min(each.half for each in scores),
        most=min(each.most for each in scores),
        cpu=min(each.cpu for each in scores),
        memory=min(each.memory for each in scores),
        start=min(each.start for each in scores),
        at_first=min(each.at_first for each in scores),
    )


async def race(bot: Bot, asked: str, *, updates: int, paced: int) -> Score:
    """Start a bot, let a crowd ask ``updates`` times and then ``paced`` one by one."""
    telegram = Telegram()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(telegram), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    telegram.asks(asked)
    began = time.perf_counter()
    async with server, _running(bot, f"http://127.0.0.1:{port}") as process:
        await _answered(telegram, 1)
        start = time.perf_counter() - began
        at_first = _memory(process.pid)
        await _crowd(telegram, asked, updates // 5)  # until it is warm
        used = _cpu(process.pid)
        rate = await _crowd(telegram, asked, updates)
        cpu = (_cpu(process.pid) - used) / updates * 1000
        took = await _one_by_one(telegram, asked, paced)
        memory = _memory(process.pid)
    cuts = statistics.quantiles(took, n=100)
    return Score(bot.name, asked, rate, cuts[49], cuts[98], cpu, memory, start, at_first)


async def _crowd(telegram: Telegram, asked: str, updates: int) -> float:
    """Keep ``CROWD`` people waiting until ``updates`` are answered; return them per second."""
    left = updates - CROWD

    def next_one() -> None:
        nonlocal left
        if left > 0:
            left -= 1
            telegram.asks(asked)

    before = len(telegram.took)
    began = time.perf_counter()
    telegram.on_answer = next_one
    for _ in range(CROWD):
        telegram.asks(asked)
    await _answered(telegram, before + updates)
    telegram.on_answer = lambda: None
    return updates / (time.perf_counter() - began)


async def _one_by_one(telegram: Telegram, asked: str, paced: int) -> list[float]:
    before = len(telegram.took)
    began = time.perf_counter()
    for number in range(paced):
        telegram.asks(asked)
        await asyncio.sleep(max(0.0, began + (number + 1) / PACE - time.perf_counter()))
    await _answered(telegram, before + paced)
    return telegram.took[before:]


async def _answered(telegram: Telegram, number: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while len(telegram.took) < number:  # noqa: ASYNC110 - cheaper than to be told each time
            await asyncio.sleep(0.002)


@asynccontextmanager
async def _running(bot: Bot, root: str) -> AsyncIterator[asyncio.subprocess.Process]:
    command = [part.format(root=root) for part in bot.command]
    environment = {name: value.format(root=root) for name, value in bot.environment.items()}
    process = await asyncio.create_subprocess_exec(
        *command, env=environment, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()


def _cpu(process: int) -> float:
    """Return the seconds of processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(process: int) -> float:
    """Return the resident memory of a process in MB."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError("the process has no memory")
