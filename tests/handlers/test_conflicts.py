"""The screen of a contradiction between sources."""

from tests.conversation import Conversation


async def test_each_version_stands_with_its_sources_and_what_we_go_with(ann: Conversation) -> None:
    await ann.opens("conflict:asp12:session-end")
    assert ann.text.startswith("Sources differ · When the session ended\n• 28 November (Assembly")
    assert "• 27 November (American NGO Coalition for the ICC (AMICC))" in ann.text
    assert "What we go with: 28 November" in ann.text
    assert len(ann.links) == 3


async def test_it_leads_to_the_records_that_it_is_about(ann: Conversation) -> None:
    await ann.opens("conflict:asp12:khrc-date")
    assert ann.labels[0].startswith("Publication: Statement by the Kenya")
    await ann.taps("Day: Day 6: ")
    assert ann.text.startswith("ASP 12 · Day 6 of 8")


async def test_records_that_share_a_list_share_a_button(ann: Conversation) -> None:
    await ann.opens("conflict:asp12:budget-figure")
    assert ann.labels.count("Budget") == 1
    await ann.taps("Budget")
    assert ann.text.startswith("ASP 12 · The budget\n")


async def test_one_that_is_gone_is_told_so(ann: Conversation) -> None:
    await ann.opens("conflict:asp12:gone")
    assert ann.text.startswith("What this button showed is not there any more.")
