"""``/budget``: its figures, the premises, and what people said."""

from tests.conversation import Conversation


async def test_every_figure_stands_with_who_says_so_official_ones_first(ann: Conversation) -> None:
    await ann.sends("/budget")
    official = ann.text.index("€121.6 million, according to the Assembly's press release")
    coalition = ann.text.index("€121.55 million, according to the CICC")
    press = ann.text.index("just under €122 million, according to the Institute")
    assert official < coalition < press
    assert "https://asp.icc-cpi.int/press-releases/PR967" in ann.links


async def test_what_the_sources_disagree_on_is_a_button(ann: Conversation) -> None:
    await ann.sends("/budget")
    await ann.taps("Sources differ: ")
    assert ann.text.startswith("Sources differ · How large the budget for 2014 is\n")
    assert "What we go with: " in ann.text


async def test_the_premises_stand_apart_from_the_yearly_budget(ann: Conversation) -> None:
    await ann.sends("/budget")
    assert "€184.4 million" not in ann.text
    await ann.taps("Permanent premises")
    assert "Not part of the yearly budget." in ann.text
    assert "€184.4 million" in ann.text
    await ann.taps("◀ The budget")
    assert ann.text.startswith("ASP 12 · The budget\n")


async def test_what_people_said_has_their_sources(ann: Conversation) -> None:
    await ann.sends("/budget")
    await ann.taps("What people said of it")
    assert "AMICC\nConsidered the sum barely enough" in ann.text
    assert "http://www.amicc.org/" in ann.links
    await ann.taps("Sources (3)")
    assert ann.text.startswith("Sources: ASP 12")


async def test_a_section_of_another_version_shows_the_budget(ann: Conversation) -> None:
    await ann.opens("budget:asp12:long-forgotten:7")
    assert ann.text.startswith("ASP 12 · The budget\n")


async def test_a_group_is_answered_alike(team: Conversation) -> None:
    await team.sends("/budget")
    await team.taps("Permanent premises")
    assert "€184.4 million" in team.text
