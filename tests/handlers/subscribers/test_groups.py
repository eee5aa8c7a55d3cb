"""In a group administrators decide, read from Telegram when they act; in a forum, which topic."""

from collections.abc import Awaitable, Callable

import pytest

from bot.localapi import Place
from data import chats, subscriptions
from tests.handlers.subscribers.conftest import Subscriber
from tests.schedules.conftest import Evenings

CHANGES = (
    "/subscribe",
    "/subscribe 7:30 Nairobi",
    "/unsubscribe",
    "/settings",
    "/settings 8:00",
    "/mydata",
    "/forgetme",
    "/start s",
)
FOR_ADMINISTRATORS = "In a group, only administrators change this."


def subscribed(evenings: Evenings, place: Place) -> bool:
    kept = subscriptions.get(evenings.db, place.id, "asp12")
    return kept is not None and kept.state == "on"


@pytest.mark.parametrize("text", CHANGES)
async def test_a_member_changes_nothing(
    ann: Subscriber, evenings: Evenings, group: Place, text: str
) -> None:
    await ann.at(group).sends(text)
    assert ann.at(group).text == FOR_ADMINISTRATORS
    assert chats.get(evenings.db, group.id) is None


async def owner(bo: Subscriber, _ann: Subscriber, _group: Place) -> Subscriber:
    return bo


async def administrator(bo: Subscriber, ann: Subscriber, group: Place) -> Subscriber:
    bo.api.promote(group, ann.person, bo.person, without=["can_change_info"])
    return ann


Who = Callable[[Subscriber, Subscriber, Place], Awaitable[Subscriber]]


@pytest.mark.parametrize("who", [owner, administrator])
async def test_an_administrator_subscribes_the_group(
    bo: Subscriber, ann: Subscriber, evenings: Evenings, group: Place, who: Who
) -> None:
    there = (await who(bo, ann, group)).at(group)
    await there.sends("/subscribe")
    assert there.text.startswith("Subscribed to ASP 12\n")
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(group) == [3]


async def test_an_unnamed_administrator_subscribes_the_group(
    bo: Subscriber, evenings: Evenings, group: Place
) -> None:
    bo.api.promote(group, bo.person, anonymous=True)
    there = bo.at(group)
    await there.sends("/subscribe", sender_chat=group)
    assert there.text.startswith("Subscribed to ASP 12\n")
    await there.taps("Settings")  # a tap comes in the person's own name
    await there.taps("Pause")
    assert not subscribed(evenings, group)


async def test_a_name_of_a_channel_is_nobodys(
    bo: Subscriber, evenings: Evenings, group: Place, channel: Place
) -> None:
    await bo.at(group).hears_nothing_after("/subscribe", sender_chat=channel)
    assert not subscribed(evenings, group)


async def test_the_right_is_read_at_the_moment_of_the_act(
    bo: Subscriber, ann: Subscriber, evenings: Evenings, group: Place
) -> None:
    there = ann.at(group)
    bo.api.promote(group, ann.person, bo.person)
    await there.sends("/settings")
    bo.api.demote(group, ann.person, bo.person)
    assert await there.is_refused("Subscribe", there.last) == FOR_ADMINISTRATORS
    assert not subscribed(evenings, group)


async def test_a_basic_group_is_a_group_too(
    bo: Subscriber, ann: Subscriber, evenings: Evenings
) -> None:
    group = bo.api.group("Small", owner=bo.person, members=[ann.person])
    await ann.at(group).sends("/subscribe")
    assert ann.at(group).text == FOR_ADMINISTRATORS
    await bo.at(group).sends("/subscribe")
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(group) == [3]


async def test_a_strangers_tap_is_refused_over_the_chat(
    ann: Subscriber, bo: Subscriber, evenings: Evenings, group: Place
) -> None:
    await bo.at(group).sends("/subscribe")
    confirmation = bo.at(group).last
    await bo.at(group).sends("/settings")
    panel = bo.at(group).last
    taps = [(confirmation, "Unsubscribe"), (confirmation, "Settings")]
    taps += [(panel, label) for row in panel.labels for label in row]
    for message, label in taps:
        if "callback_data" in message.button(label):
            assert await ann.at(group).is_refused(label, message) == FOR_ADMINISTRATORS
    assert subscribed(evenings, group)
    assert evenings.api.violations == []


