"""A summary is taken back, and an older one brought back."""

from tests.conversation import Conversation
from tests.handlers.editors.conftest import Desk
from tests.handlers.editors.test_publishing import TEXT, digest_of, published


async def test_those_who_have_it_see_that_it_was_withdrawn_and_why(
    amina: Conversation, desk: Desk
) -> None:
    cas, dee = desk.follower("Cas"), desk.follower("Dee", "21:00")
    await desk.passes(minutes=40)
    await published(amina)
    await desk.passes(seconds=10)
    await amina.sends("/retract 3 The figures were wrong.")
    assert "One chat has it" in amina.text
    await amina.taps("Retract")
    assert amina.text.startswith("Taken back: ASP 12 · Day 3")
    await desk.passes(seconds=10)
    digest = digest_of(desk, cas)
    assert "withdrawn" in digest.content
    assert "The figures were wrong." in digest.content
    await desk.passes(hours=3)
    assert [each.content for each in desk.sent(dee)][-1].endswith("as soon as it is.")


async def test_publishing_again_edits_those_and_sends_to_the_rest(
    amina: Conversation, desk: Desk
) -> None:
    cas, dee = desk.follower("Cas"), desk.follower("Dee", "21:00")
    await desk.passes(minutes=40)
    await published(amina)
    await desk.passes(seconds=10)
    await amina.sends("/retract 3")
    await amina.taps("Retract")
    await desk.passes(hours=3)
    await published(amina, "Right this time.")
    assert amina.text.startswith("Published: ASP 12 · Day 3")
    await desk.passes(minutes=1)
    assert "Right this time." in digest_of(desk, cas).content
    assert "Right this time." in digest_of(desk, dee).content


async def test_the_reason_may_come_in_a_message_of_its_own(amina: Conversation) -> None:
    await published(amina)
    await amina.sends("/retract 3")
    await amina.taps("Give a reason first")
    await amina.sends("The figures were wrong.")
    assert amina.text.endswith("Reason: The figures were wrong.")
    await amina.taps("Retract")
    assert "Reason: The figures were wrong." in amina.text


async def test_it_is_undone_within_ten_seconds(amina: Conversation, desk: Desk) -> None:
    cas = desk.follower("Cas")
    await desk.passes(minutes=40)
    await published(amina)
    await desk.passes(seconds=10)
    await amina.sends("/retract 3")
    await amina.taps("Retract")
    await amina.taps("Undo")
    await desk.passes(minutes=1)
    assert TEXT in digest_of(desk, cas).content
    assert "withdrawn" not in digest_of(desk, cas).content


async def test_it_can_be_kept_after_all(amina: Conversation) -> None:
    await published(amina)
    await amina.sends("/retract 3")
    await amina.taps("Keep it")
    await amina.sends("/day 3")
    assert TEXT in amina.text


async def test_all_languages_are_taken_back_together(amina: Conversation) -> None:
    await published(amina)
    await published(amina, "fr L'Assemblée s'est réunie.")
    await amina.sends("/retract 3")
    await amina.taps("Retract")
    await amina.sends("/summaries")
    assert "3 · Fri 22 Nov · taken back" in amina.text
    retracted = next(e for e in amina.heard if e.content.startswith("Taken back"))
    amina.api.taps(amina.person, retracted, "Undo")
    await amina.api.settled(amina.application)
    await amina.sends("/summaries")
    assert "out (en, fr)" in amina.text


async def test_a_day_that_is_not_out_cannot_be_taken_back(amina: Conversation) -> None:
    await amina.sends("/retract 3")
    assert amina.text == "Day 3 has no summary that is out."


async def test_without_a_day_those_that_are_out_are_offered(amina: Conversation) -> None:
    await amina.sends("/retract")
    assert amina.labels == ["Day 1 · Wed 20 Nov", "Day 2 · Thu 21 Nov"]
    await amina.taps("Day 1")
    assert amina.text.startswith("Take back the summary of ASP 12, Day 1?")


async def test_history_shows_author_and_time_and_brings_a_text_back(
    amina: Conversation, bo: Conversation, desk: Desk
) -> None:
    await published(amina, "First.")
    await desk.passes(minutes=5)
    await published(bo, "Second.")
    await amina.sends("/history 3")
    assert amina.text == (
        "ASP 12 · Day 3 · History\n\n"
        "2 · English · corrected · Bo Fri 22 Nov, 18:35\n"
        "1 · English · published · Amina Fri 22 Nov, 18:30"
    )
    await amina.taps("Revision 1")
    assert amina.heard[-2].content == "First."
    await amina.taps("Restore")
    assert "First." in amina.heard[-2].content
    await amina.taps("Publish")
    assert amina.text.startswith("Restored: ASP 12 · Day 3 · English")
    await amina.sends("/day 3")
    assert "First." in amina.text


async def test_what_stands_needs_no_restoring(amina: Conversation) -> None:
    await published(amina)
    await amina.sends("/history 3")
    await amina.taps("Revision 1")
    assert amina.labels == ["History"]


async def test_restoring_is_asked_for_once_more_where_somebody_was_quicker(
    amina: Conversation, bo: Conversation
) -> None:
    await published(amina, "First.")
    await published(bo, "Second.")
    await amina.sends("/history 3")
    await amina.taps("Revision 1")
    await amina.taps("Restore")
    await published(bo, "Third.")
    await amina.taps("Publish")
    assert "has changed while you wrote" in amina.heard[-5].content


async def test_long_histories_have_pages(amina: Conversation) -> None:
    for number in range(8):
        await published(amina, f"Text {number}.")
    await amina.sends("/history 3")
    assert len([each for each in amina.labels if each.startswith("Revision")]) == 6
    await amina.taps("Page 2")
    assert amina.labels[:2] == ["Revision 2", "Revision 1"]
