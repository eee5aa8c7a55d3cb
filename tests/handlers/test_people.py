"""The screen of a person."""

from tests.conversation import Conversation


async def test_a_person_is_shown_in_the_role_of_that_time(ann: Conversation) -> None:
    await ann.sends("/state Kenya")
    while "Amina Mohamed" not in ann.labels:
        await ann.taps("Page 2 of")
    await ann.taps("Amina Mohamed")
    assert ann.text.startswith("Amina Mohamed\n")
    assert "In the role held at the time of ASP 12." in ann.text
    assert "Source: " in ann.text
    assert "Kenya" in ann.labels


async def test_buttons_lead_to_where_a_person_is_mentioned(ann: Conversation) -> None:
    await ann.sends("/start")
    ann.api.taps(ann.person, ann.last, "person:asp12:geoffrey-henderson", stale=True)
    await ann.api.settled(ann.application)
    assert ann.text.endswith("Mentioned in")
    await ann.taps("Geoffrey Henderson elected judge")
    assert "98 votes" in ann.text
