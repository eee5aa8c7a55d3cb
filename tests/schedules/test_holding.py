"""A summary that is not written when it is due."""

from datetime import UTC, datetime, time, timedelta

from bot.localapi import Fault
from data import following
from data.chat_times import ChatTime
from tests.schedules.conftest import Evenings

WAITS = "ASP 12: the summary of Day 2 is not written yet. It comes here as soon as it is."


async def test_it_is_held_and_the_chat_hears_so_without_a_sound(evenings: Evenings) -> None:
    evenings.unwritten(2)
    ann = evenings.person()
    await evenings.comes("2013-11-21T18:00")
    assert evenings.got(ann)[1:] == [WAITS]
    assert evenings.sent(ann)[1].silent


async def test_it_goes_out_when_it_is_published_and_the_line_goes(evenings: Evenings) -> None:
    evenings.unwritten(2)
    ann = evenings.person()
    await evenings.comes("2013-11-21T18:00")
    evenings.publish(2, "Now it is written.")
    await evenings.passes(minutes=1)
    assert evenings.days(ann) == [1, 2]
    assert WAITS not in evenings.got(ann)
    assert "corrected" not in evenings.sent(ann)[-1].content


async def test_a_held_day_holds_the_later_ones(evenings: Evenings) -> None:
    evenings.unwritten(2)
    early = evenings.person("Early", "18:30")
    await evenings.comes("2013-11-21T17:30")
    await evenings.comes("2013-11-22T16:59")
    assert evenings.days(early) == [1]
    evenings.publish(2, "Late.")
    await evenings.comes("2013-11-22T17:30")
    assert evenings.days(early) == [1, 2, 3]


async def test_at_the_close_of_the_next_day_the_outcomes_alone_go_out(evenings: Evenings) -> None:
    evenings.unwritten(7)
    ann = evenings.person()
    await evenings.comes("2013-11-27T18:00")
    assert 7 not in evenings.days(ann)
    await evenings.comes("2013-11-28T17:00")
    assert evenings.days(ann)[-1] == 7
    alone = evenings.sent(ann)[-1]
    assert "No summary of this day was written in time." in alone.content
    assert "Decided that day" in alone.content
    evenings.publish(7, "The summary came late.")
    await evenings.passes(hours=3)
    assert "The summary came late." in alone.content
    assert "corrected" not in alone.content


async def test_where_nothing_went_out_it_is_sent_when_it_comes(evenings: Evenings) -> None:
    evenings.unwritten(5)
    ann = evenings.person()
    await evenings.comes("2013-11-26T18:00")
    assert evenings.days(ann)[-1] == 6
    evenings.publish(5, "Very late.")
    await evenings.passes(hours=100)
    assert evenings.days(ann)[-1] == 5


async def test_the_last_day_is_waited_for_48_hours(evenings: Evenings) -> None:
    evenings.unwritten(8)
    ann = evenings.person()
    await evenings.comes("2013-11-28T18:00")
    await evenings.comes("2013-11-30T16:59")
    assert evenings.days(ann)[-1] == 7
    await evenings.comes("2013-11-30T17:00")
    assert evenings.days(ann)[-1] == 8


async def test_a_line_too_old_to_be_deleted_says_that_the_summary_came(evenings: Evenings) -> None:
    evenings.unwritten(8)
    ann = evenings.person()
    await evenings.comes("2013-11-28T18:00")
    evenings.clock.tick(timedelta(hours=47))
    evenings.publish(8, "Late.")
    evenings.api.fail(Fault(), "deleteMessage", times=1)
    await evenings.passes(minutes=1)
    await evenings.passes(hours=2)
    assert "ASP 12: the summary of Day 8 is written now." in evenings.got(ann)


async def test_a_day_that_the_session_has_no_longer_holds_nobody(evenings: Evenings) -> None:
    ann = evenings.person()
    await evenings.comes("2013-11-20T18:00")
    early = evenings.person("Early", "18:30")
    evenings.clock.set(datetime(2013, 11, 21, 17, 29, tzinfo=UTC))
    following.change_time(
        evenings.db, early.chat.id, ChatTime(time(18, 15), "Europe/Amsterdam"), evenings.clock.now()
    )
    evenings.db.table("days").delete_where("number = 2")
    evenings.publish(1, "Corrected.", "corrected")
    evenings.publish(2, "Of no day.")
    await evenings.comes("2013-11-21T18:00")
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(early) == [3]
    assert evenings.days(ann) == [1, 3]