async def test_another_administrators_tap_is_as_good(
    ann: Subscriber, bo: Subscriber, evenings: Evenings, group: Place
) -> None:
    bo.api.promote(group, ann.person, bo.person)
    await bo.at(group).sends("/settings")
    await ann.at(group).taps("Subscribe")
    assert subscribed(evenings, group)


async def test_a_members_answer_to_the_settings_changes_nothing(
    ann: Subscriber, bo: Subscriber, group: Place
) -> None:
    await bo.at(group).sends("/settings 8:00")
    await ann.at(group).sends("7:30", reply_to=bo.at(group).last)
    assert ann.at(group).text == FOR_ADMINISTRATORS
    await bo.at(group).sends("/settings")
    await bo.at(group).sends("7:30", reply_to=bo.at(group).last)
    assert "Time: 07:30" in bo.at(group).labels


async def test_what_is_kept_in_general_anyone_may_know(ann: Subscriber, group: Place) -> None:
    await ann.at(group).sends("/privacy")
    assert ann.at(group).text.startswith("Who runs this bot, and what it keeps")


async def test_buttons_to_days_lead_out_of_the_group(bo: Subscriber, group: Place) -> None:
    await bo.at(group).sends("/subscribe")
    assert bo.at(group).last.button("Day 1")["url"] == "https://t.me/asp_bot?start=asp12-d-1"


async def test_a_button_for_another_chat_is_none_in_a_group(
    bo: Subscriber, evenings: Evenings, group: Place, channel: Place
) -> None:
    await bo.at(group).opens(f"subscribe:{channel.id}:asp12")
    assert not subscribed(evenings, channel)


async def test_a_digest_comes_to_the_topic_in_which_it_was_ordered(
    bo: Subscriber, evenings: Evenings
) -> None:
    forum = bo.api.forum("Forum", ["News", "Talk"], owner=bo.person)
    await bo.at(forum.topic("News")).sends("/subscribe")
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(forum.topic("News")) == [3]
    assert evenings.sent(forum.topic("Talk")) == []


async def test_a_second_order_moves_it_and_says_so(bo: Subscriber, evenings: Evenings) -> None:
    forum = bo.api.forum("Forum", ["News", "Talk"], owner=bo.person)
    await bo.at(forum.topic("News")).sends("/subscribe")
    talk = bo.at(forum.topic("Talk"))
    await talk.sends("/subscribe")
    assert talk.text.splitlines()[1] == (
        "The digests come to this topic from now on, no longer to the one before."
    )
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(talk.place) == [3]
    assert evenings.days(forum.topic("News")) == []


async def test_other_settings_do_not_move_it(bo: Subscriber, evenings: Evenings) -> None:
    forum = bo.api.forum("Forum", ["News", "Talk"], owner=bo.person)
    await bo.at(forum.topic("News")).sends("/subscribe")
    await bo.at(forum.topic("Talk")).sends("/settings 19:15")
    await evenings.comes("2013-11-22T18:15")
    assert evenings.days(forum.topic("News")) == [3]


async def test_the_general_topic_is_one_too(bo: Subscriber, evenings: Evenings) -> None:
    forum = bo.api.forum("Forum", ["News"], owner=bo.person)
    await bo.at(forum.topic("News")).sends("/subscribe")
    await bo.at(forum.topic("General")).sends("/subscribe")
    assert "no longer to the one before" in bo.at(forum.topic("General")).text
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(forum.topic("General")) == [3]


async def test_a_tap_on_a_message_that_is_gone_does_not_move_it(
    bo: Subscriber, evenings: Evenings
) -> None:
    forum = bo.api.forum("Forum", ["News"], owner=bo.person)
    news = bo.at(forum.topic("News"))
    await news.sends("/subscribe")
    await news.sends("/unsubscribe")
    gone = news.last
    bo.api.deletes(bo.person, gone)
    bo.api.taps(bo.person, gone, "Subscribe")
    await bo.api.settled(bo.application)
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(news.place) == [3]
