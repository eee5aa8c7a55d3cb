"""What happens from the preview on: who gets it when, once, undone in time, never unseen."""

import pytest

from bot.localapi import Message
from tests.conversation import Conversation
from tests.handlers.editors.conftest import Desk

TEXT = "The Assembly met."


def digest_of(desk: Desk, place: object, number: int = 3) -> Message:
    """Return the digest of a day that stands in a chat."""
    return next(
        each
        for each in desk.sent(place)  # type: ignore[arg-type]  # a place, as every test gives it
        if f"· Day {number} of 8 ·" in each.content
    )


async def published(amina: Conversation, text: str = TEXT, day: int = 3) -> None:
    await amina.sends(f"/addsummary {day} {text}")
    await amina.taps("Publish")


async def test_it_says_how_many_get_it_and_when(amina: Conversation, desk: Desk) -> None:
    desk.follower("Cas", "19:00")
    desk.follower("Dee", "21:00")
    desk.follower("Eli", "21:00")
    await desk.passes(minutes=40)
    await published(amina)
    assert amina.text == (
        "Published: ASP 12 · Day 3 · English\n\n3 chats get it:\n"
        "• one waits for it: at once\n• 2 on Fri 22 Nov, 21:00\n\n"
        "Nothing is sent for ten seconds: until then you can undo it."
    )


async def test_nothing_leaves_for_ten_seconds_then_it_does(amina: Conversation, desk: Desk) -> None:
    cas = desk.follower()
    await desk.passes(minutes=40)
    await published(amina)
    await desk.passes(seconds=9)
    assert TEXT not in desk.sent(cas)[-1].content
    await desk.passes(seconds=1)
    assert TEXT in digest_of(desk, cas).content


async def test_delivery_is_rung(amina: Conversation, desk: Desk) -> None:
    rung: list[int] = []
    desk.application.bot_data.wake = lambda: rung.append(1)
    await published(amina)
    assert rung


async def test_undone_in_time_nothing_leaves(amina: Conversation, desk: Desk) -> None:
    cas = desk.follower()
    await desk.passes(minutes=40)
    await published(amina)
    await desk.passes(seconds=9)
    await amina.taps("Undo")
    assert amina.text.startswith("Undone: ASP 12 · Day 3 · English")
    await desk.passes(minutes=10)
    assert [each.content for each in desk.sent(cas)][-1].endswith("as soon as it is.")
    await amina.sends("/day 3")
    assert "not out yet" in amina.text


async def test_what_was_undone_is_a_draft_again(amina: Conversation) -> None:
    await published(amina)
    await amina.taps("Undo")
    await amina.taps("Preview")
    await amina.taps("Publish")
    assert amina.text.startswith("Published: ASP 12 · Day 3")


async def test_what_was_undone_is_shown_again_by_done(amina: Conversation) -> None:
    await published(amina, "The Assembly met.", 3)
    await amina.taps("Undo")
    await amina.sends("/done")
    assert "The Assembly met." in amina.heard[-2].content
    await amina.taps("Publish")
    assert amina.text.startswith("Published: ASP 12 · Day 3")


async def test_after_ten_seconds_it_cannot_be_undone(amina: Conversation, desk: Desk) -> None:
    await published(amina)
    await desk.passes(seconds=10)
    await amina.taps("Undo")
    assert "the ten seconds are over" in amina.text
    assert amina.labels[:2] == ["Correct", "Retract"]
    await amina.sends("/day 3")
    assert TEXT in amina.text


async def test_a_correction_undone_in_time_marks_nothing(amina: Conversation, desk: Desk) -> None:
    cas = desk.follower()
    await desk.passes(minutes=40)
    await published(amina)
    await desk.passes(seconds=10)
    await published(amina, "Something else.")
    await amina.taps("Without a note")
    await amina.taps("Undo")
    await desk.passes(minutes=10)
    digest = digest_of(desk, cas)
    assert TEXT in digest.content
    assert "corrected" not in digest.content
    assert not desk.api.called("editMessageText")[3:] or digest.edit_date is None


