"""When digests are due."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import due
from data.chat_times import ChatTime
from data.days import Day
from data.due import Due
from data.session import Session
from tests.data.test_dates import DAYS, SESSION

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
HOURS = st.times().map(lambda at: at.replace(second=0, microsecond=0))
CHATS = st.builds(ChatTime, HOURS, st.sampled_from([*ZONES, "UTC+05:30", "UTC-09:30", "UTC+14:00"]))
FRIDAY = DAYS[2]


class Case(NamedTuple):
    """A session with its days, the time of a chat, and a moment around the session."""

    session: Session
    days: list[Day]
    chat: ChatTime
    now: datetime


def changes(zone: str, year: int) -> list[date]:
    """Return the dates of a year on which a zone's distance from UTC changes."""
    noons = [
        datetime(year, 1, 1, 12, tzinfo=ZoneInfo(zone)) + number * DAY for number in range(366)
    ]
    return [b.date() for a, b in pairwise(noons) if a.utcoffset() != b.utcoffset()]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a session anywhere and at any time, often where clocks change in the chat's zone."""
    chat = draw(CHATS)
    start = draw(st.dates(date(2005, 1, 1), date(2036, 12, 1)))
    if "/" in chat.zone and (found := changes(chat.zone, start.year)) and draw(st.booleans()):
        start = draw(st.sampled_from(found)) - draw(st.integers(0, 3)) * DAY
        around = datetime.combine(start, time(1), UTC) + draw(st.integers(-4, 6)) * MINUTE * 30
        chat = draw(st.sampled_from([chat, chat._replace(hour=around.time())]))
    venue = draw(st.sampled_from(["Europe/Amsterdam", "America/New_York", chat.zone]))
    session = SESSION.replaced(
        start=start,
        timezone=venue if "/" in venue else "UTC",
        closes=f"{draw(HOURS):%H:%M}",
    )
    skipped = draw(st.sets(st.integers(1, 7), max_size=3))
    dates = [start + number * DAY for number in range(8) if number not in skipped]
    early = draw(st.one_of(st.none(), HOURS.map("{:%H:%M}".format)))
    days = [
        DAYS[0].replaced(number=number, date=each) for number, each in enumerate(dates, start=1)
    ]
    days[-1] = days[-1].replaced(closes=early)
    after = timedelta(minutes=draw(st.integers(-3 * 1440, 14 * 1440)))
    return Case(session, days, chat, datetime.combine(start, time(0), UTC) + after)


def local(at: str, zone: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("hour", "zone", "moment"),
    [
        (time(19), "Europe/Amsterdam", "2013-11-22T19:00"),
        (time(18), "Europe/Amsterdam", "2013-11-22T18:00"),
        (time(17, 59), "Europe/Amsterdam", "2013-11-23T17:59"),
        (time(7, 30), "Africa/Nairobi", "2013-11-23T07:30"),
        (time(18), "America/New_York", "2013-11-22T18:00"),
        (time(12), "America/New_York", "2013-11-22T12:00"),
        (time(11, 59), "America/New_York", "2013-11-23T11:59"),
        (time(0), "Pacific/Auckland", "2013-11-24T00:00"),
        (time(6), "Pacific/Auckland", "2013-11-23T06:00"),
    ],
)
def test_a_digest_is_due_at_the_chats_next_hour_from_the_close_of_its_day(
    hour: time, zone: str, moment: str
) -> None:
    assert due.at(SESSION, FRIDAY, ChatTime(hour, zone)) == local(moment, zone)


@pytest.mark.parametrize(
    ("day", "hour", "moment"),
    [
        ("2014-03-30", time(2, 30), "2014-03-30T01:30Z"),  # skipped: 03:30 on the clock
        ("2014-10-26", time(2, 30), "2014-10-26T00:30Z"),  # twice: the first of them
        ("2014-03-29", time(20), "2014-03-29T19:00Z"),
        ("2014-03-30", time(20), "2014-03-30T18:00Z"),
    ],
)
def test_clocks_change_as_in_the_zone_of_the_chat(day: str, hour: time, moment: str) -> None:
    found = due.on(date.fromisoformat(day), hour, ZoneInfo("Europe/Amsterdam"))
    assert found == datetime.fromisoformat(moment)


