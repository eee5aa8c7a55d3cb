"""Delivery put together: the rounds of ``schedules``, in the words of ``handlers``."""

import asyncio
from pathlib import Path
from typing import NamedTuple

from bot.hearing import Hearing
from bot.limiter import ReplyLimiter
from data import roles
from handlers.context import App
from handlers.voice import DigestVoice
from schedules import checkpoints, housekeeping
from schedules.pace import Pace
from schedules.rounds import Rounds
from schedules.waking import Waker


def rounds_of(application: App, pace: Pace) -> Rounds:
    """Return what delivers through an application that is initialised by then."""
    services = application.bot_data
    voice = DigestVoice(services.db, lambda: application.bot.username)
    return Rounds(
        lambda: application.bot,
        services.db,
        services.clock,
        pace,
        voice,
        lambda: roles.reminded(services.db, services.owners),
    )


class Nights(NamedTuple):
    """Where a copy of the store goes every night, and how many of them stay."""

    folder: Path
    keep: int


async def deliver(
    application: App, rounds: Rounds, hearing: Hearing, nights: Nights | None = None
) -> None:
    """Deliver until cancelled, from the first fetch of updates on; and keep house at night.

    Whoever has heard nothing yet may be the second to serve this bot, and must send nothing.
    """
    await hearing.begun()
    services = application.bot_data
    waker = Waker(application.job_queue, services.clock)
    services.wake = waker.ring
    if application.job_queue is not None:
        jobs, db, clock = application.job_queue, services.db, services.clock
        housekeeping.schedule(jobs, db, clock)
        if nights is not None:
            from schedules import backups

            backups.schedule(jobs, db, clock, nights.folder, nights.keep)
    async with asyncio.TaskGroup() as group:
        group.create_task(checkpoints.go_on(services.db))
        group.create_task(rounds.goes_on(waker))


def pace_of(application: App) -> Pace:
    """Return the account that an application's replies are put on."""
    limiter = application.bot.rate_limiter
    if not isinstance(limiter, ReplyLimiter):
        raise TypeError("the application was built without an account of what it sends")
    return limiter.pace