async def test_only_its_author_undoes_it(amina: Conversation, bo: Conversation, desk: Desk) -> None:
    await published(amina)
    desk.api.taps(bo.person, await bo.sends("/summaries"), "undo:asp12:3:1", stale=True)
    await desk.api.settled(desk.application)
    await bo.sends("/day 3")
    assert TEXT in bo.text


async def test_two_taps_publish_once(amina: Conversation, desk: Desk) -> None:
    await amina.sends(f"/addsummary 3 {TEXT}")
    control = amina.last
    desk.api.taps(amina.person, control, "Publish")
    desk.api.taps(amina.person, control, "Publish", stale=False)
    await desk.api.settled(desk.application)
    assert desk.db["revisions"].count_where("day = 3") == 1
    assert amina.text.startswith("Published:")


async def test_a_day_that_is_not_over_asks_once_more(amina: Conversation) -> None:
    await amina.sends(f"/addsummary 4 {TEXT}")
    await amina.taps("Publish")
    assert amina.text.startswith("Day 4 is not over: it closes on Sat 23 Nov, 18:00.")
    await amina.taps("Not yet")
    assert amina.labels[0] == "Publish"
    await amina.taps("Publish")
    await amina.taps("Publish now")
    assert amina.text.startswith("Published: ASP 12 · Day 4")


@pytest.mark.parametrize(("choice", "notes"), [("With a note", 1), ("Without a note", 0)])
async def test_a_correction_is_edited_in_place_and_a_note_follows_if_wanted(
    amina: Conversation, desk: Desk, choice: str, notes: int
) -> None:
    cas = desk.follower()
    await desk.passes(minutes=40)
    await published(amina)
    await desk.passes(seconds=10)
    digest = digest_of(desk, cas)
    await amina.sends("/correct 3 The Assembly met in The Hague.")
    await amina.taps("Publish")
    assert amina.text.startswith("One chat has Day 3 already.")
    await amina.taps(choice)
    assert amina.text.startswith("Corrected: ASP 12 · Day 3 · English")
    await desk.passes(seconds=10)
    await desk.passes(minutes=1)
    assert "The Assembly met in The Hague." in digest.content
    assert "corrected Fri 22 Nov, 19:10" in digest.content
    told = [each.content for each in desk.sent(cas)]
    assert told.count("The digest of Day 3 above was corrected.") == notes


async def test_correcting_sends_what_stands_to_be_copied(amina: Conversation) -> None:
    bold = {"type": "bold", "offset": 18, "length": 8}
    await amina.sends(
        f"/addsummary 3 {TEXT}", entities=[{"type": "bot_command", "offset": 0, "length": 11}, bold]
    )
    await amina.taps("Publish")
    await amina.sends("/correct 3")
    assert "What you send takes its place." in amina.text
    assert amina.heard[-2].content == TEXT
    assert amina.heard[-2].entities == [{"type": "bold", "offset": 4, "length": 8}]


async def test_what_stands_already_is_not_published_again(amina: Conversation) -> None:
    await published(amina)
    await amina.sends(f"/correct 3 {TEXT}")
    await amina.taps("Publish")
    assert amina.application.bot_data.db["revisions"].count_where("day = 3") == 1
    assert any("to the letter" in (each.text or "") for each in amina.api.alerts.values())


async def test_the_preview_of_a_correction_shows_its_mark(amina: Conversation, desk: Desk) -> None:
    desk.follower()
    await desk.passes(minutes=40)
    await published(amina)
    await desk.passes(seconds=10)
    await amina.sends("/correct 3 Something else.")
    assert "corrected Fri 22 Nov, 19:10" in amina.heard[-2].content


