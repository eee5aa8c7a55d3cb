"""``aspbot demo`` from its first line to its last."""

import asyncio
import sys
from datetime import UTC, datetime
from typing import TextIO

from sqlite_utils import Database

from bot.application import build
from bot.delivering import rounds_of
from bot.localapi import LocalApi
from bot.polling import polled
from bot.terminal import library
from bot.terminal.endings import ended
from bot.terminal.scene import OWNER_ID, Scene
from bot.terminal.screen import Screen
from bot.terminal.talk import Talk
from bot.terminal.writing import PlainWriter, Writer
from bot.tour.pace import AT_ONCE, STEADY, Pace
from bot.tour.playing import Player
from bot.tour.scenes import CHANNEL, SCENES, TEAM
from data.clock import SettableClock
from data.locales.words import Words
from schedules.pace import unhurried

LAST_EVENING = datetime(2013, 11, 28, 19, 30, tzinfo=UTC)
BOT = "asp_bot"


def play(output: TextIO | None = None, pace: Pace | None = None) -> int:
    """Play the tour and return the status: 0, also where the output is closed before the end.

    Without a pace it is a reader's on a terminal, and no pauses elsewhere. Nothing is kept, and
    no file is written.
    """
    target = output or sys.stdout
    chosen = pace or (STEADY if target.isatty() else AT_ONCE)
    db = library.opened(":memory:")
    try:
        return ended(lambda: asyncio.run(tour(db, target, chosen)), target)
    finally:
        db.close()


async def tour(db: Database, output: TextIO, pace: Pace) -> Player:
    """Play all scenes; the player that is returned knows which steps were passed over."""
    words, clock = Words.load(), SettableClock(LAST_EVENING)
    api = LocalApi(now=clock.now, username=BOT)
    scene = _cast(api)
    writer = _writer(output)
    screen = Screen(api, scene, writer, words, folder=None)
    application = build(request=api, db=db, clock=clock, owners={OWNER_ID})
    rounds = rounds_of(application, unhurried())
    async with polled(application):
        player = Player(Talk(api, application, scene, screen, rounds), writer, words, pace, clock)
        await player.tells("demo.hello")
        for each in SCENES:
            await player.plays(each)
        await player.tells("demo.goes_on")
    return player


def _cast(api: LocalApi) -> Scene:
    scene = Scene(api, "grace")
    team = [scene.named("amina"), scene.named("otieno")]
    scene.places[TEAM] = api.supergroup("Nairobi", owner=team[0], members=team[1:])
    scene.places[CHANNEL] = api.channel("News", bot="left", owner=scene.named("grace"))
    return scene


def _writer(output: TextIO) -> Writer:
    if not output.isatty():
        return PlainWriter(output)
    from bot.terminal.styled import StyledWriter

    return StyledWriter(output)
