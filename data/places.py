"""Places by their names in four languages, and the time zone of each.

They come from ``places.toml`` and from the CLDR data within Babel, which knows the city of every
zone and the countries. Both are read at the first question and kept: some 60 ms, once.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from babel import Locale
from babel.core import get_global

from data import likeness
from data.dates import LANGUAGES

_ARTICLES: Final = "the la le les el los las l d de du des del da of and et y e"
_AROUND: Final = "a in at en au time zone timezone heure heures hora hour توقيت بتوقيت في"
_SMALL: Final = frozenset(f"{_ARTICLES} {_AROUND}".split())
_SAINT: Final = {"st": "saint", "ste": "saint", "sainte": "saint"}
_ELISION: Final = re.compile("\\b([ld])['\u2019\u02bc`](?=\\w)", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"^(?:ال)(?=\w{2})")
_ARABIC: Final = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None})
_NO_PLACES: Final = re.compile(
    r"[CEHMW][ES]T|U[CT]{2}|GMT.*|Etc/.*|Factory|Greenwich|Universal|Zulu"
)
_WORLD: Final = "001"
_NO_COUNTRIES: Final = {_WORLD, "ZZ"}


class Place(NamedTuple):
    """A city and its zone, by its tz database name; ``names`` in the order of ``LANGUAGES``."""

    zone: str
    names: tuple[str, ...]

    def name(self, language: str) -> str:
        """Return what the place is called in a language; in English where that is not known."""
        return self.names[LANGUAGES.index(language) if language in LANGUAGES else 0]


class Gazetteer(NamedTuple):
    """What is known of places: by ``key`` of a name, that name as it is written and its place.

    ``countries`` holds codes by ``key`` of a country's name, ``by_zone`` each zone's own city.
    """

    by_name: Mapping[str, tuple[tuple[str, Place], ...]]
    countries: Mapping[str, tuple[str, ...]]
    by_zone: Mapping[str, Place]


def key(text: str) -> str:
    """Return what is compared of a name: no case, accents, articles, spaces or punctuation.

    The Arabic article goes with the others, and letters that are written in two ways are one.
    """
    words = likeness.folded(_ELISION.sub(r"\1 ", text)).translate(_ARABIC).split()
    telling = [_ARTICLE.sub("", _SAINT.get(word, word)) for word in words if word not in _SMALL]
    return "".join(telling or words)


@cache
def known() -> Gazetteer:
    """Return all places; the file's names of a city go before CLDR's, and its places come first."""
    content = tomllib.loads((files("data") / "places.toml").read_text("utf-8"))
    former = _grouped((new, old) for old, new in get_global("zone_aliases").items())
    zones = {name: canonical(name) for name in _names_of_zones()}
    cities = {zone: _city(zone, former.get(zone, ())) for zone in zones.values()}
    countries = list(_countries(content["country"]))
    of_file = list(_of_file(content["place"]))
    cities |= {place.zone: place for name, place in of_file if name == cities[place.zone].names[0]}
    named = [
        *of_file,
        *((name, place) for place in cities.values() for name in place.names),
        *((name, cities[zone]) for name, _, zones in countries for zone in zones),
        *_of_abbreviations(content["abbreviations"], cities),
        *((name, cities[zone]) for name, zone in zones.items()),
    ]
    return Gazetteer(
        by_name=_grouped((key(name), (name, place)) for name, place in _short_too(named)),
        countries=_grouped((key(name), code) for name, code, _ in countries),
        by_zone=cities,
    )


def country_of(zone: str) -> str:
    """Return the code of the country that a zone belongs to, such as ``KE``; ``001`` of none."""
    return str(get_global("zone_territories").get(zone, _WORLD))


def canonical(zone: str) -> str:
    """Return the name that a zone of the tz database goes by now: Kolkata for Calcutta."""
    return str(get_global("zone_aliases").get(zone, zone))


def _of_file(entries: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Place]]:
    for entry in entries:
        place = Place(
            entry["zone"], tuple(entry.get(language, entry["en"]) for language in LANGUAGES)
        )
        for name in (*place.names, *entry.get("also", ())):
            yield name, place


def _of_abbreviations(
    zones: Mapping[str, list[str]], cities: Mapping[str, Place]
) -> Iterator[tuple[str, Place]]:
    for name, meant in zones.items():
        for zone in meant:
            yield name, cities[zone]


def _names_of_zones() -> Iterator[str]:
    """Return the names in the tz database that are neither abbreviations nor offsets."""
    for name in (files("tzdata") / "zones").read_text("ascii").split():
        if not _NO_PLACES.fullmatch(name):
            yield name


def _city(zone: str, former: Iterable[str]) -> Place:
    english = zone.rpartition("/")[2].replace("_", " ")
    names = (_exemplar(language, (zone, *former)) for language in LANGUAGES)
    return Place(zone, tuple(name or english for name in names))


def _exemplar(language: str, zones: Iterable[str]) -> str | None:
    """Return CLDR's city of a zone, which it may keep under a name that the zone no longer has."""
    cities = Locale(language).time_zones
    found = (cities[zone].get("city") for zone in zones if zone in cities)
    return next((str(city) for city in found if city), None)


def _countries(entries: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str, list[str]]]:
    """Return every name of a country, its code, and the zones to choose from."""
    special = {entry["code"]: entry for entry in entries}
    zones = get_global("territory_zones")
    for code in sorted({*zones, *special} - _NO_COUNTRIES):
        entry = special.get(code, {})
        names = (Locale(language).territories.get(code) for language in LANGUAGES)
        for name in (*names, *entry.get("also", ())):
            if name:
                yield str(name), code, entry.get("zones", zones.get(code))


def _short_too(named: Iterable[tuple[str, Place]]) -> Iterator[tuple[str, Place]]:
    """Add names without what stands behind them in brackets, as in CLDR's *Tripoli (Libye)*."""
    for name, place in dict.fromkeys(named):
        yield name, place
        if " (" in name:
            yield name.partition(" (")[0], place


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    grouped: dict[str, dict[Any, None]] = {}
    for name, value in pairs:
        grouped.setdefault(name, {})[value] = None
    return {name: tuple(values) for name, values in grouped.items()}
