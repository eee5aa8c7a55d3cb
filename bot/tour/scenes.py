"""The scenes of the tour, in order. A later feature adds its own here."""

from typing import Final

from bot.tour.steps import Asks, Looks, Picks, Scene, Sends, Taps, Tells

PRIVATE: Final = "private"
TEAM: Final = "nairobi"

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
)
