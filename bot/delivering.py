"""Delivery put together: the rounds of ``schedules``, in the words of ``handlers``."""

from handlers.context import App
from handlers.voice import DigestVoice
from schedules.pace import Pace
from schedules.rounds import Rounds


def rounds_of(application: App, pace: Pace) -> Rounds:
    """Return what delivers through an application that is initialised by then."""
    services = application.bot_data
    voice = DigestVoice(services.db, lambda: application.bot.username)
    return Rounds(lambda: application.bot, services.db, services.clock, pace, voice)
