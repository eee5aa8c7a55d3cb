"""A channel gets digests and nothing else; it is looked after in private."""

import pytest

from bot.localapi import Place
from data import subscriptions
from tests.handlers.subscribers.conftest import Subscriber
from tests.schedules.conftest import Evenings


def subscribed(evenings: Evenings, place: Place) -> bool:
    kept = subscriptions.get(evenings.db, place.id, "asp12")
    return kept is not None and kept.state == "on"


async def settle(there: Subscriber) -> None:
    await there.api.settled(there.application)


async def picks(there: Subscriber, label: str, chosen: Place) -> None:
    await there.sends("/settings")
    await there.taps("A channel or group")
    there.api.shares_chat(there.person, there.place, label, chosen)
    await settle(there)


async def test_whoever_adds_the_bot_is_asked_in_private(bo: Subscriber, evenings: Evenings) -> None:
    channel = bo.api.channel("News", owner=bo.person, bot="left")
    await bo.sends("/start")
    bo.api.add_bot(channel, bo.person)
    await settle(bo)
    assert bo.text == "You added me to News. Shall each day's digest of ASP 12 come there?"
    await bo.taps("Subscribe")
    assert "Each day's digest comes to News at 19:00, Amsterdam time (UTC+1)." in bo.text
    assert evenings.sent(channel) == []
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(channel) == [3]
    assert len(evenings.sent(channel)) == 1


async def test_whoever_adds_the_bot_need_not_know_it(bo: Subscriber) -> None:
    channel = bo.api.channel("News", owner=bo.person, bot="left")
    bo.api.add_bot(channel, bo.person)
    await settle(bo)
    assert bo.heard == []
    assert bo.api.sent(channel) == []


async def test_without_the_right_to_post_that_is_said_first(
    bo: Subscriber, evenings: Evenings
) -> None:
    channel = bo.api.channel("News", owner=bo.person, bot="left")
    await bo.sends("/start")
    bo.api.promote_bot(channel, bo.person, without=["can_post_messages"])
    await settle(bo)
    assert "where I may not post yet" in bo.text
    assert (await bo.is_refused("Subscribe", bo.last)).startswith("I may not post in that chat yet")
    bo.api.promote_bot(channel, bo.person)
    await bo.taps("Subscribe")
    assert subscribed(evenings, channel)


async def test_the_picker_leads_to_the_settings_of_a_channel(
    bo: Subscriber, evenings: Evenings, channel: Place
) -> None:
    await picks(bo, "Choose a channel", channel)
    assert bo.heard[-2].content == "You chose News."
    assert bo.text.startswith("Digests of ASP 12 in News\n\nOff: not subscribed.")
    await bo.taps("Subscribe")
    assert subscribed(evenings, channel)
    assert not subscribed(evenings, bo.place)


async def test_a_channel_where_the_bot_is_not_is_picked_and_it_comes_along(
    bo: Subscriber, evenings: Evenings
) -> None:
    channel = bo.api.channel("New", owner=bo.person, bot="left")
    await picks(bo, "Choose a channel", channel)
    await bo.taps("Subscribe")
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(channel) == [3]


async def test_a_group_is_picked_too(bo: Subscriber, evenings: Evenings, group: Place) -> None:
    await picks(bo, "Choose a group", group)
    assert bo.text.startswith("Digests of ASP 12 in Team")
    await bo.taps("Subscribe")
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(group) == [3]
    assert evenings.days(bo.place) == []


