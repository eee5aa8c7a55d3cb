"""Which time zone people mean."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import offsets, places, zones
from data.dates import LANGUAGES

CAPITALS = """
AD Andorra la Vella, AE Abu Dhabi, AF Kabul, AG Saint John's, AL Tirana, AM Yerevan, AO Luanda,
AR Buenos Aires, AT Vienna, AU Canberra, AZ Baku, BA Sarajevo, BB Bridgetown, BD Dhaka,
BE Brussels, BF Ouagadougou, BG Sofia, BH Manama, BI Gitega, BI Bujumbura, BJ Porto-Novo,
BN Bandar Seri Begawan, BO La Paz, BO Sucre, BR Brasilia, BS Nassau, BT Thimphu, BW Gaborone,
BY Minsk, BZ Belmopan, CA Ottawa, CD Kinshasa, CF Bangui, CG Brazzaville, CH Bern,
CI Yamoussoukro, CI Abidjan, CL Santiago, CM Yaounde, CN Beijing, CO Bogota, CR San José,
CU Havana, CV Praia, CY Nicosia, CZ Prague, DE Berlin, DJ Djibouti, DK Copenhagen, DM Roseau,
DO Santo Domingo, DZ Algiers, EC Quito, EE Tallinn, EG Cairo, ER Asmara, ES Madrid,
ET Addis Ababa, FI Helsinki, FJ Suva, FM Palikir, FR Paris, GA Libreville, GB London,
GD Saint George's, GE Tbilisi, GH Accra, GM Banjul, GN Conakry, GQ Malabo, GR Athens,
GT Guatemala City, GW Bissau, GY Georgetown, HN Tegucigalpa, HR Zagreb, HT Port-au-Prince,
HU Budapest, ID Jakarta, IE Dublin, IL Jerusalem, IN New Delhi, IQ Baghdad, IR Tehran,
IS Reykjavik, IT Rome, JM Kingston, JO Amman, JP Tokyo, KE Nairobi, KG Bishkek, KH Phnom Penh,
KI South Tarawa, KM Moroni, KN Basseterre, KP Pyongyang, KR Seoul, KW Kuwait City, KZ Astana,
LA Vientiane, LB Beirut, LC Castries, LI Vaduz, LK Colombo, LK Sri Jayawardenepura Kotte,
LR Monrovia, LS Maseru, LT Vilnius, LU Luxembourg, LV Riga, LY Tripoli, MA Rabat, MC Monaco,
MD Chisinau, ME Podgorica, MG Antananarivo, MH Majuro, MK Skopje, ML Bamako, MM Naypyidaw,
MN Ulaanbaatar, MR Nouakchott, MT Valletta, MU Port Louis, MV Male, MW Lilongwe, MX Mexico City,
MY Kuala Lumpur, MZ Maputo, NA Windhoek, NE Niamey, NG Abuja, NI Managua, NL Amsterdam,
NL The Hague, NO Oslo, NP Kathmandu, NR Yaren, NZ Wellington, OM Muscat, PA Panama City, PE Lima,
PG Port Moresby, PH Manila, PK Islamabad, PL Warsaw, PS Ramallah, PS East Jerusalem, PT Lisbon,
PW Ngerulmud, PY Asuncion, QA Doha, RO Bucharest, RS Belgrade, RS Pristina, RU Moscow, RW Kigali,
SA Riyadh, SB Honiara, SD Khartoum, SE Stockholm, SG Singapore, SI Ljubljana, SK Bratislava,
SL Freetown, SM San Marino, SN Dakar, SO Mogadishu, SR Paramaribo, SS Juba, ST Sao Tome,
SV San Salvador, SC Victoria, SY Damascus, SZ Mbabane, SZ Lobamba, TD N'Djamena, TG Lome,
TH Bangkok, TJ Dushanbe, TL Dili, TM Ashgabat, TN Tunis, TO Nuku'alofa, TR Ankara,
TT Port of Spain, TV Funafuti, TW Taipei, TZ Dodoma, UA Kyiv, UG Kampala, US Washington,
US New York, UY Montevideo, UZ Tashkent, VA Vatican City, VC Kingstown, VE Caracas, VN Hanoi,
VU Port Vila, WS Apia, YE Sanaa, ZA Pretoria, ZA Cape Town, ZM Lusaka, ZW Harare
"""
CITIES = [(each[:2], each[3:]) for each in " ".join(CAPITALS.split()).split(", ")]
SHARED = {"Victoria", "Saint John's"}  # the names of other cities too
PLACES = sorted({place for named in places.known().by_name.values() for _, place in named})
ZONES = sorted(available_timezones() - {"localtime", "Factory"})


def test_the_list_of_capitals_is_whole() -> None:
    assert len({code for code, _ in CITIES}) == 193 + 3  # the UN's members, PS, TW and VA


@pytest.mark.parametrize(("code", "city"), CITIES)
def test_every_capital_is_known_by_its_name(code: str, city: str) -> None:
    found = zones.read(city).found
    assert places.country_of(found[0].zone) == code
    assert len(found) == 1 or city in SHARED


@pytest.mark.parametrize("city", [city for _, city in CITIES])
def test_every_capital_is_known_in_four_languages(city: str) -> None:
    capital = zones.read(city).found[0]
    for language in LANGUAGES:
        found = zones.read(capital.name(language)).found
        assert capital.zone in {place.zone for place in found}
    assert any("\u0600" <= each <= "\u06ff" for each in capital.name("ar"))


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Africa/Nairobi", "Africa/Nairobi"),
        ("africa/nairobi", "Africa/Nairobi"),
        ("America/New York", "America/New_York"),
        ("america new_york", "America/New_York"),
        ("US/Eastern", "America/New_York"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("nyc", "America/New_York"),
        ("newyork", "America/New_York"),
        ("Nueva York", "America/New_York"),
        ("the hague", "Europe/Amsterdam"),
        ("Hague", "Europe/Amsterdam"),
        ("La Haye", "Europe/Amsterdam"),
        ("la haya", "Europe/Amsterdam"),
        ("لاهاي", "Europe/Amsterdam"),
        ("Den Haag", "Europe/Amsterdam"),
        ("geneve", "Europe/Zurich"),
        ("GINEBRA", "Europe/Zurich"),
        ("جنيف", "Europe/Zurich"),
        ("Vienne", "Europe/Vienna"),
        ("Viena", "Europe/Vienna"),
        ("فيينا", "Europe/Vienna"),
        ("نيروبي", "Africa/Nairobi"),
        ("Addis-Abeba", "Africa/Addis_Ababa"),
        ("Adis Abeba", "Africa/Addis_Ababa"),
        ("اديس ابابا", "Africa/Addis_Ababa"),
        ("بانكوك", "Asia/Bangkok"),
        ("Beyrouth", "Asia/Beirut"),
        ("بيروت", "Asia/Beirut"),
        ("Santiago de Chile", "America/Santiago"),
        ("سانتياغو", "America/Santiago"),
        ("Le Caire", "Africa/Cairo"),
        ("Caire", "Africa/Cairo"),
        ("القاهرة", "Africa/Cairo"),
        ("قاهره", "Africa/Cairo"),
        ("Pekin", "Asia/Shanghai"),
        ("Ciudad del Cabo", "Africa/Johannesburg"),
        ("Bogota", "America/Bogota"),
        ("Bogotá", "America/Bogota"),
        ("Kiev", "Europe/Kyiv"),
        ("Paris, France", "Europe/Paris"),
        ("Geneva Switzerland", "Europe/Zurich"),
        ("San Jose, Costa Rica", "America/Costa_Rica"),
        ("San José", "America/Costa_Rica"),
        ("عمّان", "Asia/Amman"),
        ("Kenya", "Africa/Nairobi"),
        ("Côte d'Ivoire", "Africa/Abidjan"),
        ("l\u2019Algérie", "Africa/Algiers"),
        ("المغرب", "Africa/Casablanca"),
        ("Nairobi time", "Africa/Nairobi"),
        ("heure de Paris", "Europe/Paris"),
        ("CET", "Europe/Brussels"),
        ("eat", "Africa/Nairobi"),
        ("EDT", "America/New_York"),
        ("UTC", "UTC"),
        ("gmt", "UTC"),
        ("UTC+3", "UTC+03:00"),
        ("GMT-5", "UTC-05:00"),
        ("utc \u2212 5", "UTC-05:00"),
        ("+05:30", "UTC+05:30"),
        ("+3", "UTC+03:00"),
        ("\u0663+", None),
        ("غرينتش+٣", "UTC+03:00"),
        ("Etc/GMT+3", "UTC-03:00"),
    ],
)
def test_a_zone_is_read_as_people_write_it(text: str, zone: str | None) -> None:
    place = zones.read(text).place
    assert (place and place.zone) == zone


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("san jose", ["America/Costa_Rica", "America/Los_Angeles"]),
        ("Congo", ["Africa/Kinshasa", "Africa/Lubumbashi", "Africa/Brazzaville"]),
        ("عمان", ["Asia/Amman", "Asia/Muscat"]),
        ("IST", ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]),
        ("España", ["Europe/Madrid", "Atlantic/Canary"]),
    ],
)
def test_what_may_be_several_zones_takes_a_choice(text: str, meant: list[str]) -> None:
    reading = zones.read(text)
    assert [place.zone for place in reading.found] == meant
    assert reading.place is None


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Nairobbi", "Africa/Nairobi"),
        ("New Yrok", "America/New_York"),
        ("Amsterdm", "Europe/Amsterdam"),
        ("lahaye", "Europe/Amsterdam"),
        ("Buen", "America/Argentina/Buenos_Aires"),
        ("Paris, Texas", "Europe/Paris"),
    ],
)
def test_an_unknown_place_is_answered_with_those_alike(text: str, offered: str) -> None:
    reading = zones.read(text)
    assert reading.found == ()
    assert reading.alike[0].zone == offered


@pytest.mark.parametrize(
    "text", ["", " ", "7", "7:30", "\U0001f642", "?!", "x", "+15", "+3:10", "UTC 3", "a" * 4096]
)
def test_nonsense_is_no_zone(text: str) -> None:
    assert zones.read(text) == zones.Reading()


def test_every_name_of_the_tz_database_leads_to_a_zone_with_its_hours() -> None:
    now = datetime(2026, 7, 1, tzinfo=UTC)
    offered = {name: [zones.of(place.zone) for place in zones.read(name).found] for name in ZONES}
    assert len(offered) > 500
    assert [
        name
        for name, found in offered.items()
        if _offset(ZoneInfo(name), now) not in {_offset(zone, now) for zone in found}
    ] == []


@given(st.sampled_from(PLACES), st.sampled_from(LANGUAGES), st.sampled_from(["upper", "lower"]))
def test_every_place_is_read_by_each_of_its_names(
    place: places.Place, language: str, case: str
) -> None:
    name = place.name(language).split(" (", maxsplit=1)[0]
    found = zones.read(getattr(name, case)()).found
    assert place.zone in {each.zone for each in found}


@given(st.sampled_from(PLACES))
def test_every_zone_that_may_be_chosen_is_one(place: places.Place) -> None:
    assert zones.of(place.zone).utcoffset(datetime(2026, 1, 1)) is not None  # noqa: DTZ001 - local
    assert all(zones.shown(place.zone, language) for language in LANGUAGES)


@given(st.integers(-12 * 4, 14 * 4).map(lambda quarters: quarters * timedelta(minutes=15)))
def test_an_offset_is_read_back_from_what_is_kept_and_from_what_is_shown(offset: timedelta) -> None:
    assert offsets.read(offsets.key(offset)) == offset
    assert offsets.read(offsets.shown(offset)) == offset
    place = zones.read(offsets.key(offset)).place
    assert place is not None
    assert place.zone == offsets.key(offset)
    assert zones.of(place.zone).utcoffset(None) == offset


@given(st.text())
def test_any_text_is_answered_with_places_of_different_zones(text: str) -> None:
    reading = zones.read(text)
    named = [place.zone for place in reading.found]
    assert len(named) == len(set(named))
    assert not (reading.found and reading.alike)


def test_a_zone_is_shown_by_its_city_or_by_its_distance_from_utc() -> None:
    assert [zones.shown("Africa/Cairo", language) for language in LANGUAGES] == [
        "Cairo",
        "Le Caire",
        "El Cairo",
        "القاهرة",
    ]
    assert zones.shown("UTC-05:00", "fr") == "UTC\u22125"
    assert zones.shown("Asia/Calcutta", "en") == "Kolkata"
    assert zones.shown("Asia/Hebron", "ar") == "الخليل"
    winter, summer = datetime(2013, 11, 20, tzinfo=UTC), datetime(2013, 7, 1, tzinfo=UTC)
    assert zones.distance("Europe/Amsterdam", winter) == "UTC+1"
    assert zones.distance("Europe/Amsterdam", summer) == "UTC+2"
    assert zones.distance("Asia/Kathmandu", winter) == "UTC+5:45"
    assert zones.distance("UTC", winter) == "UTC"


@pytest.mark.parametrize("name", ["", "Nowhere", "../etc/passwd", "UTC+3", "UTC+25:00", "a\0b"])
def test_an_unknown_name_of_a_zone_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is not a time zone"):
        zones.of(name)


def _offset(zone: tzinfo, moment: datetime) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()
