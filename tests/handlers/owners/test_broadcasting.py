"""``/broadcast``: a message to every subscribed chat, once, through the same delivery."""

from datetime import timedelta

import pytest

from bot.localapi import Place
from data import chats, following
from data.chat_times import ChatTime
from tests.conversation import Conversation
from tests.handlers.editors.conftest import SESSION, Desk

TEXT = "The venue has moved to the World Forum."


def told(desk: Desk, place: Place) -> int:
    """Return how often a chat got the message."""
    return [each.content for each in desk.sent(place)].count(TEXT)


async def test_it_is_seen_before_it_is_sent(desk: Desk, grace: Conversation) -> None:
    cas, dee = desk.follower("Cas"), desk.follower("Dee")
    await grace.sends(f"/broadcast {TEXT}")
    assert grace.heard[-2].content == TEXT
    assert "It goes to 2 subscribed chats" in grace.text
    await desk.passes(minutes=1)
    assert told(desk, cas) == 0
    await grace.taps("Send to all")
    await desk.passes(seconds=9)
    assert told(desk, cas) == 0
    await desk.passes(seconds=1)
    assert (told(desk, cas), told(desk, dee)) == (1, 1)


async def test_two_taps_send_once(desk: Desk, grace: Conversation) -> None:
    cas = desk.follower("Cas")
    await grace.sends(f"/broadcast {TEXT}")
    control = grace.last
    desk.api.taps(grace.person, control, "Send to all")
    desk.api.taps(grace.person, control, "Send to all")
    await desk.api.settled(desk.application)
    await desk.passes(minutes=1)
    assert told(desk, cas) == 1


async def test_it_is_undone_within_ten_seconds(desk: Desk, grace: Conversation) -> None:
    cas = desk.follower("Cas")
    await grace.sends(f"/broadcast {TEXT}")
    await grace.taps("Send to all")
    await desk.passes(seconds=9)
    await grace.taps("Undo")
    assert grace.text.startswith("Undone.")
    await desk.passes(minutes=1)
    assert told(desk, cas) == 0


async def test_later_it_cannot_be_undone(desk: Desk, grace: Conversation) -> None:
    cas = desk.follower("Cas")
    await grace.sends(f"/broadcast {TEXT}")
    await grace.taps("Send to all")
    await desk.passes(seconds=10)
    await grace.taps("Undo")
    assert "cannot be taken back any more" in grace.text
    assert told(desk, cas) == 1


async def test_the_text_may_come_in_messages_of_its_own(desk: Desk, grace: Conversation) -> None:
    cas = desk.follower("Cas")
    await grace.sends("/broadcast")
    await grace.sends("One.")
    await grace.sends("Two.")
    await grace.taps("Done")
    await grace.taps("Send to all")
    await desk.passes(seconds=10)
    assert "One.\n\nTwo." in [each.content for each in desk.sent(cas)]


async def test_a_restart_half_way_leaves_nobody_out_and_doubles_nothing(
    desk: Desk, grace: Conversation
) -> None:
    places = [desk.follower(f"Follower {number}", "23:00") for number in range(150)]
    await grace.sends(f"/broadcast {TEXT}")
    await grace.taps("Send to all")
    desk.clock.tick(timedelta(seconds=10))
    desk.rounds._moves_on(desk.clock.now())  # noqa: SLF001 - a crash after the first few chats
    desk.restarts()
    await desk.passes(seconds=1)
    assert [told(desk, each) for each in places] == [1] * 150


@pytest.mark.parametrize("kind", ["group", "channel"])
async def test_groups_get_it_and_channels_do_not(
    desk: Desk, grace: Conversation, kind: chats.Kind
) -> None:
    person = desk.api.person("Cas")
    bot = desk.api.bot
    place = (
        desk.api.supergroup("Team", owner=person)
        if kind == "group"
        else desk.api.channel("News", owner=person, administrators=[bot])
    )
    chats.choose_place(desk.db, place.chat.id, kind, None)
    when = ChatTime(desk.clock.now().time(), "UTC")
    following.subscribe(desk.db, place.chat.id, SESSION, when, desk.clock.now())
    await grace.sends(f"/broadcast {TEXT}")
    await grace.taps("Send to all")
    await desk.passes(seconds=10)
    assert told(desk, place) == (kind == "group")
