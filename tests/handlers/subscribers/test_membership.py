"""Comings and goings: blocked and let back, thrown out and added, moved, closed and reopened."""

from bot.localapi import Place
from data import chats, subscriptions
from tests.handlers.subscribers.conftest import Subscriber
from tests.schedules.conftest import Evenings


async def settle(there: Subscriber) -> None:
    await there.api.settled(there.application)


def state_of(evenings: Evenings, place: Place) -> str | None:
    found = chats.get(evenings.db, place.id)
    return found.state if found else None


async def test_who_blocks_the_bot_is_set_aside_and_comes_back_with_start(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    ann.api.block(ann.person)
    await settle(ann)
    assert state_of(evenings, ann.place) == "blocked"
    await evenings.comes("2013-11-22T18:00")
    # The confirmation alone: nothing is even tried with who is set aside.
    assert len(ann.api.called("sendMessage")) == 1
    ann.api.starts(ann.person)
    await settle(ann)
    await evenings.comes("2013-11-23T18:00")
    assert evenings.days(ann.place) == [3, 4]


async def test_start_brings_back_who_was_found_gone(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    ann.place.chat.blocked = True  # while the bot was away: it heard nothing of it
    await evenings.comes("2013-11-22T18:00")
    assert state_of(evenings, ann.place) == "blocked"
    ann.place.chat.blocked = False
    await ann.sends("/start")
    await evenings.passes(seconds=1)
    assert evenings.days(ann.place) == [3]


async def test_nobody_who_never_chose_anything_is_kept(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/day 3")
    ann.api.block(ann.person)
    await settle(ann)
    assert state_of(evenings, ann.place) is None


async def test_a_group_hears_one_sentence_when_the_bot_is_added(
    bo: Subscriber, ann: Subscriber, evenings: Evenings
) -> None:
    group = bo.api.supergroup("Team", owner=bo.person, members=[ann.person], bot="left")
    bo.api.add_bot(group, bo.person)
    await settle(bo)
    there = bo.at(group)
    assert len(there.heard) == 1
    assert there.text == (
        "To have each day's digest of ASP 12 in this group, an administrator sends"
        " /subscribe@asp_bot or taps here."
    )
    assert there.last.silent
    hello = there.last
    await ann.at(group).is_refused("Subscribe", hello)
    await there.taps("Subscribe")
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(group) == [3]


async def test_a_promotion_is_no_reason_to_speak(bo: Subscriber, group: Place) -> None:
    bo.api.promote_bot(group, bo.person)
    bo.api.demote_bot(group, bo.person)
    await settle(bo)
    assert bo.at(group).heard == []


async def test_where_the_bot_may_not_write_it_is_added_in_silence(bo: Subscriber) -> None:
    group = bo.api.supergroup("Team", owner=bo.person, bot="left")
    bo.api.mute(group)
    bo.api.add_bot(group, bo.person)
    await settle(bo)
    assert bo.at(group).heard == []


async def test_a_group_that_put_the_bot_out_gets_its_digests_when_it_is_back(
    bo: Subscriber, evenings: Evenings, group: Place
) -> None:
    await bo.at(group).sends("/subscribe")
    bo.api.kick_bot(group, bo.person)
    await settle(bo)
    await evenings.comes("2013-11-23T18:00")
    bo.api.add_bot(group, bo.person)
    await settle(bo)
    assert bo.at(group).text == "The digests of ASP 12 go on in this group."
    await evenings.passes(seconds=1)
    assert evenings.days(group) == [3, 4]


async def test_a_channel_that_takes_the_right_to_post_is_set_aside_until_it_gives_it(
    bo: Subscriber, evenings: Evenings, channel: Place
) -> None:
    await bo.sends("/start")
    bo.api.demote_bot(channel, bo.person)
    bo.api.add_bot(channel, bo.person)
    await settle(bo)
    await bo.taps("Subscribe")
    bo.api.promote_bot(channel, bo.person, without=["can_post_messages"])
    await settle(bo)
    assert state_of(evenings, channel) == "barred"
    await evenings.comes("2013-11-22T18:00")
    bo.api.promote_bot(channel, bo.person)
    await settle(bo)
    await evenings.passes(seconds=1)
    assert evenings.days(channel) == [3]


async def test_a_group_that_takes_the_word_from_the_bot_is_set_aside(
    bo: Subscriber, evenings: Evenings, group: Place
) -> None:
    await bo.at(group).sends("/subscribe")
    bo.api.restrict_bot(group, bo.person)
    await settle(bo)
    assert state_of(evenings, group) == "barred"
    bo.api.demote_bot(group, bo.person)
    await settle(bo)
    assert state_of(evenings, group) == "open"


async def test_a_supergroup_keeps_what_the_group_had(bo: Subscriber, evenings: Evenings) -> None:
    small = bo.api.group("Small", owner=bo.person)
    await bo.at(small).sends("/subscribe 18:30")
    await evenings.comes("2013-11-22T17:30")
    assert evenings.days(small) == [3]
    great = bo.api.migrate(small)
    await settle(bo)
    assert state_of(evenings, small) is None
    await evenings.comes("2013-11-23T17:30")
    assert evenings.days(great) == [4]
    assert bo.api.violations == []


async def test_what_is_chosen_between_the_two_notices_of_a_move_stays(
    bo: Subscriber, evenings: Evenings
) -> None:
    small = bo.api.group("Small", owner=bo.person)
    await bo.at(small).sends("/subscribe")
    great = bo.api.migrate(small)
    await settle(bo)
    chats.choose_place(evenings.db, great.id, "group", 7)
    notice = next(e for e in great.chat.messages.values() if "migrate_from_chat_id" in e.service)
    bo.api.world.updates.push("message", notice.wire())
    await settle(bo)
    found = chats.get(evenings.db, great.id)
    assert found
    assert found.thread == 7


async def test_a_topic_that_is_open_again_gets_its_digests(
    bo: Subscriber, evenings: Evenings
) -> None:
    forum = bo.api.forum("Forum", ["News", "Talk"], owner=bo.person)
    news = forum.topic("News")
    await bo.at(news).sends("/subscribe")
    bo.api.close_topic(news, bo.person)
    await settle(bo)
    assert state_of(evenings, forum) == "open"  # it may write there, as far as anyone knows
    await evenings.comes("2013-11-22T18:00")
    assert state_of(evenings, forum) == "barred"
    bo.api.reopen_topic(forum.topic("Talk"), bo.person)
    await settle(bo)
    assert state_of(evenings, forum) == "barred"
    bo.api.reopen_topic(news, bo.person)
    await settle(bo)
    await evenings.passes(seconds=1)
    assert evenings.days(news) == [3]


async def test_a_topic_that_is_gone_waits_for_another_order(
    bo: Subscriber, evenings: Evenings
) -> None:
    forum = bo.api.forum("Forum", ["News", "Talk"], owner=bo.person)
    await bo.at(forum.topic("News")).sends("/subscribe")
    bo.api.delete_topic(forum.topic("News"))
    await evenings.comes("2013-11-22T18:00")
    talk = bo.at(forum.topic("Talk"))
    await talk.sends("/settings")
    assert "I could not write there: " in talk.text
    assert "Try again" in talk.labels
    await talk.sends("/subscribe")
    await evenings.passes(seconds=1)
    assert evenings.days(talk.place) == [3]


async def test_a_group_that_was_muted_is_tried_again_by_a_button(
    bo: Subscriber, evenings: Evenings, group: Place
) -> None:
    await bo.at(group).sends("/subscribe")
    bo.api.mute(group)
    await evenings.comes("2013-11-22T18:00")
    assert state_of(evenings, group) == "barred"
    bo.api.mute(group, muted=False)
    await bo.at(group).sends("/settings")
    await bo.at(group).taps("Try again")
    assert "I could not write there" not in bo.at(group).text
    await evenings.passes(seconds=1)
    assert evenings.days(group) == [3]


async def test_a_replay_goes_on_when_one_is_back(ann: Subscriber, evenings: Evenings) -> None:
    await evenings.comes("2014-01-15T12:00")
    await ann.sends("/subscribe")
    await ann.taps("One a day")
    await evenings.comes("2014-01-15T18:00")
    ann.api.block(ann.person)
    await settle(ann)
    await evenings.comes("2014-01-20T12:00")
    ann.api.starts(ann.person)
    await settle(ann)
    await evenings.passes(hours=1)
    assert evenings.days(ann.place) == [1, 2]
    await evenings.comes("2014-01-21T18:00")
    assert evenings.days(ann.place) == [1, 2, 3]
    assert subscriptions.get(evenings.db, ann.person.id, "asp12")
