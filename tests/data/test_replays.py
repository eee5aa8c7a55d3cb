"""When the digests of a past session come again."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from data import due, replays
from data.chat_times import ChatTime
from tests.data.test_due import CHATS, Case, cases, local

NAIROBI = ChatTime(time(7, 30), "Africa/Nairobi")


def at(written: str) -> datetime:
    return local(written, NAIROBI.zone)


def test_a_replay_comes_once_a_day_at_the_chats_hour_from_today() -> None:
    today = [at("2026-10-20T07:30"), at("2026-10-21T07:30"), at("2026-10-22T07:30")]
    assert replays.planned(NAIROBI, at("2026-10-20T07:00"), 3) == today
    assert replays.planned(NAIROBI, at("2026-10-20T07:30"), 3) == today
    assert replays.planned(NAIROBI, at("2026-10-19T07:31"), 3) == today


def test_an_interrupted_replay_goes_on_one_a_day() -> None:
    monday = at("2026-10-19T07:30")
    assert replays.following(NAIROBI, monday, monday) == at("2026-10-20T07:30")
    back = at("2026-10-22T10:00")
    assert replays.following(NAIROBI, at("2026-10-20T07:30"), back) == at("2026-10-23T07:30")


def test_a_digest_that_slips_past_midnight_does_not_cost_a_day() -> None:
    late = ChatTime(time(23, 59), NAIROBI.zone)
    sent = at("2026-10-20T00:01")
    assert replays.following(late, at("2026-10-19T23:59"), sent) == at("2026-10-20T23:59")


@given(cases(), st.integers(0, 12))
def test_a_replay_gives_each_digest_its_own_day(case: Case, digests: int) -> None:
    plan = replays.planned(case.chat, case.now, digests)
    dates = [moment.astimezone(case.chat.tz).date() for moment in plan]
    assert len(plan) == digests
    assert dates == sorted(set(dates))
    assert plan[:1] == [due.first_at(case.chat, case.now)][:digests]
    assert all(moment >= case.now for moment in plan)


@given(CHATS, st.datetimes(datetime(2005, 1, 1), datetime(2036, 1, 1)), st.integers(0, 20 * 1440))  # noqa: DTZ001 - made aware below
def test_after_one_that_was_late_the_next_comes_on_a_later_day(
    chat: ChatTime, begun: datetime, late: int
) -> None:
    was_due = due.first_at(chat, begun.replace(tzinfo=UTC))
    was_sent = was_due + timedelta(minutes=late)
    following = replays.following(chat, was_due, was_sent)
    assert following > was_due
    assert following > was_sent
    assert following - was_sent <= timedelta(days=2)
