"""After the session its digests can still come: one a day, all now, or none until the next."""

from datetime import UTC, datetime

import pytest

from bot.localapi import Fault
from data import subscriptions
from tests.handlers.subscribers.conftest import Subscriber
from tests.schedules.conftest import Evenings

AFTER = "2014-01-15T12:00"


@pytest.fixture(autouse=True)
async def _after_the_session(evenings: Evenings) -> None:
    await evenings.comes(AFTER)


async def test_the_session_is_over_and_its_digests_are_offered(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe 7:30 Nairobi")
    assert ann.text == (
        "ASP 12 is over: it ended on Thursday 28 November 2013.\n"
        "Its 8 digests can still come, as if it were going on:\n\n"
        "• One a day at 07:30, Nairobi time (UTC+3), the first on Thu 16 Jan, 07:30\n"
        "• All now, one below the other\n"
        "• Wait: nothing now; before the next session I ask here once"
    )
    assert ann.last.labels[0] == ["One a day", "All now", "Wait"]
    await evenings.passes(days=3)
    assert evenings.days(ann.place) == []


async def test_one_a_day_comes_at_the_chats_hour(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    await ann.taps("One a day")
    assert ann.text == (
        "ASP 12 comes again, one day a day\n"
        "At 19:00, Amsterdam time (UTC+1): Day 1 on Wed 15 Jan, 19:00,"
        " the last one on Wed 22 Jan, 19:00."
    )
    await evenings.comes("2014-01-15T17:59")
    assert evenings.days(ann.place) == []
    for day in range(15, 25):
        await evenings.comes(f"2014-01-{day}T18:00")
    assert evenings.days(ann.place) == [1, 2, 3, 4, 5, 6, 7, 8]


async def test_all_now_come_at_once_and_in_order(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    await ann.taps("All now")
    assert ann.text.startswith("ASP 12: all 8 digests come now")
    await evenings.passes(seconds=1)
    assert evenings.days(ann.place) == [1, 2, 3, 4, 5, 6, 7, 8]


async def test_waiting_brings_nothing_and_is_still_a_subscription(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    await ann.taps("Wait")
    assert ann.text.startswith("Waiting for the next session")
    await evenings.passes(days=30)
    assert evenings.days(ann.place) == []
    kept = subscriptions.get(evenings.db, ann.person.id, "asp12")
    assert kept
    assert (kept.state, kept.way) == ("on", "wait")


async def test_one_changes_ones_mind_and_gets_nothing_twice(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    await ann.taps("One a day")
    await evenings.comes("2014-01-15T18:00")
    await evenings.comes("2014-01-16T18:00")
    assert evenings.days(ann.place) == [1, 2]
    await ann.sends("/subscribe")
    assert "Day 3 on Fri 17 Jan, 19:00" in ann.text
    await ann.taps("All now")
    await evenings.passes(seconds=1)
    assert evenings.days(ann.place) == [1, 2, 3, 4, 5, 6, 7, 8]
    await ann.sends("/subscribe")
    assert ann.text.startswith("All digests of ASP 12 have come already")


async def test_a_new_hour_holds_from_the_next_one_on(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    await ann.taps("One a day")
    await evenings.comes("2014-01-15T18:00")
    await ann.sends("/settings 20:00")
    assert "Next: Day 2 of 8 on Thu 16 Jan, 20:00." in ann.text
    await evenings.comes("2014-01-15T19:00")
    assert evenings.days(ann.place) == [1]
    await evenings.comes("2014-01-16T19:00")
    assert evenings.days(ann.place) == [1, 2]


async def test_a_replay_pauses_and_goes_on_where_it_was(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    await ann.taps("One a day")
    await evenings.comes("2014-01-15T18:00")
    await ann.sends("/settings")
    await ann.taps("Pause")
    await evenings.comes("2014-01-20T12:00")
    await ann.taps("Resume")
    assert "Next: Day 2 of 8 on Mon 20 Jan, 19:00." in ann.text
    await evenings.comes("2014-01-20T18:00")
    assert evenings.days(ann.place) == [1, 2]


async def test_a_replay_ends_with_the_subscription(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    await ann.taps("One a day")
    await ann.sends("/unsubscribe")
    await evenings.passes(days=2)
    assert evenings.days(ann.place) == []


async def test_who_followed_it_live_is_offered_what_came_before(
    ann: Subscriber, evenings: Evenings
) -> None:
    await evenings.comes("2013-11-26T12:00")
    await ann.sends("/subscribe")
    for day in (26, 27, 28):
        await evenings.comes(f"2013-11-{day}T18:00")
    assert evenings.days(ann.place) == [6, 7, 8]
    await evenings.comes(AFTER)
    await ann.sends("/subscribe")
    assert "Its 5 digests can still come" in ann.text
    await ann.taps("All now")
    await evenings.passes(seconds=1)
    assert evenings.days(ann.place) == [6, 7, 8, 1, 2, 3, 4, 5]


async def test_the_last_evening_is_not_over_while_its_summary_is_awaited(
    ann: Subscriber, evenings: Evenings
) -> None:
    await evenings.comes("2013-11-28T12:00")
    evenings.unwritten(8)
    await ann.sends("/subscribe")
    await evenings.comes("2013-11-28T18:00")
    await ann.sends("/subscribe")
    assert "Next: Day 8 of 8, as soon as its summary is written." in ann.text


async def test_a_button_for_it_is_refused_while_the_session_goes_on(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    offer = ann.last
    await evenings.comes("2013-11-22T12:00")
    ann.api.taps(ann.person, offer, "All now")
    await ann.api.settled(ann.application)
    assert ann.text.startswith("What this button showed is not there any more.")


async def test_what_one_leaves_and_takes_up_the_same_day_goes_on_the_next(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    await ann.taps("One a day")
    await evenings.comes("2014-01-15T18:00")
    await ann.sends("/unsubscribe")
    await ann.sends("/subscribe 21:00")
    assert "One a day at 21:00, Amsterdam time (UTC+1), the first on Thu 16 Jan, 21:00" in ann.text
    await ann.taps("One a day")
    assert "Day 2 on Thu 16 Jan, 21:00" in ann.text
    await evenings.comes("2014-01-15T20:00")
    assert evenings.days(ann.place) == [1]
    await evenings.comes("2014-01-16T20:00")
    assert evenings.days(ann.place) == [1, 2]


async def test_waiting_takes_back_what_has_not_left(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    offer = ann.last
    await ann.taps("One a day")
    ann.api.fail(Fault.cut(), "sendMessage", times=None)
    await evenings.comes("2014-01-15T18:00")
    ann.api.recover()
    ann.api.taps(ann.person, offer, "Wait")
    await ann.api.settled(ann.application)
    assert "Nothing comes now" in offer.content
    await evenings.passes(minutes=5)
    assert evenings.days(ann.place) == []


async def test_what_falls_due_while_the_bot_was_away_is_said_to_be_on_its_way(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    await ann.taps("One a day")
    await evenings.comes("2014-01-15T18:00")
    evenings.clock.set(datetime(2014, 1, 20, 12, tzinfo=UTC))
    await ann.sends("/subscribe")
    assert "Day 2 now, the last one on Sun 26 Jan, 19:00" in ann.text


async def test_the_last_digest_is_the_one_that_came_last(
    ann: Subscriber, evenings: Evenings
) -> None:
    await evenings.comes("2013-11-26T12:00")
    await ann.sends("/subscribe")
    for day in (26, 27, 28):
        await evenings.comes(f"2013-11-{day}T18:00")
    await evenings.comes(AFTER)
    await ann.sends("/subscribe")
    await ann.taps("One a day")
    await evenings.comes("2014-01-15T18:00")
    await ann.sends("/settings")
    assert "Last: Day 1" in ann.labels


async def test_a_digest_that_left_late_is_followed_on_another_day(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    await ann.taps("One a day")
    ann.api.fail(Fault.cut(), "sendMessage", times=None)
    await evenings.comes("2014-01-15T18:00")
    ann.api.recover()
    await evenings.comes("2014-01-16T17:50")
    assert evenings.days(ann.place) == [1]
    await evenings.comes("2014-01-16T18:00")
    assert evenings.days(ann.place) == [1]
    await evenings.comes("2014-01-17T18:00")
    assert evenings.days(ann.place) == [1, 2]
