"""Outcomes, pledges, elections and publications by message: field by field, seen, undone."""

import pytest

from bot.localapi import LocalApi
from data import content, edited, kinds, outcomes, pledges
from tests.conversation import Conversation
from tests.handlers.editors.conftest import Desk

TITLE = "Observers may speak"


async def answers(talk: Conversation, *given: str) -> None:
    """Answer one field after the other: ``[Label]`` taps a button, anything else is sent."""
    for each in given:
        if each.startswith("["):
            await talk.taps(each.strip("[]"))
        else:
            await talk.sends(each)


async def outcome(talk: Conversation, title: str = TITLE) -> None:
    """Write an outcome, up to the preview."""
    await answers(
        talk,
        "/addoutcome",
        title,
        "Observers may speak after the states.",
        "[Rules]",
        "[Day 3]",
        "[Leave it out]",
        "https://asp.example.org/observers",
        "Assembly of States Parties",
        "Decision on observers",
        "[Court, Assembly]",
    )


async def test_an_outcome_is_written_field_by_field_and_found_at_once(
    amina: Conversation, desk: Desk
) -> None:
    await outcome(amina)
    assert amina.text.startswith(TITLE)
    assert "Source: Assembly of States Parties: Decision on observers" in amina.text
    assert amina.text.endswith("(New: Outcome). Nothing is kept yet.")
    assert outcomes.get(desk.db, "asp12", "observers-may-speak") is None
    await amina.taps("Publish")
    assert amina.text.startswith(f"Added: {TITLE} (Outcome)")
    await amina.sends("/search observers speak")
    assert TITLE in amina.text
    await amina.sends("/day 3")
    assert TITLE in amina.text


async def test_the_field_that_is_asked_for_stands_with_what_was_answered(
    amina: Conversation,
) -> None:
    await answers(amina, "/addpledge", "Kenya", "[Trust Fund for Victims]")
    assert amina.text.startswith(
        "ASP 12 · New: Pledge\n\nWho gives: Kenya\nTo whom: Trust Fund for Victims\n\nAmount\n"
    )


async def test_a_pledge_takes_its_currency_from_the_amount(amina: Conversation, desk: Desk) -> None:
    await answers(amina, "/addpledge Kenya", "[Trust Fund for Victims]", "KES 1.2 million")
    assert "Years" in amina.text
    await answers(
        amina, "[Leave it out]", "[Day 3]", "[Leave it out]", "[12th Session", "[Publish]"
    )
    kept = pledges.get(desk.db, "asp12", "kenya")
    assert kept
    assert (kept.amount, kept.currency, kept.state, kept.day) == (1_200_000, "KES", "ke", 3)
    await amina.sends("/pledges")
    assert "Kenya" in amina.text


async def test_an_election_takes_its_date_from_its_day(amina: Conversation, desk: Desk) -> None:
    await answers(
        amina,
        "/addelection",
        "[Judge of the International",
        "[ICC]",
        "Amina Example",
        "Kenya",
        "[Day 4]",
        "[secret ballot]",
        "98",
        "[Leave it out]",
        "[12th Session",
    )
    assert "Amina Example" in amina.text
    await amina.taps("Publish")
    kept = kinds.get(desk.db, "asp12", "election", "amina-example")
    assert kept
    told = kept.as_json()
    assert (told["date"], told["state"], told["votes"]) == ("2013-11-23", "ke", 98)


async def test_a_publication_can_be_its_own_source(amina: Conversation) -> None:
    await answers(
        amina,
        "/adddocument",
        "Observers' statement",
        "Observer Group",
        "[statement]",
        "22 Nov 2013",
        "https://observers.example.org/statement",
        "[Leave it out]",
        "[The publication itself]",
        "[NGO]",
    )
    assert "Source: Observer Group: Observers' statement" in amina.text
    await amina.taps("Publish")
    await amina.sends("/documents observers")
    assert "Observers' statement" in amina.text


async def test_an_answer_that_does_not_fit_is_asked_for_again(amina: Conversation) -> None:
    await answers(amina, "/addpledge", "Kenya", "[Trust Fund for Victims]", "a lot")
    assert amina.text.startswith("I cannot read that as an amount.")
    await answers(amina, "5000")
    assert "\n\nCurrency\n" in amina.text


async def test_one_goes_back_and_answers_anew(amina: Conversation) -> None:
    await answers(amina, "/addpledge", "Kenia", "[◀ Back]", "Kenya", "[Trust Fund for Victims]")
    assert "Who gives: Kenya\n" in amina.text


async def test_a_field_is_answered_anew_from_the_preview(amina: Conversation) -> None:
    await outcome(amina)
    await answers(amina, "[Edit]", "[Title]", "Observers speak last")
    assert amina.text.startswith("Observers speak last")


async def test_it_is_left_and_found_again_half_written(amina: Conversation) -> None:
    await answers(amina, "/addpledge", "Kenya", "/cancel", "/drafts")
    assert "New: Pledge" in amina.text
    await amina.taps("New: Pledge")
    assert "To whom" in amina.text


async def test_what_was_added_is_undone_with_its_source(amina: Conversation, desk: Desk) -> None:
    await outcome(amina)
    await amina.taps("Publish")
    query = "select count(*) from sources where url = 'https://asp.example.org/observers'"
    assert desk.db.execute(query).fetchone()[0] == 1
    await amina.taps("Undo")
    assert amina.text.startswith("Undone.")
    assert outcomes.get(desk.db, "asp12", "observers-may-speak") is None
    assert desk.db.execute(query).fetchone()[0] == 0
    await amina.sends("/search observers speak")
    assert TITLE not in amina.text


