"""Where somebody finds what an editor can do who has never seen the bot."""

from tests.conversation import Conversation
from tests.handlers.editors.conftest import Desk

SUMMARIES = "Summaries"
LONG = "The plenary resumed at ten and heard the statements of twelve states on victims. " * 4


async def test_start_leads_editors_to_the_summaries(amina: Conversation) -> None:
    await amina.sends("/start")
    assert "You are an editor here" in amina.text
    assert amina.labels[0] == SUMMARIES
    await amina.taps(SUMMARIES)
    assert amina.text.startswith("ASP 12 · Summaries")


async def test_the_manual_leads_editors_to_the_summaries(amina: Conversation) -> None:
    await amina.sends("/help")
    assert amina.labels[0] == SUMMARIES


async def test_nobody_else_reads_of_it(desk: Desk, amina: Conversation) -> None:
    cas = desk.conversation("Cas")
    for said in ("/start", "/help"):
        await cas.sends(said)
        assert SUMMARIES not in cas.labels
        assert "editor" not in cas.text
    group = desk.api.supergroup("Team", members=[amina.person])
    there = Conversation(desk.api, desk.application, amina.person, group)
    await there.sends("/start")
    assert SUMMARIES not in there.labels
    assert "editor" not in there.text


async def test_a_long_text_out_of_the_blue_is_kept_and_asked_for_its_day(
    amina: Conversation,
) -> None:
    await amina.sends(LONG)
    assert amina.text.startswith("ASP 12: which day is it?")
    await amina.taps("Day 3")
    assert "The plenary resumed at ten" in amina.heard[-2].content
    await amina.taps("Publish")
    assert amina.text.startswith("Published: ASP 12 · Day 3")


async def test_what_others_wrote_is_no_text_of_an_editors(
    desk: Desk, amina: Conversation, bo: Conversation
) -> None:
    theirs = desk.api.says(bo.person, bo.place, LONG)
    desk.api.forwards(amina.person, amina.place, theirs)
    await desk.api.settled(desk.application)
    assert "which day is it?" not in amina.text


async def test_a_long_question_is_put_aside_with_a_tap(amina: Conversation) -> None:
    await amina.sends(LONG)
    await amina.taps("Discard")
    await amina.sends("/drafts")
    assert amina.text.startswith("You have no drafts")


async def test_a_strangers_long_text_is_a_question(desk: Desk) -> None:
    cas = desk.conversation("Cas")
    for said in (LONG, f"Day 3\n{LONG}", f"Day 3 {LONG}"):
        await cas.sends(said)
        assert "which day is it?" not in cas.text
        assert "Publish" not in cas.labels
    assert desk.db.table("drafts").count == 0
