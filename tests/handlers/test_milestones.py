"""*Before and after*: what led to the session and what came of it."""

from tests.conversation import Conversation


async def test_what_was_before_and_after_stands_with_sources(ann: Conversation) -> None:
    await ann.sends("/days")
    await ann.taps("Before and after")
    assert ann.text.startswith("Before ASP 12\n\n14 Nov 2012: The previous session, ASP 11, ")
    assert "\n\nAfter ASP 12\n\n12 Dec 2013: Geoffrey Henderson was sworn in" in ann.text
    assert ann.text.count("(source)") == len(ann.links) == 6


async def test_a_note_stands_below_what_it_is_of(ann: Conversation) -> None:
    await ann.opens("milestones:asp12")
    assert "(source)\nSources differ on the day: 14 November" in ann.text


async def test_later_ones_stand_on_the_next_page(ann: Conversation) -> None:
    await ann.opens("milestones:asp12:0")
    await ann.taps("Page 2 of 2")
    assert ann.text.startswith("After ASP 12\n\n8 Dec 2014: ")
    assert ann.labels == ["◀ Page 1 of 2", "Sources (10)", "All days", "The session"]
