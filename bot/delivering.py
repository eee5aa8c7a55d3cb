"""Delivery put together: the rounds of ``schedules``, in the words of ``handlers``."""

import asyncio

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


async def deliver(application: App, rounds: Rounds, hearing: Hearing) -> None:
    """Deliver until cancelled, from the first fetch of updates on.

    Whoever has heard nothing yet may be the second to serve this bot, and must send nothing.
    """
    await hearing.begun()
    services = application.bot_data
    waker = Waker(application.job_queue, services.clock)
    services.wake = waker.ring
    if application.job_queue is not None:
        housekeeping.schedule(application.job_queue, services.db, services.clock)
    async with asyncio.TaskGroup() as group:
        group.create_task(checkpoints.go_on(services.db))
        group.create_task(rounds.goes_on(waker))


def pace_of(application: App) -> Pace:
    """Return the account that an application's replies are put on."""
    limiter = application.bot.rate_limiter
    if not isinstance(limiter, ReplyLimiter):
        raise TypeError("the application was built without an account of what it sends")
    return limiter.pace
