"""The next session is offered to those who followed an earlier one."""

import pytest

from data import following, subscriptions
from schedules import offering
from tests.schedules.conftest import SESSION, Evenings

OFFER = "ASP 13 begins on Monday 8 December 2014, in New York."


def announce_the_next_one(evenings: Evenings) -> None:
    row = next(iter(evenings.db.query("select * from sessions")))
    following_one = {
        "id": "asp13",
        "session": "asp13",
        "short_name": "ASP 13",
        "place": "New York",
        "start": "2014-12-08",
        "end": "2014-12-17",
    }
    evenings.db.table("sessions").insert({**row, **following_one})


async def test_each_subscriber_gets_one_offer_two_weeks_before(evenings: Evenings) -> None:
    ann = evenings.person()
    announce_the_next_one(evenings)
    await evenings.comes("2014-11-23T12:00")
    assert OFFER not in evenings.got(ann)
    await evenings.comes("2014-11-25T12:00")
    await evenings.comes("2014-11-26T12:00")
    assert evenings.got(ann).count(OFFER) == 1
    assert evenings.sent(ann)[-1].labels == [["Subscribe"]]


async def test_who_unsubscribed_gets_none(evenings: Evenings) -> None:
    ann = evenings.person()
    following.stop(evenings.db, ann.chat.id, SESSION)
    announce_the_next_one(evenings)
    await evenings.comes("2014-11-25T12:00")
    assert evenings.got(ann) == []


async def test_a_channel_gets_none(evenings: Evenings) -> None:
    channel = evenings.subscribed(evenings.api.channel("News"))
    evenings.db.execute("update chats set kind = 'channel'")
    announce_the_next_one(evenings)
    await evenings.comes("2014-11-25T12:00")
    assert evenings.got(channel) == []
    assert subscriptions.get(evenings.db, channel.chat.id, "asp13") is not None


async def test_it_is_offered_to_all_however_many_are_looked_at_at_once(
    evenings: Evenings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offering, "LOOKED_AT", 2)
    people = [evenings.person(f"P{number}") for number in range(5)]
    announce_the_next_one(evenings)
    await evenings.comes("2014-11-25T12:00")
    await evenings.comes("2014-11-25T14:00")
    assert [evenings.got(each).count(OFFER) for each in people] == [1] * 5
