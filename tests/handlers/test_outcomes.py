"""``/outcomes``."""

from tests.conversation import Conversation


async def test_topics_lead_to_outcomes_and_an_outcome_has_its_source(ann: Conversation) -> None:
    await ann.sends("/outcomes")
    await ann.taps("Elections")
    await ann.taps("Geoffrey Henderson")
    assert "98 votes" in ann.text
    assert "Saturday 23 November 2013, day 4" in ann.text
    await ann.taps("Sources (")
    assert "https://asp.icc-cpi.int/press-releases/PR963" in ann.links


async def test_a_topic_is_found_by_its_name(ann: Conversation) -> None:
    await ann.sends("/outcomes victims")
    assert ann.text.startswith("ASP 12 · ")
    assert "First plenary debate on victims" in "".join(ann.labels) or "ictims" in ann.text


async def test_an_unknown_topic_gets_the_list_of_topics(ann: Conversation) -> None:
    await ann.sends("/outcomes penguins")
    assert ann.text.startswith("There is no topic “penguins”.")


async def test_an_outcome_can_be_shared_and_copied(ann: Conversation) -> None:
    await ann.sends("/start asp12-o-judge-election")
    buttons = {each["text"]: each for row in ann.last.keyboard for each in row}
    assert "start%3Dasp12-o-judge-election" in buttons["Share"]["url"]
    assert len(buttons["Copy"]["copy_text"]["text"]) <= 256


async def test_sources_that_differ_are_both_shown(ann: Conversation) -> None:
    await ann.sends("/start asp12-o-budget-2014")
    assert "Sources differ" in ann.text
    assert "121.55 million" in ann.text
    assert "121.6 million" in ann.text


async def test_a_button_of_what_is_gone_gets_a_fresh_answer(ann: Conversation) -> None:
    await ann.sends("/start")
    ann.api.taps(ann.person, ann.last, "outcome:asp12:long-forgotten", stale=True)
    await ann.api.settled(ann.application)
    assert ann.text.startswith("What this button showed is not there any more.")
    assert ann.labels
