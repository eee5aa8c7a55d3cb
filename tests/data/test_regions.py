"""The parts of the world, and their cities."""

from data import likeness, places, regions


def test_every_zone_that_has_a_city_is_in_one_part_of_the_world() -> None:
    zones = [place.zone for region in regions.EVERY for place in regions.cities(region, "en")]
    assert sorted(zones) == sorted(places.known().by_zone)


def test_cities_stand_by_their_names_whatever_their_accents() -> None:
    names = [place.name("en") for place in regions.cities("america", "en")]
    assert names == sorted(names, key=likeness.folded)
    assert names.index("Asunción") < names.index("Atikokan")


def test_another_part_of_the_world_has_none() -> None:
    assert regions.cities("moon", "en") == []
