"""What goes wrong on the way delays a digest, and neither loses nor doubles it."""

import pytest

from bot.localapi import Fault
from data import chats, deliveries, following
from tests.schedules.conftest import Evenings

EVENING = "2013-11-20T18:00"


@pytest.mark.parametrize(
    "fault", [Fault.flood(17), Fault(), Fault.garbage(), Fault.cut(), Fault.timeout()]
)
async def test_a_fault_delays_a_digest(evenings: Evenings, fault: Fault) -> None:
    ann = evenings.person()
    evenings.api.fail(fault, "sendMessage", times=3)
    await evenings.comes(EVENING)
    assert evenings.days(ann) == []
    for _ in range(4):
        await evenings.passes(minutes=2)
    assert evenings.days(ann) == [1]


async def test_an_answer_that_is_lost_is_the_one_case_that_doubles(evenings: Evenings) -> None:
    ann = evenings.person()
    evenings.api.fail(Fault.timeout(), "sendMessage", after_acceptance=True)
    await evenings.comes(EVENING)
    await evenings.passes(minutes=2)
    assert evenings.days(ann) == [1, 1]


async def test_what_one_chat_refuses_holds_nobody_else(evenings: Evenings) -> None:
    bad, ann = evenings.person("Bad"), evenings.person("Ann")
    evenings.api.fail(Fault(400, "Bad Request: message is strange"), chat_id=bad.chat.id)
    await evenings.comes(EVENING)
    assert (evenings.days(bad), evenings.days(ann)) == ([], [1])
    assert deliveries.counts(evenings.db, "asp12", 1) == {"failed": 1, "sent": 1}


async def test_who_blocked_the_bot_is_set_aside_and_comes_back(evenings: Evenings) -> None:
    ann = evenings.person()
    person = evenings.api.world.people[ann.chat.id]
    evenings.api.block(person)
    await evenings.comes(EVENING)
    assert deliveries.counts(evenings.db, "asp12", 1) == {"aside": 1}
    await evenings.comes("2013-11-21T18:00")
    assert len(evenings.api.called("sendMessage")) == 1
    evenings.api.unblock(person)
    assert following.come_back(evenings.db, ann.chat.id, evenings.clock.now())
    await evenings.passes(minutes=1)
    assert evenings.days(ann) == [1, 2]


async def test_a_group_that_became_a_supergroup_keeps_its_digests(evenings: Evenings) -> None:
    api = evenings.api
    team = evenings.subscribed(api.group("Team", administrators=[api.person("Bo")]))
    moved = api.migrate(team)
    await evenings.comes(EVENING)
    assert evenings.days(moved) == [1]
    assert chats.get(evenings.db, team.chat.id) is None


async def test_a_topic_that_is_gone_sets_the_chat_aside_with_its_reason(evenings: Evenings) -> None:
    api = evenings.api
    forum = api.forum("Team", administrators=[bo := api.person("Bo")])
    topic = evenings.subscribed(api.open_topic(forum, "Digests", bo))
    api.delete_topic(topic)
    await evenings.comes(EVENING)
    found = chats.get(evenings.db, forum.chat.id)
    assert found is not None
    assert (found.state, found.reason) == ("barred", "Message thread not found")


async def test_a_digest_goes_to_the_topic_that_was_chosen(evenings: Evenings) -> None:
    api = evenings.api
    forum = api.forum("Team", administrators=[bo := api.person("Bo")])
    topic = evenings.subscribed(api.open_topic(forum, "Digests", bo))
    await evenings.comes(EVENING)
    assert evenings.sent(topic)[0].thread_id == topic.thread_id


async def test_what_was_on_its_way_at_a_crash_is_sent_again(evenings: Evenings) -> None:
    ann = evenings.person()
    evenings.api.fail(Fault.cut(), "sendMessage")
    await evenings.comes(EVENING)
    evenings.db.execute("update outbox set state = 'sending'")
    evenings.restarts()
    await evenings.passes(minutes=1)
    assert evenings.days(ann) == [1]