async def test_two_taps_keep_it_once(amina: Conversation, desk: Desk) -> None:
    await outcome(amina)
    preview = amina.last
    desk.api.taps(amina.person, preview, "Publish")
    desk.api.taps(amina.person, preview, "Publish")
    await desk.api.settled(desk.application)
    assert len([e for e in outcomes.every(desk.db, "asp12") if e.title == TITLE]) == 1


async def opens(talk: Conversation, title: str) -> None:
    """Open a record of the list that is offered beside a new one."""
    await talk.sends("/addoutcome")
    await talk.taps("Change or remove one")
    while not any(label.lstrip("✎ ").startswith(title) for label in talk.labels):
        await talk.taps(next(label for label in talk.labels if label.endswith("▶")))
    await talk.taps(next(label for label in talk.labels if label.lstrip("✎ ").startswith(title)))


async def test_a_record_of_the_files_is_changed_and_kept_by_a_later_load(
    amina: Conversation, desk: Desk
) -> None:
    await opens(amina, "Presence by video link")
    await answers(amina, "[Title]", "Presence by video", "[Publish]")
    assert amina.text.startswith("Changed: Presence by video (Outcome)")
    loaded = content.load(desk.db, content.read(content.folders()[0]))
    assert 'outcome "video-presence"' in loaded.kept
    assert not loaded.changed
    await amina.sends("/search presence by video")
    assert "Presence by video" in amina.text
    await opens(amina, "Presence by video")
    assert amina.text.startswith("Presence by video\n")


async def test_a_removed_record_stays_away_and_comes_back_by_undo(
    amina: Conversation, desk: Desk
) -> None:
    await opens(amina, "Presence by video link")
    await answers(amina, "[Remove]", "[Remove]")
    assert amina.text.startswith("Removed: Presence by video link (Outcome)")
    removed = amina.last
    loaded = content.load(desk.db, content.read(content.folders()[0]))
    assert loaded.kept == ('outcome "video-presence"',)
    assert outcomes.get(desk.db, "asp12", "video-presence") is None
    desk.api.taps(amina.person, removed, "Undo")
    await desk.api.settled(desk.application)
    assert outcomes.get(desk.db, "asp12", "video-presence")
    assert content.load(desk.db, content.read(content.folders()[0])).kept == ()


async def test_what_was_added_is_kept_by_a_later_load_and_named(
    amina: Conversation, desk: Desk
) -> None:
    await outcome(amina)
    await amina.taps("Publish")
    loaded = content.load(desk.db, content.read(content.folders()[0]))
    assert 'outcome "observers-may-speak"' in loaded.kept
    assert outcomes.get(desk.db, "asp12", "observers-may-speak")


async def test_what_was_changed_meanwhile_is_seen_before_it_is_replaced(
    amina: Conversation, bo: Conversation, desk: Desk
) -> None:
    await opens(amina, "Presence by video link")
    await answers(amina, "[Official symbol]", "ICC-ASP/12/Res.77")
    mine = amina.last
    await opens(bo, "Presence by video link")
    await answers(bo, "[Title]", "Presence by video", "[Publish]")
    desk.api.taps(amina.person, mine, "Publish")
    await desk.api.settled(desk.application)
    assert amina.text.startswith("This has changed while you wrote.")
    assert "Presence by video" in amina.text
    await amina.taps("Publish")
    kept = outcomes.get(desk.db, "asp12", "video-presence")
    assert kept
    assert kept.symbol == "ICC-ASP/12/Res.77"


async def test_what_was_changed_since_cannot_be_undone(
    amina: Conversation, bo: Conversation, desk: Desk
) -> None:
    await opens(amina, "Presence by video link")
    await answers(amina, "[Title]", "First title", "[Publish]")
    result = amina.last
    await opens(bo, "First title")
    await answers(bo, "[Title]", "Second title", "[Publish]")
    desk.api.taps(amina.person, result, "Undo")
    await desk.api.settled(desk.application)
    kept = outcomes.get(desk.db, "asp12", "video-presence")
    assert kept
    assert kept.title == "Second title"


async def test_the_log_tells_it_field_by_field(amina: Conversation) -> None:
    await outcome(amina)
    await amina.taps("Publish")
    await amina.sends("/audit")
    assert "added outcome observers-may-speak asp12\nafter: id: observers-may-speak" in amina.text


async def test_commands_and_look_ups_are_no_answers(amina: Conversation) -> None:
    await answers(amina, "/addpledge", "/day 1")
    assert amina.text.startswith("ASP 12 · Day 1")
    await amina.sends("Kenya")
    assert "Who gives: Kenya" in amina.text


@pytest.mark.parametrize("kind", ["outcome", "pledge", "election", "document"])
async def test_all_buttons_of_the_longest_ids_fit(
    api: LocalApi, amina: Conversation, desk: Desk, kind: str
) -> None:
    record = next(iter(kinds.every(desk.db, "asp12", kind)))
    longest = record.replaced(id="a" * 35)
    edited.write(desk.db, "asp12", longest)
    await amina.opens(f"own:asp12:{kind}:0")
    await amina.opens(f"rc:asp12:{kind}:{'a' * 35}")
    await amina.taps("Remove")
    assert amina.labels == ["Remove", "Keep it"]
    assert api.violations == []
