"""``/pledges`` and the screen of one pledge."""

from tests.conversation import Conversation


async def test_who_gave_what_stands_without_a_sum(ann: Conversation) -> None:
    await ann.sends("/pledges")
    assert (
        "To the Trust Fund for Victims\n"
        "• Netherlands: €1 million for 2014\n"
        "• Germany: €900,000\n"
        "• United Kingdom: £300,000\n"
        "• Sweden: €3 million over 4 years\n"
    ) in ann.text
    assert "These are not added up" in ann.text


async def test_a_pledge_tells_how_it_was_announced_and_leads_to_its_state(
    ann: Conversation,
) -> None:
    await ann.sends("/pledges")
    await ann.taps("Netherlands: ")
    assert ann.text.startswith(
        "Netherlands promised €1 million for 2014 to the Trust Fund for Victims."
    )
    assert "Announced by: Frans Timmermans" in ann.text
    await ann.taps("Netherlands")
    assert ann.text.startswith("ASP 12 · Netherlands\n")


async def test_a_pledge_on_one_source_says_so_and_that_no_time_is_known(ann: Conversation) -> None:
    await ann.opens("pledge:asp12:tfv-germany")
    assert "No source says for which time." in ann.text
    assert "Rests on one good source." in ann.text


async def test_a_pledge_whose_sources_differ_shows_both(ann: Conversation) -> None:
    await ann.opens("pledge:asp12:tfv-sweden")
    assert "€3 million over 4 years" in ann.text
    assert "Sources differ · Which gift to the Trust Fund for Victims is the largest" in ann.text


async def test_a_pledge_that_is_gone_is_told_so(ann: Conversation) -> None:
    await ann.opens("pledge:asp12:gone")
    assert ann.text.startswith("What this button showed is not there any more.")
