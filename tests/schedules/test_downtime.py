"""What a time offline, a full disk and a clock that jumps leave of a session."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.delivering import rounds_of
from bot.localapi import Fault, Message, Place
from data import deliveries, following, outbox, subscriptions
from data.chat_times import ChatTime
from schedules.pace import Pace
from tests.schedules.conftest import SESSION, Evenings

EVENING = "2013-11-20T18:00"
AFTER = "2014-02-03T09:00"
SEVEN = ChatTime(time(19), "Europe/Amsterdam")


def buttons(messages: list[Message]) -> list[str]:
    """Return the labels below messages that offer days."""
    offers = (each for each in messages if "Days you have not had yet" in each.content)
    return [label for each in offers for row in each.labels for label in row]


async def test_each_chat_is_offered_all_its_old_days(evenings: Evenings) -> None:
    people = [evenings.person(f"P{number}") for number in range(70)]
    await evenings.comes("2013-11-25T12:00")
    assert {tuple(buttons(evenings.sent(each))) for each in people} == {("Day 1", "Day 2", "Day 3")}


async def test_a_digest_that_a_crash_left_waiting_for_days_is_offered_by_a_button(
    evenings: Evenings,
) -> None:
    ann = evenings.person()
    evenings.api.fail(Fault.cut(), "sendMessage", times=None)
    await evenings.comes(EVENING)
    evenings.api.recover()
    evenings.restarts()
    await evenings.comes("2013-11-23T12:00")
    assert evenings.days(ann) == [2, 3]
    assert buttons(evenings.sent(ann)) == ["Day 1"]


async def test_a_digest_that_was_held_for_days_is_sent_after_a_restart(evenings: Evenings) -> None:
    evenings.unwritten(8)
    ann = evenings.person()
    await evenings.comes("2013-11-28T18:00")
    evenings.clock.set(datetime(2013, 12, 3, 9, tzinfo=UTC))
    evenings.publish(8, "Very late.")
    evenings.restarts()
    await evenings.passes(minutes=1)
    assert evenings.days(ann)[-1] == 8


async def test_a_message_begun_before_a_time_offline_is_brought_to_its_end(
    evenings: Evenings,
) -> None:
    evenings.unwritten(1)
    evenings.publish(1, "\n\n".join("Words and words. " * 20 for _ in range(25)))
    ann = evenings.person()
    await evenings.comes("2013-11-20T17:59:30")
    evenings.clock.tick(timedelta(seconds=30))
    await first_part_alone(evenings, ann)
    evenings.restarts()
    await evenings.comes("2013-11-24T12:00")
    parts = [each.content.splitlines()[-1] for each in evenings.sent(ann)]
    total = len([each for each in parts if each.startswith("(")])
    assert total > 2
    assert parts[:total] == [f"({number}/{total})" for number in range(1, total + 1)]


async def first_part_alone(evenings: Evenings, place: Place) -> None:
    """Let only the first message to a chat through."""
    ends = False

    def cut(_: object) -> None:
        if evenings.sent(place) and not ends:
            evenings.api.fail(Fault.cut(), "sendMessage", times=None)

    evenings.api.watch(cut)
    await evenings.rounds.settle()
    ends = True
    evenings.api.recover()


async def test_after_a_clock_that_was_ahead_what_waits_is_tried_soon(evenings: Evenings) -> None:
    ann = evenings.person()
    evenings.api.fail(Fault.cut(), "sendMessage")
    await evenings.comes("2013-11-20T20:00")
    assert evenings.days(ann) == []
    await evenings.comes("2013-11-20T18:30")
    assert evenings.days(ann) == [1]


async def test_after_a_clock_that_was_ahead_a_change_that_could_be_undone_leaves(
    evenings: Evenings,
) -> None:
    ann = evenings.person()
    await evenings.comes("2013-11-22T12:00")
    evenings.publish(2, "Changed.", "corrected")
    evenings.db.execute("update revisions set leaves = '2013-11-22T12:00:10.000000+00:00'")
    await evenings.comes("2013-11-21T18:30")
    assert "Changed." in evenings.sent(ann)[-1].content


async def test_a_full_disk_holds_what_telegram_answered_until_it_can_be_kept(
    evenings: Evenings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bo = evenings.person("Ann"), evenings.person("Bo")
    evenings.api.fail(Fault.flood(3), "sendMessage", chat_id=bo.chat.id)
    kept = {"sent": outbox.sent, "later": outbox.later}

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    for name in kept:
        monkeypatch.setattr(outbox, name, full)
    with pytest.raises(sqlite3.OperationalError):
        await evenings.comes(EVENING)
    for name, function in kept.items():
        monkeypatch.setattr(outbox, name, function)
    await evenings.passes(minutes=1)
    await evenings.passes(minutes=1)
    assert (evenings.days(ann), evenings.days(bo)) == ([1], [1])


async def test_a_long_flood_limit_of_one_chat_keeps_nobody_waiting(evenings: Evenings) -> None:
    ann, pace = evenings.person(), Pace(29)
    pace.halt(ann.chat.id, 3600)
    rounds = rounds_of(evenings.application, pace)
    evenings.clock.set(datetime(2013, 11, 20, 18, tzinfo=UTC))
    delivering = asyncio.create_task(rounds.settle())
    await asyncio.sleep(0)
    bo = evenings.person("Bo", "18:30")
    evenings.clock.set(datetime(2013, 11, 21, 17, 30, tzinfo=UTC))
    async with asyncio.timeout(5):
        while not evenings.days(bo):  # noqa: ASYNC110 - the API tells nobody
            await asyncio.sleep(0)
    delivering.cancel()
    assert (evenings.days(ann), evenings.days(bo)) == ([], [2])


async def test_an_interrupted_replay_goes_on_one_a_day(evenings: Evenings) -> None:
    await evenings.comes(AFTER)
    ann = evenings.api.private(evenings.api.person("Ann"), started=True)
    following.replay(evenings.db, ann.chat.id, SESSION, SEVEN, "replay", evenings.clock.now())
    person = evenings.api.world.people[ann.chat.id]
    await evenings.comes("2014-02-03T18:00")
    evenings.api.block(person)
    await evenings.comes("2014-02-04T18:00")
    evenings.api.unblock(person)
    evenings.clock.set(datetime(2014, 2, 9, 12, tzinfo=UTC))
    following.come_back(evenings.db, ann.chat.id, evenings.clock.now())
    await evenings.rounds.settle()
    assert evenings.days(ann) == [1, 2]
    await evenings.comes("2014-02-10T17:00")
    assert evenings.days(ann) == [1, 2]
    await evenings.comes("2014-02-10T18:00")
    assert evenings.days(ann) == [1, 2, 3]
    assert buttons(evenings.sent(ann)) == []


async def test_a_replay_after_days_offline_goes_on_one_a_day(evenings: Evenings) -> None:
    await evenings.comes(AFTER)
    ann = evenings.api.private(evenings.api.person("Ann"), started=True)
    following.replay(evenings.db, ann.chat.id, SESSION, SEVEN, "replay", evenings.clock.now())
    await evenings.comes("2014-02-03T18:00")
    evenings.api.fail(Fault.cut(), "sendMessage", times=None)
    await evenings.comes("2014-02-04T18:00")
    evenings.api.recover()
    evenings.restarts()
    await evenings.comes("2014-02-08T12:00")
    assert evenings.days(ann) == [1, 2]
    assert buttons(evenings.sent(ann)) == []
    await evenings.comes("2014-02-09T18:00")
    assert evenings.days(ann) == [1, 2, 3]


async def test_who_unsubscribes_gets_nothing_that_had_not_begun_to_leave(
    evenings: Evenings,
) -> None:
    ann = evenings.person()
    evenings.api.fail(Fault.cut(), "sendMessage")
    await evenings.comes(EVENING)
    following.stop(evenings.db, ann.chat.id, SESSION)
    await evenings.passes(minutes=5)
    assert evenings.days(ann) == []
    assert deliveries.counts(evenings.db, SESSION, 1) == {}


async def test_who_unsubscribed_while_set_aside_gets_nothing_on_coming_back(
    evenings: Evenings,
) -> None:
    ann = evenings.person()
    evenings.api.block(evenings.api.world.people[ann.chat.id])
    await evenings.comes(EVENING)
    following.stop(evenings.db, ann.chat.id, SESSION)
    evenings.api.unblock(evenings.api.world.people[ann.chat.id])
    following.come_back(evenings.db, ann.chat.id, evenings.clock.now())
    await evenings.passes(minutes=5)
    assert evenings.days(ann) == []


async def test_parts_that_a_chat_had_before_it_left_are_corrected_with_the_rest(
    evenings: Evenings,
) -> None:
    evenings.unwritten(1)
    evenings.publish(1, "\n\n".join("Words and words. " * 20 for _ in range(25)))
    ann = evenings.person()
    person = evenings.api.world.people[ann.chat.id]

    def leaves(_: object) -> None:
        if evenings.sent(ann) and not ann.chat.blocked:
            evenings.api.block(person)

    evenings.api.watch(leaves)
    await evenings.comes(EVENING)
    evenings.publish(1, "Short and right.", "corrected")
    evenings.api.unblock(person)
    evenings.api.watch(lambda _: None)
    following.come_back(evenings.db, ann.chat.id, evenings.clock.now())
    await evenings.passes(minutes=1)
    assert "Short and right." in evenings.sent(ann)[0].content


async def test_a_group_that_moves_while_a_day_is_planned_gets_it(evenings: Evenings) -> None:
    api = evenings.api
    team = evenings.subscribed(api.group("Team", administrators=[api.person("Bo")]))
    evenings.clock.set(datetime(2013, 11, 20, 18, tzinfo=UTC))
    evenings.db.table("plans").insert(
        {"session": SESSION, "day": 1, "zone": SEVEN.zone, "time": "19:00", "cursor": 0, "done": 1}
    )
    moved = api.migrate(team)
    following.move(evenings.db, team.chat.id, moved.chat.id, evenings.clock.now())
    evenings.restarts()
    await evenings.passes(minutes=1)
    assert evenings.days(moved) == [1]
    assert subscriptions.get(evenings.db, moved.chat.id, SESSION)


async def test_a_locked_store_lets_what_is_due_wait_and_holds_nobody(evenings: Evenings) -> None:
    ann = evenings.person()
    path = evenings.db.execute("pragma database_list").fetchone()[2]
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        began = asyncio.get_running_loop().time()
        with pytest.raises(sqlite3.OperationalError):
            await evenings.comes(EVENING)
        assert asyncio.get_running_loop().time() - began < 1
        other.rollback()
    await evenings.passes(minutes=1)
    assert evenings.days(ann) == [1]
