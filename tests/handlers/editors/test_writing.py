"""A day's summary is written: by every way in, in one message or several, and changed."""

from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from bot.application import build
from bot.localapi import LocalApi
from bot.polling import polled
from data import drafts, roles
from data.clock import SettableClock
from tests.conversation import Conversation
from tests.data.uploads.documents import document, paragraph, run
from tests.handlers.editors.conftest import Desk

LINES = "The Assembly met.\nIt spoke of victims."
LONG = "The Assembly met. " * 12


async def test_a_day_is_written_by_its_button(amina: Conversation) -> None:
    await amina.sends("/summaries")
    assert "3 · Fri 22 Nov · missing" in amina.text
    await amina.taps("Day 3")
    await amina.taps("Write")
    assert amina.text.startswith("ASP 12 · Day 3 · English\n")
    await amina.sends("The Assembly met.")
    await amina.taps("Done")
    assert amina.labels[:3] == ["Publish", "Edit", "Discard"]
    assert "The Assembly met." in amina.heard[-2].content


async def test_a_command_without_a_day_offers_the_days(amina: Conversation) -> None:
    await amina.sends("/addsummary")
    await amina.taps("Day 5")
    assert amina.text.startswith("ASP 12 · Day 5 · English\n")


@pytest.mark.parametrize(
    ("asked", "subject"),
    [
        ("3", "Day 3 · English"),
        ("fri", "Day 3 · English"),
        ("22 Nov", "Day 3 · English"),
        ("3 fr", "Day 3 · French"),
        ("3 ar", "Day 3 · Arabic"),
    ],
)
async def test_a_command_names_day_and_language(
    amina: Conversation, asked: str, subject: str
) -> None:
    await amina.sends(f"/addsummary {asked}")
    assert amina.text.startswith(f"ASP 12 · {subject}\n")


async def test_one_message_goes_straight_to_the_preview(amina: Conversation) -> None:
    await amina.sends(f"/addsummary 3 {LINES}")
    assert amina.labels[0] == "Publish"
    assert f"\n\n{LINES}\n\n" in amina.heard[-2].content


@pytest.mark.parametrize("text", [f"Day 3\n{LINES}", f"Day 3: {LONG}", f"Jour 3\n\n{LINES}"])
async def test_a_message_that_opens_with_its_day_does_so_too(
    amina: Conversation, text: str
) -> None:
    await amina.sends(text)
    assert amina.labels[0] == "Publish"
    assert amina.text.startswith("Above: ASP 12 · Day 3 · English")


async def test_a_short_message_on_a_day_is_a_question(amina: Conversation) -> None:
    await amina.sends("Day 3 what was decided?")
    assert "Publish" not in amina.labels


async def test_a_text_whose_day_was_forgotten_is_kept_until_it_is_named(
    amina: Conversation,
) -> None:
    await amina.sends(f"/addsummary {LINES}")
    assert "which day" in amina.text
    await amina.taps("Day 3")
    assert LINES in amina.heard[-2].content


async def test_one_message_counts_along(amina: Conversation) -> None:
    await amina.sends("/addsummary 3")
    before = len(amina.heard)
    await amina.sends("One.")
    assert amina.text.endswith("1 part, 4 characters")
    await amina.sends("Two.")
    await amina.sends("Three.")
    assert amina.text.endswith("3 parts, 18 characters")
    assert len(amina.heard) == before + 1


async def test_parts_are_paragraphs_in_their_order(amina: Conversation) -> None:
    await amina.sends("/addsummary 3")
    for each in ("One.", "Two.", "Three."):
        await amina.sends(each)
    await amina.sends("/done")
    assert "\n\nOne.\n\nTwo.\n\nThree.\n\n" in amina.heard[-2].content


async def test_what_is_not_part_of_it_is_taken_out_again(amina: Conversation) -> None:
    await amina.sends("/addsummary 3")
    await amina.sends("One.")
    await amina.sends("Sorry, wrong chat.")
    await amina.taps("Not part of it")
    assert amina.text.endswith("1 part, 4 characters")


async def test_commands_never_enter_a_draft(amina: Conversation) -> None:
    await amina.sends("/addsummary 3")
    await amina.sends("One.")
    await amina.sends("/day 1")
    assert amina.text.startswith("ASP 12 · Day 1 of 8")
    await amina.sends("Two.")
    assert amina.text.endswith("2 parts, 10 characters")


