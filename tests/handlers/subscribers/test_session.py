"""Which session a chat reads: in a group administrators choose it."""

from bot.localapi import Place
from data import chats
from tests.handlers.subscribers.conftest import Subscriber
from tests.schedules.conftest import Evenings


async def test_a_members_tap_leaves_the_choice_as_it_is(
    ann: Subscriber, bo: Subscriber, evenings: Evenings, group: Place
) -> None:
    await ann.at(group).sends("/session")
    query = ann.api.taps(ann.person, ann.at(group).last, "session:asp12", stale=True)
    await ann.api.settled(ann.application)
    assert ann.api.alerts[query].text == "In a group, only administrators change this."
    assert chats.session_of(evenings.db, group.id) is None
    bo.api.taps(bo.person, bo.at(group).last, "session:asp12", stale=True)
    await bo.api.settled(bo.application)
    assert chats.session_of(evenings.db, group.id) == "asp12"
