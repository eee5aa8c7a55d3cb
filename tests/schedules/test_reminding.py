"""At the close of a day without a summary, editors hear of it, once."""

from data import roles
from tests.schedules.conftest import Evenings

CLOSE = "2013-11-20T17:00"
SAID = "ASP 12: Day 1 is over, and its summary is not written."


async def test_editors_are_reminded_once(evenings: Evenings) -> None:
    evenings.unwritten(1)
    amina = evenings.api.private(evenings.api.person("Amina"), started=True)
    roles.appoint(evenings.db, amina.chat.id, 1, evenings.clock.now())
    await evenings.comes("2013-11-20T16:59")
    assert evenings.got(amina) == []
    await evenings.comes(CLOSE)
    assert evenings.got(amina) == [SAID]
    evenings.restarts()
    await evenings.passes(hours=3)
    assert evenings.got(amina) == [SAID]


async def test_delivery_is_rung_at_the_close(evenings: Evenings) -> None:
    evenings.unwritten(1)
    following = await evenings.rounds.settle()
    assert following
    assert f"{following:%Y-%m-%dT%H:%M}" == CLOSE


async def test_a_day_that_is_written_needs_no_reminder(evenings: Evenings) -> None:
    amina = evenings.api.private(evenings.api.person("Amina"), started=True)
    roles.appoint(evenings.db, amina.chat.id, 1, evenings.clock.now())
    await evenings.comes(CLOSE)
    assert evenings.got(amina) == []


async def test_without_editors_owners_are_reminded(evenings: Evenings) -> None:
    evenings.unwritten(1)
    grace = evenings.api.private(evenings.api.person("Grace"), started=True)
    evenings.application.bot_data.owners = frozenset({grace.chat.id})
    await evenings.comes(CLOSE)
    assert evenings.got(grace) == [SAID]


async def test_after_a_day_out_of_service_nobody_is_reminded(evenings: Evenings) -> None:
    evenings.unwritten(1)
    amina = evenings.api.private(evenings.api.person("Amina"), started=True)
    roles.appoint(evenings.db, amina.chat.id, 1, evenings.clock.now())
    await evenings.comes("2013-11-21T17:01")
    assert SAID not in evenings.got(amina)


async def test_the_day_can_be_written_from_the_reminder(evenings: Evenings) -> None:
    evenings.unwritten(1)
    person = evenings.api.person("Amina")
    amina = evenings.api.private(person, started=True)
    roles.appoint(evenings.db, amina.chat.id, 1, evenings.clock.now())
    await evenings.comes(CLOSE)
    evenings.api.taps(person, evenings.sent(amina)[0], "Write")
    await evenings.api.settled(evenings.application)
    assert evenings.got(amina) == [SAID, "ASP 12 · Day 1 · English"]


async def test_of_a_day_that_was_taken_back_nobody_is_reminded(evenings: Evenings) -> None:
    amina = evenings.api.private(evenings.api.person("Amina"), started=True)
    roles.appoint(evenings.db, amina.chat.id, 1, evenings.clock.now())
    await evenings.comes(CLOSE)
    evenings.publish(1, "", "withdrawn")
    await evenings.passes(minutes=1)
    assert evenings.got(amina) == []