async def test_media_are_refused_and_the_draft_stays(amina: Conversation) -> None:
    await amina.sends("/addsummary 3")
    await amina.sends("One.")
    await amina.sends("", voice=b"OggS")
    assert amina.text.startswith("A summary is text")
    await amina.sends("Two.")
    assert amina.text.endswith("2 parts, 10 characters")


async def test_an_edited_message_changes_the_draft(amina: Conversation, desk: Desk) -> None:
    await amina.sends("/addsummary 3")
    said = amina.say("One.")
    await desk.api.settled(desk.application)
    await amina.sends("Two.")
    desk.api.edits(amina.person, said, "One, and more.")
    await desk.api.settled(desk.application)
    assert amina.text.endswith("2 parts, 20 characters")


async def test_an_edit_after_the_preview_must_be_seen_before_it_is_published(
    amina: Conversation, desk: Desk
) -> None:
    said = amina.say("/addsummary 3 The Asembly met.")
    await desk.api.settled(desk.application)
    shown = amina.last
    desk.api.edits(amina.person, said, "/addsummary 3 The Assembly met.")
    await desk.api.settled(desk.application)
    assert "changed the text after it was shown" in amina.text
    desk.api.taps(amina.person, shown, "Publish")
    await desk.api.settled(desk.application)
    assert amina.labels[0] == "Publish"
    assert "The Assembly met." in amina.heard[-2].content


async def test_an_edit_of_what_was_published_changes_nothing(
    amina: Conversation, desk: Desk
) -> None:
    said = amina.say("/addsummary 3 The Assembly met.")
    await desk.api.settled(desk.application)
    await amina.taps("Publish")
    before = len(amina.heard)
    desk.api.edits(amina.person, said, "/addsummary 3 Something else.")
    await desk.api.settled(desk.application)
    assert len(amina.heard) == before
    await amina.sends("/day 3")
    assert "The Assembly met." in amina.text


async def test_after_half_an_hour_of_silence_a_draft_listens_no_more(
    amina: Conversation, desk: Desk
) -> None:
    await amina.sends("/addsummary 3")
    await amina.sends("One.")
    await desk.passes(minutes=31)
    await amina.sends("who was elected judge?")
    assert "part" not in amina.text
    await amina.sends("/done")
    assert "One." in amina.heard[-2].content


async def test_a_text_that_comes_after_the_silence_is_not_lost(
    amina: Conversation, desk: Desk
) -> None:
    await amina.sends("/addsummary 3")
    await amina.sends("One.")
    await desk.passes(minutes=31)
    await amina.sends("Two.\nThree.")
    assert "stopped listening" in amina.text
    await amina.taps("Add it")
    await amina.taps("Done")
    assert "One.\n\nTwo.\nThree." in amina.heard[-2].content


async def test_cancel_leaves_a_draft_and_drafts_finds_it(amina: Conversation) -> None:
    await amina.sends("/addsummary 3")
    await amina.sends("One.")
    await amina.sends("/cancel")
    assert amina.text.startswith("Left for later: ASP 12 · Day 3 · English")
    await amina.sends("who was elected judge?")
    await amina.sends("/drafts")
    assert "1 part, 4 characters" in amina.text
    await amina.taps("ASP 12 · Day 3")
    await amina.sends("Two.")
    assert amina.text.endswith("2 parts, 10 characters")


async def test_a_discarded_draft_can_be_had_back(amina: Conversation) -> None:
    await amina.sends(f"/addsummary 3 {LINES}")
    await amina.taps("Discard")
    await amina.sends("/drafts")
    assert amina.text.startswith("You have no drafts")
    discarded = next(each for each in amina.heard if each.content.startswith("Discarded"))
    amina.api.taps(amina.person, discarded, "Undo")
    await amina.api.settled(amina.application)
    await amina.sends("/drafts")
    assert "ASP 12 · Day 3 · English" in amina.text


async def test_a_draft_survives_a_restart_at_any_step(
    api: LocalApi, db: Database, clock: SettableClock
) -> None:
    person = api.person("Amina")
    roles.appoint(db, person.id, 1, clock.now())
    for act in ("/addsummary 3", "One.", "Two.", "/done", "Publish"):
        application = build(request=api, db=db, clock=clock)
        async with polled(application):
            talk = Conversation(api, application, person, api.private(person))
            if talk.heard and act in talk.labels:
                await talk.taps(act)
            else:
                await talk.sends(act)
    assert talk.text.startswith("Corrected: ASP 12 · Day 3 · English")


