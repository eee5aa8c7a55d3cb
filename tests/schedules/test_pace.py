"""The account of everything that the bot sends."""

from collections import deque
from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.pace import Pace


class Seconds:
    """A clock of seconds that is moved by hand."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def broadcast(late: list[float], rate: float = 29.0) -> list[float]:
    """Send a digest to a new person again and again; timers are ``late``. Return the moments."""
    clock = Seconds()
    pace = Pace(rate, now=clock)
    sent = []
    for chat, more in enumerate(late, 1):
        clock.at += pace.wait() + more
        pace.take(chat)
        sent.append(clock.at)
    return sent


@given(st.lists(st.floats(0, 0.05), min_size=40, max_size=200))
def test_never_more_than_thirty_leave_within_a_second(late: list[float]) -> None:
    window: deque[float] = deque()
    for moment in broadcast(late):
        window.append(moment)
        while window[0] <= moment - 1:
            window.popleft()
        assert len(window) <= 30


def test_late_timers_do_not_slow_a_broadcast_down() -> None:
    assert broadcast([0.02] * 3000)[-1] < 1.05 * 3000 / 30


def test_a_reply_is_taken_from_what_digests_may_use_and_waits_for_nothing() -> None:
    clock = Seconds()
    pace = Pace(29, now=clock)
    for chat in range(10):
        pace.take(chat)
    assert pace.wait_for_reply(11) == 0
    assert pace.wait() == pytest.approx(10 / 29)


def test_a_person_gets_one_message_a_second_and_a_group_twenty_a_minute() -> None:
    pace = Pace(29, now=Seconds())
    pace.take(7)
    pace.take(-7)
    assert (pace.wait_in(7), pace.wait_in(-7), pace.wait_in(8)) == (1.0, 3.0, 0.0)


def test_a_flood_limit_in_one_chat_halts_that_chat() -> None:
    pace = Pace(29, now=Seconds())
    pace.halt(7, 12)
    assert (pace.wait_in(7), pace.wait_for_reply(7)) == (12, 12)
    assert (pace.wait(), pace.wait_for_reply(8)) == (0, 0)


def test_flood_limits_in_two_chats_at_once_halt_everything() -> None:
    clock = Seconds()
    pace = Pace(29, now=clock)
    pace.halt(7, 12)
    clock.at = 1.0
    pace.halt(8, 12)
    assert (pace.wait(), pace.wait_for_reply(9)) == (12, 12)


def test_the_account_does_not_grow_with_the_chats() -> None:
    clock = Seconds()
    pace = Pace(1000, now=clock)
    for chat in range(1, 100_000):
        clock.at += 0.001
        pace.take(chat)
    assert len(pace._chats) < 10_000  # noqa: SLF001 - memory is seen nowhere else


def test_calls_that_are_held_up_hold_the_next_ones() -> None:
    clock = Seconds()
    pace = Pace(29, now=clock)
    with ExitStack() as calls:
        for chat in range(1, 31):
            clock.at += pace.wait()
            pace.take(chat)
            calls.enter_context(pace.under_way())
        clock.at += 5
        assert pace.wait() > 0
