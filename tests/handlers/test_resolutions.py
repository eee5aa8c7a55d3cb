"""``/resolutions`` and the screen of one resolution."""

from tests.conversation import Conversation


async def test_all_that_was_adopted_stands_with_its_symbol(ann: Conversation) -> None:
    await ann.sends("/resolutions")
    assert ann.text.startswith("ASP 12 · Resolutions\n8 were adopted.\n")
    assert "• Cooperation\n   ICC-ASP/12/Res.3\n" in ann.text
    assert "ICC-ASP/12/Res.7, Wed 27 Nov" in ann.text
    assert "\n\nSource: " in ann.text


async def test_a_resolution_leads_to_what_it_decides_and_back(ann: Conversation) -> None:
    await ann.sends("/resolutions")
    await ann.taps("Cooperation")
    assert ann.text.startswith("Cooperation\n\nVoices concern that 14 people")
    assert "Symbol: ICC-ASP/12/Res.3\nAdopted by consensus\n" in ann.text
    await ann.taps("◀ All resolutions")
    await ann.taps("Cooperation")
    await ann.taps("What it decides ▶")
    assert {"Share", "Copy"} <= set(ann.labels)


async def test_the_day_of_adoption_is_a_button_where_it_is_known(ann: Conversation) -> None:
    await ann.opens("resolution:asp12:rules")
    assert "Adopted by consensus, Wednesday 27 November 2013, day 7" in ann.text
    await ann.taps("Day 7 ▶")
    assert ann.text.startswith("ASP 12 · Day 7 of 8")


async def test_sources_that_differ_on_a_resolution_are_shown(ann: Conversation) -> None:
    await ann.opens("resolution:asp12:budget")
    assert "Sources differ · How large the budget for 2014 is" in ann.text


async def test_the_sources_of_all_stand_one_tap_away(ann: Conversation) -> None:
    await ann.sends("/resolutions")
    await ann.taps("Sources (")
    assert "https://asp.icc-cpi.int/press-releases/PR967" in ann.links
    await ann.taps("◀ Back")
    assert ann.text.startswith("ASP 12 · Resolutions")


async def test_a_resolution_that_is_gone_is_told_so(ann: Conversation) -> None:
    await ann.opens("resolution:asp12:gone")
    assert ann.text.startswith("What this button showed is not there any more.")