async def test_the_language_is_changed_by_a_button(amina: Conversation) -> None:
    await amina.sends(f"/addsummary 3 {LINES}")
    await amina.taps("Language")
    await amina.taps("French")
    assert amina.text.startswith("Above: ASP 12 · Day 3 · French")


async def test_a_text_that_is_too_long_is_refused_with_its_length(amina: Conversation) -> None:
    await amina.sends("/addsummary 3")
    await amina.sends("", document=("day.txt", b"a " * 10_500))
    assert "999 characters too long" in amina.text
    await amina.sends("/done")
    assert amina.text.startswith("That is 999 characters too long")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("day.txt", b"The Assembly met."),
        ("day.md", b"The **Assembly** met."),
        ("day.DOCX", document(paragraph(run("The "), run("Assembly", "<w:b/>"), run(" met.")))),
    ],
)
async def test_a_file_is_a_part_like_any_other(
    amina: Conversation, name: str, content: bytes
) -> None:
    await amina.sends("/addsummary 3")
    await amina.sends("", document=(name, content))
    assert amina.text.endswith("1 part, 17 characters")


async def test_a_file_alone_asks_for_its_day_unless_it_is_named(amina: Conversation) -> None:
    await amina.sends("", document=("notes.txt", b"The Assembly met."))
    assert "which day" in amina.text
    await amina.sends("Day 3")
    assert amina.text.startswith("Above: ASP 12 · Day 3 · English")
    await amina.sends("Day 4", document=("notes.txt", b"The Assembly met."))
    assert amina.text.startswith("Above: ASP 12 · Day 4 · English")
    await amina.sends("", document=("day 5.txt", b"The Assembly met."))
    assert amina.text.startswith("Above: ASP 12 · Day 5 · English")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("day.pdf", b"%PDF", "I read .txt, .md and .docx files"),
        ("day.docx", b"PK", "I cannot read that file"),
        ("day.txt", b"a" * 1_000_001, "That file is larger than 1 MB"),
        ("day.txt", b" \n ", "There is no text in that file"),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused(
    amina: Conversation, name: str, content: bytes, said: str
) -> None:
    await amina.sends("/addsummary 3")
    await amina.sends("", document=(name, content))
    assert amina.text.startswith(said)


async def test_a_text_that_an_app_has_cut_becomes_one_again(
    amina: Conversation, desk: Desk
) -> None:
    paragraphs = [f"In paragraph {n} the delegates spoke of victims. " * 9 for n in range(30)]
    text = "\n\n".join(each.strip() for each in paragraphs)
    await amina.sends("/addsummary 3")
    desk.api.pastes(amina.person, amina.place, text)
    await desk.api.settled(desk.application)
    await amina.taps("Done")
    found = drafts.of_editor(desk.db, amina.person.id)
    assert found[0].state == "shown"
    told = " ".join(each.content.rsplit("\n", 1)[0] for each in amina.heard[-6:-1])
    assert " ".join(text.split()) in " ".join(told.split())


async def test_a_command_that_an_app_has_cut_waits_for_the_rest(
    amina: Conversation, desk: Desk
) -> None:
    text = "/addsummary 3 " + "The delegates spoke of victims and of money. " * 150
    desk.api.pastes(amina.person, amina.place, text)
    await desk.api.settled(desk.application)
    assert "2 parts" in amina.text
    assert amina.labels == ["Done", "Not part of it"]


async def test_messages_of_two_moments_are_two_paragraphs(amina: Conversation, desk: Desk) -> None:
    await amina.sends("/addsummary 3")
    await amina.sends("a" * 4096)
    desk.clock.set(datetime(2013, 11, 22, 17, 40, tzinfo=UTC))
    await amina.sends("b")
    assert amina.text.endswith("2 parts, 4,099 characters")


async def test_what_is_too_long_already_grows_no_further_but_can_be_shortened(
    amina: Conversation, db: Database
) -> None:
    await amina.sends("/addsummary 3")
    sent = [amina.say("a " * 2000) for _ in range(20)]
    await amina.api.settled(amina.application)
    assert "characters too long: a summary has at most 20,000" in amina.text
    assert db.table("draft_parts").count < 12
    for each in sent[:2]:
        amina.api.edits(amina.person, each, "Short.")
    await amina.api.settled(amina.application)
    await amina.sends("/done")
    assert "Day 3" in amina.text
    assert "too long" not in amina.text
