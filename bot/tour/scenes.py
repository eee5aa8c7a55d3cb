"""The scenes of the tour, in order. A later feature adds its own here."""

from datetime import UTC, datetime
from typing import Final

from bot.tour.steps import (
    Adds,
    Asks,
    Looks,
    Passes,
    Picks,
    Returns,
    Scene,
    Sends,
    Taps,
    Tells,
)

PRIVATE: Final = "private"
TEAM: Final = "nairobi"
CHANNEL: Final = "news"

SCENES: Final = (
    Scene(
        "grace",
        PRIVATE,
        (
            Tells("demo.looks_up"),
            Sends("/start"),
            Sends("/day 3"),
            Taps("day:asp12:4"),
            Tells("demo.decisions"),
            Sends("/outcomes"),
            Taps("topic:asp12:"),
            Taps("outcome:asp12:"),
            Sends("/budget"),
            Tells("demo.asks"),
            Asks("demo.question"),
            Sends("/state Kenya"),
            Sends("/search victims"),
        ),
    ),
    Scene("amina", TEAM, (Tells("demo.team"), Sends("/elections"))),
    Scene("amina", TEAM, (Tells("demo.inline"), Looks("budget"), Picks(1))),
    Scene(
        "grace",
        PRIVATE,
        (
            Tells("demo.back"),
            Returns(datetime(2013, 11, 20, 15, tzinfo=UTC)),
            Sends("/subscribe"),
        ),
    ),
    Scene("amina", TEAM, (Sends("/subscribe 7:30 Nairobi"),)),
    Scene("grace", PRIVATE, (Tells("demo.channel"), Adds(CHANNEL), Taps("subscribe:"))),
    Scene(
        "owner",
        PRIVATE,
        (
            Tells("demo.writes"),
            Returns(datetime(2013, 11, 20, 17, 30, tzinfo=UTC)),
            Asks("demo.summary"),
            Taps("publish:"),
        ),
    ),
    Scene(
        "grace",
        PRIVATE,
        (Tells("demo.arrive"), Passes(datetime(2013, 11, 29, 12, tzinfo=UTC))),
    ),
)
