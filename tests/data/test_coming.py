"""What comes next in a session."""

from datetime import date, datetime, timedelta

import pytest
from sqlite_utils import Database

from data import coming, days, session
from data.programme import Event
from data.session import Session


@pytest.fixture
def asp12(db: Database) -> Session:
    found = session.get(db, "asp12")
    assert found
    return found


def test_a_day_is_at_hand_until_it_closes(db: Database, asp12: Session) -> None:
    every = days.every(db, "asp12")
    for day, following in zip(every, [*every[1:], None], strict=True):
        closes = day.closes_at(asp12)
        assert coming.day(every, asp12, closes - timedelta(seconds=1)) == day
        assert coming.day(every, asp12, closes) == following


def test_an_item_is_over_only_when_its_end_is_known_and_past(asp12: Session) -> None:
    def event(name: str, starts: str | None, ends: str | None) -> Event:
        held = date(2013, 11, 23)
        return Event(
            id=name,
            kind="plenary",
            title="T",
            date=held,
            starts=starts,
            ends=ends,
            sources=("pr963",),
        )

    held = [event("a", None, None), event("b", "10:00", None), event("c", "10:00", "11:00")]
    eleven = datetime(2013, 11, 23, 11, tzinfo=asp12.zone)
    assert coming.events(held, asp12, eleven - timedelta(minutes=1)) == held
    assert [each.id for each in coming.events(held, asp12, eleven)] == ["a", "b"]
