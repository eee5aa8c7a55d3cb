"""``/delivery``: how a day goes out, stopped and going on, its sum held against the followers."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.localapi import Fault
from data import days, reckoning
from data import session as sessions
from data.reckoning import Reckoning
from handlers.owners import delivery
from tests.conversation import Conversation
from tests.handlers.editors.conftest import Desk
from tests.handlers.editors.test_publishing import published


def reckoned(desk: Desk, number: int = 3) -> Reckoning:
    """Return how a day stands."""
    session, day = sessions.get(desk.db, "asp12"), days.get(desk.db, "asp12", number)
    assert session
    assert day
    return reckoning.of_day(desk.db, session, day, desk.clock.now())


async def test_it_says_what_became_of_every_chat(
    desk: Desk, grace: Conversation, amina: Conversation
) -> None:
    desk.follower("Cas")
    desk.follower("Dee")
    desk.follower("Eli", "21:00")
    await desk.passes(minutes=40)
    await published(amina)
    desk.api.fail(Fault(400, "Bad Request: chat not found"), "sendMessage")
    await desk.passes(seconds=10)
    await grace.sends("/delivery 3")
    assert "Expected: 2\nsent: 1\nwaiting: 0\nfailed: 0\nout of reach: 1" in grace.text
    assert "✓ The sum is right" in grace.text


async def test_stopped_nothing_leaves_until_it_goes_on(
    desk: Desk, grace: Conversation, amina: Conversation
) -> None:
    cas = desk.follower("Cas")
    await desk.passes(minutes=40)
    before = len(desk.sent(cas))
    await published(amina)
    await grace.sends("/delivery 3")
    await grace.taps("Stop")
    assert "Stopped." in grace.text
    await desk.passes(minutes=5)
    assert len(desk.sent(cas)) == before
    await grace.taps("Go on")
    await desk.passes(seconds=1)
    assert "The Assembly met." in desk.sent(cas)[-1].content


async def test_what_was_about_to_leave_takes_the_newest_text_when_it_goes_on(
    desk: Desk, grace: Conversation, amina: Conversation
) -> None:
    cas = desk.follower("Cas")
    await desk.passes(minutes=40)
    await published(amina, "Wrong.")
    desk.api.fail(Fault(), "sendMessage")
    await desk.passes(seconds=10)
    await grace.sends("/delivery 3")
    await grace.taps("Stop")
    await published(amina, "Right.")
    await desk.passes(minutes=5)
    await grace.taps("Go on")
    await desk.passes(seconds=1)
    assert [each.content for each in desk.sent(cas) if "Wrong." in each.content] == []
    assert "Right." in desk.sent(cas)[-1].content


async def test_corrections_stand_still_too(
    desk: Desk, grace: Conversation, amina: Conversation
) -> None:
    cas = desk.follower("Cas")
    await desk.passes(minutes=40)
    await published(amina, "First.")
    await desk.passes(seconds=10)
    await grace.sends("/delivery 3")
    await grace.taps("Stop")
    await published(amina, "Second.")
    await amina.taps("Without a note")
    await desk.passes(minutes=5)
    assert "First." in desk.sent(cas)[-1].content
    await grace.taps("Go on")
    await desk.passes(seconds=1)
    assert "Second." in desk.sent(cas)[-1].content


async def test_other_days_go_on_and_keep_their_order(desk: Desk, grace: Conversation) -> None:
    cas = desk.follower("Cas")
    await grace.sends("/delivery 3")
    await grace.taps("Stop")
    await desk.passes(days=3)
    assert not [each for each in desk.sent(cas) if "Day 3" in each.content.split("\n")[0]]


async def test_it_is_kept_up_to_date_until_nothing_waits(
    desk: Desk, grace: Conversation, amina: Conversation
) -> None:
    desk.follower("Cas")
    await desk.passes(minutes=40)
    await grace.sends("/delivery 3")
    assert "waiting: 1" in grace.text
    jobs = desk.application.job_queue
    assert jobs
    (job,) = jobs.get_jobs_by_name(f"delivery-{grace.place.chat.id}")
    await published(amina)
    await desk.passes(seconds=10)
    await job.run(desk.application)
    assert "sent: 1\nwaiting: 0" in grace.text
    assert not jobs.get_jobs_by_name(f"delivery-{grace.place.chat.id}")


async def test_who_is_no_owner_any_more_sees_no_more_of_it(desk: Desk, grace: Conversation) -> None:
    await grace.sends("/delivery 3")
    before = grace.text
    jobs = desk.application.job_queue
    assert jobs
    (job,) = jobs.get_jobs_by_name(f"delivery-{grace.place.chat.id}")
    desk.application.bot_data.owners = frozenset()
    await desk.passes(minutes=1)
    await job.run(desk.application)
    assert grace.text == before


async def test_a_follower_without_a_delivery_is_found(desk: Desk, grace: Conversation) -> None:
    desk.follower("Cas")
    await desk.passes(minutes=40)
    assert reckoned(desk).is_right
    desk.db.execute("delete from deliveries where day = 3")
    assert reckoned(desk).missing == 1
    await grace.sends("/delivery 3")
    assert "One follower should have it and has no delivery." in grace.text


async def test_what_counts_as_sent_without_a_message_is_found(
    desk: Desk, amina: Conversation
) -> None:
    desk.follower("Cas")
    await desk.passes(minutes=40)
    await published(amina)
    await desk.passes(seconds=10)
    assert reckoned(desk).is_right
    desk.db.execute("update outbox set message = null where kind = 'part'")
    assert reckoned(desk).unproven == 1
    assert not reckoned(desk).is_right


async def test_who_left_or_is_yet_to_get_it_does_not_disturb_the_sum(
    desk: Desk, amina: Conversation
) -> None:
    cas = desk.conversation("Cas")
    desk.follower("Cas2")
    place = desk.follower("Dee")
    desk.follower("Eli", "23:00")
    await desk.passes(minutes=40)
    await published(amina)
    await desk.passes(seconds=10)
    desk.db.execute("update subscriptions set state = 'off' where chat = ?", [place.chat.id])
    assert cas.person
    assert reckoned(desk) == Reckoning(2, 2, 0, 0, 0, 0, 0)


@pytest.mark.parametrize("data", [None, "something"])
async def test_a_job_without_its_message_does_nothing(data: object) -> None:
    context = cast("Any", SimpleNamespace(job=SimpleNamespace(data=data)))
    await delivery.bring_up_to_date(context)
