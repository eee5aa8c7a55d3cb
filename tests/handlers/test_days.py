"""``/day``, ``/today``, ``/days``."""

from datetime import UTC, datetime

import pytest

from data.clock import SettableClock
from tests.conversation import Conversation


async def test_a_day_is_shown_with_its_place_in_the_session(ann: Conversation) -> None:
    await ann.sends("/day 3")
    assert ann.text.startswith("ASP 12 · Day 3 of 8\nFriday 22 November 2013, The Hague\n")


async def test_buttons_lead_to_the_days_beside_and_edit_the_message(ann: Conversation) -> None:
    asked = await ann.sends("/day 3")
    turned = await ann.taps("Day 4 ▶")
    assert turned.message_id == asked.message_id
    assert turned.content.startswith("ASP 12 · Day 4 of 8")


async def test_the_first_day_has_no_day_before_it(ann: Conversation) -> None:
    await ann.sends("/day 1")
    assert "Day 2 ▶" in ann.labels
    assert not [label for label in ann.labels if label.startswith("◀ Day")]


async def test_the_sunday_had_no_meeting_and_its_neighbours_are_offered(ann: Conversation) -> None:
    await ann.sends("/day 24 Nov")
    assert ann.text.startswith("No meeting on Sunday 24 November 2013.")
    assert ann.labels[:2] == ["Day 4 · Sat 23 Nov", "Day 5 · Mon 25 Nov"]


async def test_a_weekday_that_came_twice_is_asked_back(ann: Conversation) -> None:
    await ann.sends("/day wed")
    assert ann.labels[:2] == ["Day 1 · Wed 20 Nov", "Day 7 · Wed 27 Nov"]


async def test_a_date_outside_the_session_is_told_so(ann: Conversation) -> None:
    await ann.sends("/day 3 March")
    assert ann.text.startswith("Sunday 3 March 2013 is outside ASP 12.")


async def test_a_day_too_many_is_refused_with_the_number_of_days(ann: Conversation) -> None:
    await ann.sends("/day 99")
    assert ann.text.startswith("ASP 12 had 8 working days, so there is no day 99.")
    assert ann.labels


async def test_what_is_no_day_is_refused_with_examples(ann: Conversation) -> None:
    await ann.sends("/day <b>x</b>")
    assert "I cannot read “<b>x</b>” as a day of ASP 12" in ann.text
    assert "/day 22 Nov" in ann.text


async def test_day_without_a_number_offers_all_days(ann: Conversation) -> None:
    await ann.sends("/day")
    assert len([label for label in ann.labels if label.startswith("Day ")]) == 8


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2013, 11, 1, tzinfo=UTC), 1),
        (datetime(2013, 11, 22, 9, tzinfo=UTC), 3),
        (datetime(2013, 11, 21, 23, 30, tzinfo=UTC), 3),
        (datetime(2014, 1, 1, tzinfo=UTC), 8),
    ],
)
async def test_today_is_the_venues_date(
    ann: Conversation, clock: SettableClock, moment: datetime, day: int
) -> None:
    clock.set(moment)
    await ann.sends("/today")
    assert ann.text.startswith(f"ASP 12 · Day {day} of 8")


async def test_today_on_the_free_sunday_says_so(ann: Conversation, clock: SettableClock) -> None:
    clock.set(datetime(2013, 11, 24, 12, tzinfo=UTC))
    await ann.sends("/today")
    assert ann.text.startswith("No meeting on Sunday 24 November 2013.")


async def test_the_calendar_lists_eight_days(ann: Conversation) -> None:
    await ann.sends("/days")
    assert "1 · Wed 20 Nov · " in ann.text
    assert "8 · Thu 28 Nov · " in ann.text
    assert ann.text.endswith("All summaries are out.")


async def test_the_sources_of_a_day_stand_one_tap_away(ann: Conversation) -> None:
    await ann.sends("/day 3")
    await ann.taps("Sources (")
    assert ann.text.startswith("Sources: ASP 12")
    assert ann.links
    await ann.taps("◀ Back")
    assert ann.text.startswith("ASP 12 · Day 3 of 8")
