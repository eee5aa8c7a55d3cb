"""Who runs this bot, and what they decided for it."""

from datetime import time
from typing import Final, NamedTuple

Time = time  # a field called time would hide the type of that name

SEVEN_IN_THE_EVENING: Final = time(19)


class Operator(NamedTuple):
    """Who runs this bot, and what holds where a chat chose nothing.

    ``name`` and ``contact`` are for ``/privacy``, None where they were not given. A new chat gets
    its digests at ``time`` in ``zone``, None for the venue's. ``backups`` is how many nightly
    copies of the store stay, 0 where none are made.
    """

    name: str | None = None
    contact: str | None = None
    zone: str | None = None
    time: Time = SEVEN_IN_THE_EVENING
    backups: int = 0