def test_where_a_date_was_skipped_its_digest_comes_once_a_day_later() -> None:
    chat = ChatTime(time(19), "Pacific/Apia")  # there was no 30 December 2011
    assert due.first_at(chat, local("2011-12-29T19:01", chat.zone)) == local(
        "2011-12-31T19:00", chat.zone
    )


def test_an_hour_that_the_clocks_skip_at_midnight_is_still_ahead_after_it() -> None:
    chat = ChatTime(time(23, 45), "Asia/Pyongyang")  # 23:30 of 4 May 2018 was midnight already
    midnight = local("2018-05-05T00:00", chat.zone)
    assert due.first_at(chat, midnight + 10 * MINUTE) == midnight + 15 * MINUTE


@given(cases())
def test_a_digest_is_never_due_before_the_close_and_at_most_a_day_after_it(case: Case) -> None:
    for day in case.days:
        close = day.closes_at(case.session)
        moment = due.at(case.session, day, case.chat)
        before, after = (each.astimezone(case.chat.tz).utcoffset() for each in (close, moment))
        assert before is not None
        assert after is not None
        assert timedelta(0) <= moment - close <= DAY + max(before - after, timedelta(0))


@given(cases())
def test_a_digest_is_due_when_the_clock_first_shows_the_hour(case: Case) -> None:
    close = case.days[0].closes_at(case.session)
    moment = due.at(case.session, case.days[0], case.chat)
    waited = [close + number * MINUTE for number in range((moment - close) // MINUTE)]
    clock = [each.astimezone(case.chat.tz) for each in waited]
    assert [each for each in clock if each.time() == case.chat.hour and not each.fold] == []
    if moment.astimezone(case.chat.tz).time() != case.chat.hour:
        before = (moment - DAY).astimezone(case.chat.tz)
        assert before.time() == case.chat.hour, "a day before, when the clocks had not changed yet"


@given(cases())
def test_the_order_of_days_is_kept_and_the_plan_is_the_same_each_time(case: Case) -> None:
    session, days = case.session, case.days[:-1]
    plan = list(due.planned(session, days, [case.chat]))
    assert [each.day for each in plan] == [day.number for day in days]
    assert [each.moment for each in plan] == sorted(each.moment for each in plan)
    assert plan == list(due.planned(session, days, [case.chat]))
    assert plan == [Due(due.at(session, day, case.chat), day.number, case.chat) for day in days]


@given(cases())
def test_each_due_moment_is_its_own_first_hour(case: Case) -> None:
    for planned in due.planned(case.session, case.days, [case.chat]):
        assert due.first_at(case.chat, planned.moment) == planned.moment
        assert planned.moment.tzinfo is UTC


@given(cases(), st.lists(CHATS, max_size=5, unique=True))
def test_the_distinct_moments_of_many_chats_stand_in_order(
    case: Case, chats: list[ChatTime]
) -> None:
    moments = due.by_moment(due.planned(case.session, case.days, chats))
    assert list(moments) == sorted(moments)
    assert sum(map(len, moments.values())) == len(chats) * len(case.days)
    assert all(each.moment == moment for moment, dues in moments.items() for each in dues)


def test_chats_of_one_moment_are_planned_together() -> None:
    amsterdam, paris = ChatTime(time(19), "Europe/Amsterdam"), ChatTime(time(19), "Europe/Paris")
    nairobi = ChatTime(time(7, 30), "Africa/Nairobi")
    plan = due.by_moment(due.planned(SESSION, [FRIDAY], [nairobi, amsterdam, paris]))
    evening, morning = (
        local("2013-11-22T19:00", "Europe/Paris"),
        local("2013-11-23T07:30", "Africa/Nairobi"),
    )
    assert plan == {
        evening: [Due(evening, 3, amsterdam), Due(evening, 3, paris)],
        morning: [Due(morning, 3, nairobi)],
    }


def test_the_next_digest_is_the_first_still_ahead() -> None:
    chat = ChatTime(time(19), "Europe/Amsterdam")
    saturday, monday = (local(f"2013-11-{each}T19:00", chat.zone) for each in (23, 25))
    assert due.upcoming(SESSION, DAYS, chat, saturday - MINUTE) == Due(saturday, 4, chat)
    assert due.upcoming(SESSION, DAYS, chat, saturday) == Due(monday, 5, chat)
    assert due.upcoming(SESSION, DAYS, chat, local("2013-11-28T19:00", chat.zone)) is None


def test_a_subscription_counts_from_the_moment_it_was_made() -> None:
    evening = ChatTime(time(19), "Europe/Amsterdam")
    made = local("2013-11-22T19:00", "Europe/Amsterdam")
    assert due.owed(SESSION, DAYS, evening, made) == DAYS[2:]
    assert due.owed(SESSION, DAYS, evening, made + MINUTE) == DAYS[3:]
    morning = ChatTime(time(7, 30), "Africa/Nairobi")
    assert due.owed(SESSION, DAYS, morning, made + MINUTE) == DAYS[2:]


@given(cases())
def test_what_counts_are_the_last_days_in_order(case: Case) -> None:
    days = case.days[:-1]
    counted = due.owed(case.session, days, case.chat, case.now)
    assert counted == days[len(days) - len(counted) :]


def test_a_digest_is_waited_for_until_the_close_of_the_next_working_day() -> None:
    chat = ChatTime(time(19), "Europe/Amsterdam")
    friday, saturday, *_, last = DAYS[2:]
    assert due.given_up(SESSION, DAYS, friday, chat) == local("2013-11-23T18:00", chat.zone)
    assert due.given_up(SESSION, DAYS, saturday, chat) == local("2013-11-25T18:00", chat.zone)
    assert due.given_up(SESSION, DAYS, last, chat) == local("2013-11-30T18:00", chat.zone)


def test_a_digest_is_not_given_up_before_it_is_due() -> None:
    chat = ChatTime(time(17), "Europe/Amsterdam")
    early = [*DAYS[:-1], DAYS[-1].replaced(closes="13:00")]
    moment = local("2013-11-28T17:00", chat.zone)
    assert due.at(SESSION, early[-2], chat) == moment
    assert due.given_up(SESSION, early, early[-2], chat) == moment


@given(cases())
def test_a_digest_is_due_before_it_is_given_up(case: Case) -> None:
    for day in case.days:
        moment = due.given_up(case.session, case.days, day, case.chat)
        assert moment >= due.at(case.session, day, case.chat)
        assert moment > day.closes_at(case.session)


def test_after_four_days_offline_the_last_two_are_sent_and_the_others_listed() -> None:
    chat = ChatTime(time(19), "Europe/Amsterdam")
    now = local("2013-11-25T19:00", chat.zone)
    assert due.fallen(SESSION, DAYS, chat, now) == due.Fallen(
        sent=(DAYS[3], DAYS[4]), listed=(DAYS[0], DAYS[1], DAYS[2])
    )
    later = due.fallen(SESSION, DAYS[2:], chat, now + MINUTE)
    assert later == due.Fallen(sent=(DAYS[4],), listed=(DAYS[2], DAYS[3]))


@given(cases())
def test_what_fell_due_is_sent_or_listed_and_the_rest_is_ahead(case: Case) -> None:
    fallen = due.fallen(case.session, case.days, case.chat, case.now)
    ahead = [day for day in case.days if due.at(case.session, day, case.chat) > case.now]
    assert sorted((*fallen.listed, *fallen.sent, *ahead), key=lambda day: day.number) == case.days
    for day in fallen.sent:
        assert case.now - due.at(case.session, day, case.chat) <= 2 * DAY
    for day in fallen.listed:
        assert case.now - due.at(case.session, day, case.chat) > 2 * DAY


@pytest.mark.parametrize(
    ("at", "night"),
    [("21:59", False), ("22:00", True), ("00:00", True), ("06:59", True), ("07:00", False)],
)
def test_it_is_night_from_22_until_before_7_in_the_chat(at: str, *, night: bool) -> None:
    zone = "Asia/Kathmandu"
    assert due.at_night(local(f"2013-11-22T{at}", zone).astimezone(UTC), ZoneInfo(zone)) is night
