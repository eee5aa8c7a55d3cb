"""``/state`` and the screens of statements."""

import pytest

from tests.conversation import Conversation


async def test_a_state_shows_what_it_gave_with_a_source(ann: Conversation) -> None:
    await ann.sends("/state Netherlands")
    assert ann.text.startswith("ASP 12 · Netherlands\n")
    assert "€1 million" in ann.text
    assert ann.links


@pytest.mark.parametrize("name", ["netherlands", "NETHERLANDS", "the Netherlands", "nl", "Dutch"])
async def test_a_name_is_known_however_it_is_written(ann: Conversation, name: str) -> None:
    await ann.sends(f"/state {name}")
    assert ann.text.startswith("ASP 12 · Netherlands\n")


async def test_accents_do_not_matter(ann: Conversation) -> None:
    await ann.sends("/state cote divoire")
    assert ann.text.startswith("ASP 12 · Côte d")


async def test_several_states_are_offered(ann: Conversation) -> None:
    await ann.sends("/state united")
    assert {"United Kingdom", "United States"} <= set(ann.labels)
    await ann.taps("United Kingdom")
    assert ann.text.startswith("ASP 12 · United Kingdom\n")


async def test_a_candidate_who_was_not_elected_is_told(ann: Conversation) -> None:
    await ann.sends("/state Uruguay")
    assert "Leslie Van Rompaey" in ann.text


@pytest.mark.parametrize("name", ["Atlantis", "🙂", "<b>", "K" * 4000])
async def test_an_unknown_state_gets_a_sentence_and_all_states(
    ann: Conversation, name: str
) -> None:
    await ann.sends(f"/state {name}")
    assert ann.text.startswith(f"I know nothing of a state called “{name[:20]}")
    await ann.taps("All states")
    assert ann.text.startswith("ASP 12 · States\n")


async def test_a_misspelt_state_is_offered_not_answered(ann: Conversation) -> None:
    await ann.sends("/state Kenyya")
    assert ann.labels == ["Kenya", "All states"]


async def test_all_states_stand_on_pages(ann: Conversation) -> None:
    await ann.sends("/state")
    first = ann.labels
    await ann.taps("Page 2 of")
    assert not set(first) & set(ann.labels)


async def test_a_state_much_spoken_of_has_pages(ann: Conversation) -> None:
    asked = await ann.sends("/state Kenya")
    turned = await ann.taps("Page 2 of")
    assert turned.message_id == asked.message_id
    assert turned.content.startswith("ASP 12 · Kenya\n")


async def test_a_statement_opens_and_leads_back_to_its_state(ann: Conversation) -> None:
    await ann.sends("/state Italy")
    await ann.taps("Spoke: General debate")
    assert ann.text.startswith("Italy\nGeneral debate, day 2 (Thu 21 Nov)")
    assert "Source: " in ann.text
    await ann.taps("Italy")
    assert ann.text.startswith("ASP 12 · Italy\n")


@pytest.mark.parametrize("data", ["state:asp12:xx", "statement:asp12:gone", "person:asp12:gone"])
async def test_a_button_of_what_is_gone_is_told_so(ann: Conversation, data: str) -> None:
    await ann.sends("/start")
    ann.api.taps(ann.person, ann.last, data, stale=True)
    await ann.api.settled(ann.application)
    assert ann.text.startswith("What this button showed is not there any more.")
