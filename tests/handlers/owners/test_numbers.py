"""``/stats`` and ``/audit``: numbers without names, and the log of what was changed."""

from data import chats
from tests.conversation import Conversation
from tests.handlers.editors.conftest import Desk
from tests.handlers.editors.test_publishing import published


async def test_followers_are_counted_by_kind_and_language(
    desk: Desk, grace: Conversation, amina: Conversation
) -> None:
    cas = desk.follower("Cas")
    desk.follower("Dee")
    chats.choose_language(desk.db, cas.chat.id, "fr")
    await desk.passes(minutes=40)
    await published(amina)
    await desk.passes(seconds=10)
    await grace.sends("/stats")
    assert "Followers: 2 chats\nprivate chats: 2" in grace.text
    assert "English: 1\nFrench: 1" in grace.text
    assert "Day 3: 2 sent, 0 waiting, 0 failed, 0 out of reach" in grace.text
    assert "Cas" not in grace.text
    await grace.taps("Day 3")
    assert grace.text.startswith("ASP 12 · Delivery of Day 3")


async def test_without_followers_there_are_no_numbers(grace: Conversation) -> None:
    await grace.sends("/stats")
    assert "Followers: 0 chats" in grace.text
    assert "No digest was due yet." in grace.text


async def test_the_log_shows_when_who_what_before_and_after(amina: Conversation) -> None:
    await amina.sends("/audit")
    assert amina.text == "Nothing was changed by message yet."
    await published(amina, "First.")
    await published(amina, "Second.")
    await amina.sends("/audit")
    assert amina.text == (
        "Who changed what\n\n"
        "2 · Fri 22 Nov, 18:30 · Amina\ncorrected day 3 (en) asp12\nbefore: First.\nafter: Second."
        "\n\n1 · Fri 22 Nov, 18:30 · Amina\npublished day 3 (en) asp12\nafter: First."
    )
    await amina.taps("2 whole")
    assert [each.content for each in amina.heard[-3:-1]] == ["Before:\nFirst.", "After:\nSecond."]


async def test_the_log_has_as_many_as_are_asked_for_and_pages(amina: Conversation) -> None:
    for number in range(10):
        await published(amina, f"Text {number}.")
    await amina.sends("/audit 1")
    assert amina.text.count("after:") == 1
    await amina.sends("/audit")
    assert amina.text.count("after:") == 8
    await amina.taps("Page 2")
    assert amina.text.count("after:") == 2
