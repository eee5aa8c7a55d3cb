"""Race the whole bot against the bare ones, and print the ratios first."""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.edge.racing import Bot, Score, best, race
from bench.edge.sharing import shares
from bot import loops

TOKEN: Final = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # noqa: S105 - nobody's
QUESTION: Final = "How much is the budget for 2014?"
# Where the bare bots have their libraries, and nothing else: ``make bench`` installs it.
RIVALS: Final = ".venv/rivals/bin/python"
OURS, PTB, AIOGRAM = BOTS = "ours", "bare PTB", "bare aiogram"


def main() -> None:
    """Run the race; a number on the command line says how many updates each bot gets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("updates", type=int, nargs="?", default=4000)
    parser.add_argument("--rounds", type=int, default=2, help="the best of each bot counts")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bots = tuple(_bots(Path(folder)))
        with asyncio.Runner(loop_factory=loops.fastest()) as runner:
            scores = [
                runner.run(race(bot, asked, updates=given.updates, paced=500))
                for asked in ("/day 3", QUESTION)
                for _ in range(given.rounds)
                for bot in bots
            ]
            sys.stdout.write("\n".join((*_told(scores), "")))
            sys.stdout.flush()
            shared = runner.run(shares(bots[0], "/day 3", given.updates))
    sys.stdout.write("\n".join((*shared, "")))


def _bots(folder: Path) -> Iterator[Bot]:
    answers = folder / "answers.json"
    answers.write_text(json.dumps({"/day 3": "Day 3. " * 200, "question": "The budget. " * 40}))
    nothing = {"PATH": os.defpath}
    yield Bot(
        OURS,
        (sys.executable, "-m", "bot", "run"),
        nothing
        | {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": "{root}",
            "DATABASE": str(folder / "bench.db"),
        },
    )
    for name, module in ((PTB, "bare_ptb"), (AIOGRAM, "bare_aiogram")):
        bare = ("-m", f"bench.edge.{module}", TOKEN, "{root}", str(answers))
        yield Bot(name, (RIVALS, *bare), nothing)


def _told(scores: list[Score]) -> Iterator[str]:
    for asked in dict.fromkeys(each.asked for each in scores):
        mine = [each for each in scores if each.asked == asked]
        by_name = {name: best([each for each in mine if each.bot == name]) for name in BOTS}
        ours, ptb, aiogram = by_name[OURS], by_name[PTB], by_name[AIOGRAM]
        yield f"{asked}"
        yield (
            f"  updates/s: {ours.rate / ptb.rate:.2f} x {PTB},"
            f" {ours.rate / aiogram.rate:.2f} x {AIOGRAM};"
            f" start {ours.start / ptb.start:.2f} x,"
            f" memory {ours.at_first / ptb.at_first:.2f} x at the first answer and"
            f" {ours.memory / ptb.memory:.2f} x at the end {PTB}"
        )
        yield "  bot           updates/s     p50      p99   CPU/1,000   memory        start"
        for each in (ours, ptb, aiogram):
            yield (
                f"  {each.bot:12} {each.rate:9.0f} {each.half * 1000:7.1f}ms"
                f" {each.most * 1000:6.1f}ms {each.cpu:8.2f}s"
                f" {each.at_first:4.0f} to {each.memory:3.0f}MB {each.start:7.2f}s"
            )
        yield ""


if __name__ == "__main__":
    main()
