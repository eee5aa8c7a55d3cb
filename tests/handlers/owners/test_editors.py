"""Editors are appointed by a link, seen, and dismissed."""

import re

import pytest

from data import roles
from tests.conversation import Conversation
from tests.handlers.editors.conftest import Desk

WELCOME = "Welcome: you are an editor of this bot now."


async def invited(grace: Conversation) -> str:
    """Return what stands behind the link of a new invitation: ``/start …``."""
    await grace.sends("/invite")
    found = re.search(r"start=([\w-]+)", grace.text)
    assert found, grace.text
    return f"/start {found[1]}"


async def test_whoever_opens_it_first_is_an_editor_and_the_owner_hears_of_it(
    desk: Desk, grace: Conversation
) -> None:
    link = await invited(grace)
    assert "valid once, until Sat 23 Nov, 18:30" in grace.text
    cas = desk.conversation("Cas")
    await cas.sends(link)
    assert cas.text.startswith(WELCOME)
    await cas.taps("Summaries")
    assert cas.text.startswith("ASP 12 · Summaries")
    await desk.rounds.settle()
    assert grace.text == f"Cas ({cas.person.id}) took your invitation, and is an editor now."


async def test_it_is_valid_once(desk: Desk, grace: Conversation) -> None:
    link = await invited(grace)
    await desk.conversation("Cas").sends(link)
    dee = desk.conversation("Dee")
    await dee.sends(link)
    assert dee.text.startswith("This link was used already")
    await dee.sends("/summaries")
    assert "do not know the command" in dee.text


async def test_who_took_it_may_open_it_again(desk: Desk, grace: Conversation) -> None:
    link = await invited(grace)
    cas = desk.conversation("Cas")
    await cas.sends(link)
    await cas.sends(link)
    assert cas.text.startswith(WELCOME)


async def test_it_is_valid_for_a_day(desk: Desk, grace: Conversation) -> None:
    link = await invited(grace)
    await desk.passes(hours=24)
    cas = desk.conversation("Cas")
    await cas.sends(link)
    assert cas.text.startswith("This link was used already, or is no longer valid")
    assert not roles.is_editor(desk.db, cas.person.id)


async def test_it_can_be_made_void(desk: Desk, grace: Conversation) -> None:
    link = await invited(grace)
    await grace.taps("Revoke")
    cas = desk.conversation("Cas")
    await cas.sends(link)
    assert not roles.is_editor(desk.db, cas.person.id)


async def test_it_is_void_when_its_maker_is_no_owner_any_more(
    desk: Desk, grace: Conversation
) -> None:
    link = await invited(grace)
    desk.application.bot_data.owners = frozenset()
    cas = desk.conversation("Cas")
    await cas.sends(link)
    assert not roles.is_editor(desk.db, cas.person.id)


async def test_only_its_hash_is_kept(desk: Desk, grace: Conversation) -> None:
    link = await invited(grace)
    token = link.removeprefix("/start i_")
    assert len(token) >= 24
    assert token not in "\n".join(desk.db.conn.iterdump())


@pytest.mark.parametrize("parameter", ["i_guessed-token-000000000", "i_", "i_a b"])
async def test_what_is_no_invitation_is_greeted(desk: Desk, parameter: str) -> None:
    cas = desk.conversation("Cas")
    await cas.sends("/start")
    greeting = cas.text
    await cas.sends(f"/start {parameter}")
    assert cas.text == greeting


async def test_an_owner_does_not_use_it_up(desk: Desk, grace: Conversation) -> None:
    link = await invited(grace)
    await grace.sends(link)
    assert grace.text.startswith("You may write here already")
    cas = desk.conversation("Cas")
    await cas.sends(link)
    assert cas.text.startswith(WELCOME)


async def test_it_is_not_taken_in_a_group_or_by_a_forward(desk: Desk, grace: Conversation) -> None:
    link = await invited(grace)
    cas = desk.conversation("Cas")
    team = desk.api.supergroup("Team", members=[cas.person])
    said = desk.api.says(cas.person, team, link)
    await desk.api.settled(desk.application)
    desk.api.forwards(cas.person, cas.place, said)
    await desk.api.settled(desk.application)
    assert not roles.is_editor(desk.db, cas.person.id)


async def test_editors_are_listed_with_their_numbers(
    grace: Conversation, amina: Conversation
) -> None:
    await amina.sends("/summaries")
    await grace.sends("/editors")
    assert f"Amina · {amina.person.id}\n" in grace.text
    assert f"Grace · {grace.person.id}" in grace.text


async def test_a_revoked_editor_can_do_nothing_from_that_moment(
    grace: Conversation, amina: Conversation, desk: Desk
) -> None:
    await amina.sends("/addsummary 3 The Assembly met.")
    control = amina.last
    await grace.sends("/editors")
    await grace.taps("Revoke Amina")
    assert grace.text.startswith(f"Amina ({amina.person.id}) is an editor no more.")
    desk.api.taps(amina.person, control, "Publish")
    await desk.api.settled(desk.application)
    assert desk.db["revisions"].count_where("day = 3") == 0
    await amina.sends("/summaries")
    assert "do not know the command" in amina.text


async def test_a_draft_under_way_takes_nothing_from_a_revoked_editor(
    grace: Conversation, amina: Conversation
) -> None:
    await amina.sends("/addsummary 3")
    await grace.sends(f"/revoke {amina.person.id}")
    await amina.sends("The Assembly met.")
    assert "part" not in amina.text


async def test_revoking_can_be_undone(grace: Conversation, amina: Conversation) -> None:
    await grace.sends(f"/revoke {amina.person.id}")
    await grace.taps("Undo")
    await amina.sends("/summaries")
    assert amina.text.startswith("ASP 12 · Summaries")


async def test_nobody_unknown_can_be_revoked(grace: Conversation) -> None:
    await grace.sends("/revoke 99")
    assert grace.text.startswith("No editor has the number “99”")


async def test_menu_and_manual_follow_the_role(desk: Desk, grace: Conversation) -> None:
    cas = desk.conversation("Cas")
    await cas.sends("/help")
    assert "/summaries" not in cas.text
    await cas.sends(await invited(grace))
    menu = desk.api.profile.menu(cas.place.chat.id, cas.person.id, "en", administrator=False)
    assert menu[0][0] == "summaries"
    await cas.sends("/help")
    assert "/summaries" in cas.text
    assert "/invite" not in cas.text
    await grace.sends(f"/revoke {cas.person.id}")
    menu = desk.api.profile.menu(cas.place.chat.id, cas.person.id, "en", administrator=False)
    assert "summaries" not in dict(menu)
    await grace.sends("/help")
    assert "/invite" in grace.text


async def test_what_changed_among_editors_is_in_the_log(desk: Desk, grace: Conversation) -> None:
    cas = desk.conversation("Cas")
    await cas.sends(await invited(grace))
    await grace.sends(f"/revoke {cas.person.id}")
    acts = [row["act"] for row in desk.db.query("select act from audit order by id")]
    assert acts == ["invited", "appointed", "revoked"]
