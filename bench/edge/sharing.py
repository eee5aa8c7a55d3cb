"""Whose time it is: the bot looks up from its work some hundred times a second and says where."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from bench.edge.racing import Bot, race

OWNERS: Final = {
    "bot/": "ours: the edge (bot)",
    "handlers/": "ours: handlers and views",
    "data/": "ours: queries, SQLite in them, and rules",
    "schedules/": "ours: delivery",
    "telegram/": "python-telegram-bot",
    "aiohttp/": "aiohttp",
    "yarl/": "aiohttp",
    "multidict/": "aiohttp",
    "sqlite_utils/": "ours: queries, SQLite in them, and rules",
    "asyncio/": "the loop",
    "uvloop/": "the loop",
    "json/": "JSON",
    "logging/": "logging",
}
# Where the files of packages, of Python itself, and our own stand, in the order of being tried.
_FOLDERS: Final = (
    "/site-packages/",
    f"/python{sys.version_info.major}.{sys.version_info.minor}/",
    f"{Path(__file__).parents[2]}/",
)


async def shares(bot: Bot, asked: str, updates: int) -> list[str]:
    """Let a crowd ask a bot that watches itself, and return a line for each share."""
    with NamedTemporaryFile("r", suffix=".json") as found:
        watched = replace(
            bot,
            command=(sys.executable, "-m", "bench.edge.watched"),
            environment={**bot.environment, "WATCHED": found.name},
        )
        await race(watched, asked, updates=updates, paced=50)
        seen = Counter(json.loads(found.read() or "{}"))
    return list(_told(seen, asked))


def _told(seen: Counter[str], asked: str) -> Iterator[str]:
    total = sum(seen.values()) or 1
    yield f"Whose time it is, of our bot on {asked}"
    for owner, count in seen.most_common():
        yield f"  {count / total:5.0%}  {owner}"


def owner_of(path: str) -> str | None:
    """Return who owns a source file; None for what only passes through."""
    for part in _FOLDERS:
        _, found, behind = path.partition(part)
        if found:
            return next((owner for name, owner in OWNERS.items() if behind.startswith(name)), None)
    return None