async def test_all_of_its_settings_are_changed_in_private(
    bo: Subscriber, evenings: Evenings, channel: Place
) -> None:
    await picks(bo, "Choose a channel", channel)
    await bo.taps("Subscribe")
    await bo.taps("Settings")
    await bo.taps("Time:")
    await bo.taps("20:00")
    await bo.taps("20:15")
    assert "at 20:15, Amsterdam time" in bo.text
    await bo.sends("Nairobi", reply_to=bo.last)
    assert bo.text.startswith("Digests of ASP 12 in News")
    assert "at 20:15, Nairobi time" in bo.text
    await bo.taps("Sound: on")
    await bo.taps("Topics:")
    await bo.taps("No topics")
    await bo.taps("◀ Settings")
    assert bo.text.startswith("Digests of ASP 12 in News")
    await bo.taps("Pause")
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(channel) == []
    await bo.taps("Resume")
    await evenings.comes("2013-11-23T17:15")
    assert evenings.days(channel) == [4]
    assert evenings.sent(channel)[-1].silent
    await bo.taps("Unsubscribe")
    assert bo.text == "Unsubscribed. No more digests come to News."


async def test_the_picker_can_be_put_away(bo: Subscriber) -> None:
    await bo.sends("/settings")
    await bo.taps("A channel or group")
    bo.api.presses(bo.person, bo.place, "Never mind")
    await settle(bo)
    assert bo.text.startswith("Nothing was changed.")
    assert not (bo.place.chat.reply_keyboard or {}).get("keyboard")


async def test_the_right_is_checked_again_behind_the_picker(
    ann: Subscriber, bo: Subscriber, evenings: Evenings, channel: Place
) -> None:
    bo.api.promote(channel, ann.person, bo.person)
    await picks(ann, "Choose a channel", channel)
    panel = ann.last
    bo.api.promote(channel, ann.person, bo.person, without=["can_post_messages"])
    assert (await ann.is_refused("Subscribe", panel)).startswith("Only administrators of that chat")
    bo.api.leaves(ann.person, channel)
    assert (await ann.is_refused("Subscribe", panel)).startswith("Only administrators of that chat")
    assert not subscribed(evenings, channel)


@pytest.mark.parametrize(
    "data",
    ["subscribe:{}:asp12", "settings:{}", "forget:{}:1", "mydata:{}", "pause:{}:1", "at:{}:0700:"],
)
async def test_made_up_data_gives_a_stranger_nothing(
    ann: Subscriber, bo: Subscriber, evenings: Evenings, channel: Place, data: str
) -> None:
    await picks(bo, "Choose a channel", channel)
    await bo.taps("Subscribe")
    await ann.sends("/help")
    query = ann.api.taps(ann.person, ann.last, data.format(channel.id), stale=True)
    await settle(ann)
    assert ann.api.alerts[query].text.startswith("Only administrators of that chat")
    assert subscribed(evenings, channel)


async def test_a_chat_that_nobody_knows_is_out_of_reach(ann: Subscriber) -> None:
    for key in ("-100999", "77", "x", "-", ""):
        await ann.sends("/help")
        ann.api.taps(ann.person, ann.last, f"settings:{key}", stale=True)
        await settle(ann)
        assert "Something went wrong" not in ann.text


async def test_where_the_bot_is_out_it_says_so(
    bo: Subscriber, evenings: Evenings, channel: Place
) -> None:
    await picks(bo, "Choose a channel", channel)
    panel = bo.last
    bo.api.kick_bot(channel, bo.person)
    assert (await bo.is_refused("Subscribe", panel)).startswith("I am not in that chat")
    assert not subscribed(evenings, channel)


async def test_a_group_that_became_a_supergroup_is_followed(
    bo: Subscriber, evenings: Evenings
) -> None:
    small = bo.api.group("Small", owner=bo.person)
    await picks(bo, "Choose a group", small)
    panel = bo.last
    great = bo.api.migrate(small)
    await settle(bo)
    bo.api.taps(bo.person, panel, "Subscribe")
    await settle(bo)
    assert subscribed(evenings, great)


async def test_in_a_group_there_is_no_picker(bo: Subscriber, group: Place) -> None:
    await bo.at(group).sends("/settings")
    assert "A channel or group" not in bo.at(group).labels
    await bo.at(group).opens("elsewhere")
    assert bo.at(group).text.startswith("What this button showed is not there any more.")
