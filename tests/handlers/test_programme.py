"""``/programme`` and the screen of one item."""

from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from data.clock import SettableClock
from tests.conversation import Conversation


async def test_a_day_lists_its_items_with_kind_hour_and_source(ann: Conversation) -> None:
    await ann.sends("/programme 4")
    assert ann.text.startswith(
        "ASP 12 · Programme of day 4 of 8\nSaturday 23 November 2013, The Hague\n\n"
        "10:30\nElection · Election of a judge (source)\n\n"
        "Election · Election of six CBF members (source)\n\n"
        "Side event · Accountability for Syria (source)\nWhere: World Forum Convention Center"
    )
    assert len(ann.links) == 3


async def test_the_days_beside_and_the_summary_are_buttons(ann: Conversation) -> None:
    await ann.sends("/programme fri")
    assert ann.labels[-4:] == ["Summary of day 3", "Whole programme", "◀ Day 2", "Day 4 ▶"]
    await ann.taps("Day 4 ▶")
    assert ann.text.startswith("ASP 12 · Programme of day 4 of 8")
    await ann.taps("Summary of day 4")
    assert ann.text.startswith("ASP 12 · Day 4 of 8")


async def test_an_item_tells_all_that_is_known_of_it_and_leads_back(ann: Conversation) -> None:
    await ann.sends("/programme 3")
    await ann.taps("Regulation 55")
    assert ann.text.startswith("Side event\nRegulation 55 and the Rights of the Accused")
    assert "Held by: International Bar Association and War Crimes Research Office" in ann.text
    assert "Supported by: Serbia\n" in ann.text
    assert "\n\nSource: International Bar Association" in ann.text
    await ann.taps("◀ Programme")
    assert ann.text.startswith("ASP 12 · Programme of day 3 of 8")


async def test_after_the_session_every_day_is_offered_and_what_has_no_day(
    ann: Conversation,
) -> None:
    await ann.sends("/programme")
    assert "The session is over." in ann.text
    assert "4 · Sat 23 Nov · 3 items\n5 · Mon 25 Nov · one item\n" in ann.text
    await ann.taps("How national justice")
    assert "day not given by any source" in ann.text


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2013, 10, 1, tzinfo=UTC), 1),
        (datetime(2013, 11, 22, 9, tzinfo=UTC), 3),
        (datetime(2013, 11, 22, 17, 0, tzinfo=UTC), 4),
        (datetime(2013, 11, 24, 12, tzinfo=UTC), 5),
        (datetime(2013, 11, 28, 16, 59, tzinfo=UTC), 8),
    ],
)
async def test_without_a_number_the_day_at_hand_comes_next(
    ann: Conversation, clock: SettableClock, moment: datetime, day: int
) -> None:
    clock.set(moment)
    await ann.sends("/programme")
    assert ann.text.startswith(f"ASP 12 · What comes next: day {day} of 8\n")


async def test_what_is_over_today_does_not_come_next(
    ann: Conversation, clock: SettableClock, db: Database
) -> None:
    db.execute("update events set ends = '11:00' where id = 'judge-election'")
    clock.set(datetime(2013, 11, 23, 9, 59, tzinfo=UTC))
    await ann.sends("/programme")
    assert "10:30\u201311:00\nElection · Election of a judge" in ann.text
    clock.set(datetime(2013, 11, 23, 10, 0, tzinfo=UTC))
    await ann.sends("/programme")
    assert "Election of a judge" not in ann.text
    assert "Election of six CBF members" in ann.text


async def test_a_day_of_which_nothing_is_known_says_so(ann: Conversation, db: Database) -> None:
    db.execute("delete from events where day = 8")
    await ann.sends("/programme 8")
    assert ann.text.endswith("Nothing on this day's programme is known.")
    assert "Summary of day 8" in ann.labels


async def test_many_items_stand_on_pages(ann: Conversation, db: Database) -> None:
    db.execute("update events set day = 1")
    await ann.sends("/programme 1")
    await ann.taps("Page 2 of 3")
    assert ann.text.startswith("ASP 12 · Programme of day 1 of 8\n")
    assert "◀ Page 1 of 3" in ann.labels


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("99", "ASP 12 had 8 working days, so there is no day 99."),
        ("x", "I cannot read “x” as a day of ASP 12. Send its number, its date or its weekday: "),
        ("24 nov", "No meeting on Sunday 24 November 2013."),
        ("wed", "ASP 12: which day do you mean?"),
        ("3 march", "Sunday 3 March 2013 is outside ASP 12."),
        ("z" * 4000, "I cannot read “zzz"),
    ],
)
async def test_what_is_no_day_gets_a_sentence_and_a_way_on(
    ann: Conversation, asked: str, answer: str
) -> None:
    await ann.sends(f"/programme {asked}")
    assert ann.text.startswith(answer)
    assert ann.labels


async def test_the_examples_are_of_this_command(ann: Conversation) -> None:
    await ann.sends("/programme x")
    assert "/programme 3, /programme 22 Nov, /programme sat" in ann.text


async def test_days_offered_lead_to_their_programme(ann: Conversation) -> None:
    await ann.sends("/programme wed")
    await ann.taps("Day 7 · Wed 27 Nov")
    assert ann.text.startswith("ASP 12 · Programme of day 7 of 8")