async def test_the_preview_is_what_is_sent(amina: Conversation, desk: Desk) -> None:
    cas = desk.follower()
    await desk.passes(minutes=40)
    await amina.sends("/addsummary 3", entities=None)
    await amina.sends(
        "Bold, and a quote 😀\nسلام",
        entities=[
            {"type": "bold", "offset": 0, "length": 4},
            {"type": "blockquote", "offset": 6, "length": 19},
            {"type": "italic", "offset": 12, "length": 5},
        ],
    )
    await amina.taps("Done")
    preview = amina.heard[-2]
    await amina.taps("Publish")
    await desk.passes(seconds=10)
    digest = digest_of(desk, cas)
    assert digest.content == preview.content
    assert digest.entities == preview.entities
    assert digest.labels == preview.labels


async def test_the_later_editor_sees_both_and_nothing_is_overwritten_unseen(
    amina: Conversation, bo: Conversation
) -> None:
    await amina.sends("/addsummary 3 By Amina.")
    await bo.sends("/addsummary 3 By Bo.")
    await bo.taps("Publish")
    await amina.taps("Publish")
    said = [each.content for each in amina.heard[-5:]]
    assert said[0].startswith(
        "ASP 12 · Day 3 · English has changed while you wrote.\nPublished by Bo"
    )
    assert said[1:4] == ["By Bo.", "And this is your text:", "By Amina."]
    await amina.sends("/day 3")
    assert "By Bo." in amina.text


async def test_having_seen_both_an_editor_may_replace_the_other_text(
    amina: Conversation, bo: Conversation
) -> None:
    await amina.sends("/addsummary 3 By Amina.")
    await bo.sends("/addsummary 3 By Bo.")
    await bo.taps("Publish")
    await amina.taps("Publish")
    await amina.taps("Publish mine")
    assert amina.text.startswith("Corrected: ASP 12 · Day 3")
    await amina.sends("/day 3")
    assert "By Amina." in amina.text


async def test_a_third_text_in_between_is_seen_too(
    amina: Conversation, bo: Conversation, desk: Desk
) -> None:
    await amina.sends("/addsummary 3 By Amina.")
    await bo.sends("/addsummary 3 By Bo.")
    await bo.taps("Publish")
    await amina.taps("Publish")
    asked = amina.last
    await bo.sends("/correct 3 By Bo again.")
    await bo.taps("Publish")
    desk.api.taps(amina.person, asked, "Publish mine")
    await desk.api.settled(desk.application)
    assert [each.content for each in amina.heard[-4:-3]] == ["By Bo again."]
    await amina.sends("/day 3")
    assert "By Bo again." in amina.text


async def test_who_begins_is_told_who_else_writes(amina: Conversation, bo: Conversation) -> None:
    await amina.sends("/addsummary 3")
    await amina.sends("By Amina.")
    await bo.sends("/addsummary 3")
    assert "Amina has a draft of this day" in bo.text


async def test_another_language_goes_to_those_who_read_it(amina: Conversation) -> None:
    await published(amina)
    await amina.sends("/addsummary 3 fr L'Assemblée s'est réunie.")
    await amina.taps("Publish")
    assert amina.text.startswith("Published: ASP 12 · Day 3 · French")
    await amina.sends("/summaries")
    assert "out (en, fr)" in amina.text


async def test_whatever_is_published_is_in_the_log_with_before_and_after(
    amina: Conversation, desk: Desk
) -> None:
    await published(amina)
    await amina.sends("/correct 3 Something else.")
    await amina.taps("Publish")
    found = list(desk.db.query("select name, act, subject, before, after from audit order by id"))
    day = "day 3 (en)"
    assert found == [
        {"name": "Amina", "act": "published", "subject": day, "before": None, "after": TEXT},
        {
            "name": "Amina",
            "act": "corrected",
            "subject": day,
            "before": TEXT,
            "after": "Something else.",
        },
    ]


async def test_a_restart_within_the_ten_seconds_loses_nothing(
    amina: Conversation, desk: Desk
) -> None:
    cas = desk.follower()
    await desk.passes(minutes=40)
    await published(amina)
    desk.restarts()
    await desk.passes(seconds=10)
    assert TEXT in digest_of(desk, cas).content
