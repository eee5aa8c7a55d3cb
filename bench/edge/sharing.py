"""Whose time it is: the bot looks up from its work some hundred times a second and says where."""

import json
import os
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
    "data/": "ours: queries and rules",
    "schedules/": "ours: delivery",
    "telegram/": "python-telegram-bot",
    "aiohttp/": "aiohttp",
    "yarl/": "aiohttp",
    "multidict/": "aiohttp",
    "sqlite_utils/": "SQLite",
    "asyncio/": "the loop",
    "uvloop/": "the loop",
    "json/": "JSON",
    "logging/": "logging",
}


async def shares(bot: Bot, asked: str, updates: int) -> list[str]:
    """Let a crowd ask a bot that watches itself, and return a line for each share."""
    with NamedTemporaryFile("r", suffix=".json") as found:
        watched = replace(
            bot,
            command=(sys.executable, "-m", "bench.edge.watched"),
            environment={**bot.environment, "WATCHED": found.name},
        )
        await race(watched, asked, updates=updates, paced=50)
        seen = Counter(json.loads(Path(found.name).read_text() or "{}"))
    return list(_told(seen, asked))


def _told(seen: Counter[str], asked: str) -> Iterator[str]:
    total = sum(seen.values()) or 1
    yield f"Whose time it is, of our bot on {asked}"
    for owner, count in seen.most_common():
        yield f"  {count / total:5.0%}  {owner}"


def owner_of(path: str) -> str | None:
    """Return who owns a source file; None for what only passes through."""
    root = f"{os.getcwd()}/"
    if path.startswith(root) and "site-packages" not in path:
        path = path.removeprefix(root)
    for part in ("site-packages/", "lib/python3"):
        _, found, behind = path.partition(part)
        if found:
            path = behind
            break
    path = path.split("/", 1)[1] if path[:1] == "." and path[1:2].isdigit() else path
    return next((owner for name, owner in OWNERS.items() if path.startswith(name)), None)
