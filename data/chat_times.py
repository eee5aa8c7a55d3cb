"""When a chat's digests come: its hour and its zone, and how people write the two together."""

from collections.abc import Iterator
from datetime import time, tzinfo
from typing import Final, NamedTuple

from data import hours, zones
from data.places import Place

MOST_WORDS: Final = 16
LONGEST_HOUR: Final = 7  # words, as in "a las 7 y 30 de la tarde"


class ChatTime(NamedTuple):
    """The hour of day at which a chat gets its digests, and the name under which its zone is kept.

    Chats with the same two get theirs at the same moments.
    """

    hour: time
    zone: str

    @property
    def tz(self) -> tzinfo:
        """The zone itself. Raises ``ValueError`` where there is none of this name."""
        return zones.of(self.zone)


class Wish(NamedTuple):
    """What somebody asked for: an hour and places; None and empty where they named none.

    Several ``places`` take a choice. ``unread`` is what could not be read, as it was written, and
    ``alike`` are places of a name like it. Nothing should be changed while something is unread.
    """

    hour: time | None = None
    places: tuple[Place, ...] = ()
    unread: str = ""
    alike: tuple[Place, ...] = ()


def read(text: str) -> Wish:
    """Return the hour and the zone that ``text`` names, in either order, each as people write it.

    ``7h30 Nairobi``, ``Addis Ababa 7 pm``, ``UTC+3``, ``19:00`` and nothing at all are wishes.
    """
    words = text.replace(";", " ").split()
    if len(words) > MOST_WORDS:
        return Wish(unread=text)
    wishes = [_wish(None, words), *(_wish(hour, rest) for hour, rest in _hours_in(words))]
    clear = [wish for wish in wishes if not wish.unread]
    if clear:
        return clear[0]
    best = wishes[1] if len(wishes) > 1 else wishes[0]
    return best._replace(alike=zones.alike(best.unread))


def _hours_in(words: list[str]) -> Iterator[tuple[time, list[str]]]:
    """Return each hour that some words beside each other name, and the rest; long ones first."""
    for length in range(min(LONGEST_HOUR, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            hour = hours.read(" ".join(words[start : start + length]).rstrip(","))
            if hour is not None:
                yield hour, words[:start] + words[start + length :]


def _wish(hour: time | None, words: list[str]) -> Wish:
    rest = " ".join(words).strip(" ,\u060c")
    found = zones.found(rest) if rest else ()
    return Wish(hour, found, unread="" if found else rest)
