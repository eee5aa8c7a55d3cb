"""An answer, before it is put into words."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from data.records import Record
from data.search import Hit
from data.topics import Topic


class Lead(NamedTuple):
    """What is said first: the name of a sentence, and the facts that it takes.

    Sums are whole units with their currency apart, dates are dates, names as they are written.
    """

    name: str
    facts: Mapping[str, object] = MappingProxyType({})


class Answer(NamedTuple):
    """What the base holds for a question.

    ``record`` answers; it is None where the base does not hold the answer. ``leads`` are said
    before it. ``all`` are the records that an answer over several sums up. ``beside`` are hits to
    see as well, ``nearest`` topics that are offered instead. ``no_meeting`` is a date without a
    meeting, where that is the answer. ``closest`` is the record that is asked about, where nobody
    recorded what is asked of it.
    """

    record: Record | None = None
    leads: tuple[Lead, ...] = ()
    all: tuple[Record, ...] = ()
    beside: tuple[Hit, ...] = ()
    nearest: tuple[Topic, ...] = ()
    no_meeting: date | None = None
    closest: Hit | None = None
