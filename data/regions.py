"""The parts of the world, and the cities whose clocks can be chosen there."""

from typing import Final

from data import likeness, places
from data.places import Place

# By the beginning of a zone's name in the tz database.
_PARTS: Final = {
    "africa": ("Africa",),
    "america": ("America",),
    "asia": ("Asia",),
    "europe": ("Europe",),
    "oceania": ("Australia", "Pacific"),
    "islands": ("Atlantic", "Indian", "Antarctica", "Arctic"),
}
EVERY: Final = tuple(_PARTS)


def cities(region: str, language: str) -> list[Place]:
    """Return one city for each zone of a region, by their names in a language."""
    beginnings = _PARTS.get(region, ())
    found = [
        place
        for zone, place in places.known().by_zone.items()
        if zone.partition("/")[0] in beginnings
    ]
    return sorted(found, key=lambda place: likeness.folded(place.name(language)))
