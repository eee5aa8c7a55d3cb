"""A time zone as people write it: by name, by distance from UTC, by city or country.

A zone is kept under its name in the tz database (``Africa/Nairobi``) or, where it is a distance
from UTC, under one such as ``UTC+05:30``; ``of`` knows both.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, tzinfo
from difflib import get_close_matches
from functools import cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from data import likeness, offsets, places
from data.dates import LANGUAGES
from data.places import Place

LONGEST: Final = 80
SHORTEST_BEGINNING: Final = 3
MOST_ALIKE: Final = 4


class Reading(NamedTuple):
    """What a text may mean: each place of another zone.

    ``found`` is one where the text is clear, several where it takes a choice, and empty where no
    such place is known; then ``alike`` holds places of a similar name, the most alike first.
    """

    found: tuple[Place, ...] = ()
    alike: tuple[Place, ...] = ()

    @property
    def place(self) -> Place | None:
        """The place that is meant, where that is clear."""
        return self.found[0] if len(self.found) == 1 else None


def read(text: str) -> Reading:
    """Return the places, each with its zone, that ``text`` may mean as a whole."""
    meant = found(text)
    return Reading(meant) if meant else Reading(alike=alike(text))


def found(text: str) -> tuple[Place, ...]:
    """Return the places that ``text`` names as a whole, each of another zone."""
    offset = offsets.read(text)
    if offset is not None:
        return (_at(offset),)
    if not _may_be_a_name(text):
        return ()
    return _named(text) or _in_a_country(text.replace(",", " ").split())


def alike(text: str) -> tuple[Place, ...]:
    """Return places whose names begin like ``text``, stand at its beginning or are spelt alike.

    It takes some 5 ms; ``found`` takes none.
    """
    if not _may_be_a_name(text):
        return ()
    asked = places.key(text)
    names = places.known().by_name
    near = [name for name in names if _begins(name, asked)] or _leading(text)
    near += get_close_matches(asked, names, MOST_ALIKE, likeness.ALIKE)
    return _of_other_zones(place for name in near for _, place in names[name])[:MOST_ALIKE]


@cache
def of(name: str) -> tzinfo:
    """Return the zone that is kept under ``name``.

    Raises:
        ValueError: there is no such zone.
    """
    fixed = offsets.zone(name)
    if fixed is not None:
        return fixed
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f'"{name}" is not a time zone such as "Europe/Amsterdam"') from error


def shown(name: str, language: str) -> str:
    """Return what the zone kept under ``name`` is called: its city in a language, or UTC+3."""
    offset = offsets.read(name)
    if offset is not None:
        return offsets.shown(offset)
    city = places.known().by_zone.get(places.canonical(name))
    return city.name(language) if city else name.rpartition("/")[2].replace("_", " ")


def distance(name: str, moment: datetime) -> str:
    """Return how far from UTC the zone kept under ``name`` is at ``moment``: UTC+5:30."""
    return offsets.shown(moment.astimezone(of(name)).utcoffset() or timedelta(0))


def _may_be_a_name(text: str) -> bool:
    return len(text) <= LONGEST and any(each.isalpha() for each in text)


def _at(offset: timedelta) -> Place:
    return Place(offsets.key(offset), (offsets.shown(offset),) * len(LANGUAGES))


def _named(text: str) -> tuple[Place, ...]:
    """Return the places of this name; typed with accents, those that are written with just them."""
    named = places.known().by_name.get(places.key(text), ())
    spelt = [place for name, place in named if _spelt(name) == _spelt(text)]
    return _of_other_zones(spelt if spelt and _accented(text) else [place for _, place in named])


def _in_a_country(words: Sequence[str]) -> tuple[Place, ...]:
    """Return the places that the first of ``words`` name, in the country that the rest names."""
    for cut in range(1, len(words)):
        codes = places.known().countries.get(places.key(" ".join(words[cut:])), ())
        within = [
            place
            for place in _named(" ".join(words[:cut]))
            if places.country_of(place.zone) in codes
        ]
        if within:
            return tuple(within)
    return ()


def _begins(name: str, asked: str) -> bool:
    return len(asked) >= SHORTEST_BEGINNING and name.startswith(asked)


def _leading(text: str) -> list[str]:
    words = text.replace(",", " ").split()
    beginnings = (places.key(" ".join(words[:cut])) for cut in range(len(words) - 1, 0, -1))
    return [each for each in beginnings if each in places.known().by_name][:1]


def _of_other_zones(those: Iterable[Place]) -> tuple[Place, ...]:
    zones: dict[str, Place] = {}
    for place in those:
        zones.setdefault(place.zone, place)
    return tuple(zones.values())


def _spelt(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.casefold().split()))


def _accented(text: str) -> bool:
    return any(unicodedata.combining(each) for each in unicodedata.normalize("NFD", text))
