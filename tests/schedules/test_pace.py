"""The account of everything that the bot sends."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from heapq import heappop, heappush
from itertools import cycle, repeat
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.pace import Pace
from schedules.window import SPARE, Window

BAR = 1.05 * 3000 / 30


class Seconds:
    """A clock of seconds that is moved by hand."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def arrivals(ways: Iterable[tuple[float, float, float]], rate: float = 29.0) -> list[float]:
    """Send a digest to a new person again and again; return when each of them arrived.

    ``ways`` are, for each: how late a timer of ours is, how long it is on its way, and how long
    its answer is on the way back.
    """
    clock = Seconds()
    pace = Pace(rate, now=clock)
    arrived: list[float] = []
    flights: list[tuple[float, int, ExitStack]] = []

    def passes(seconds: float) -> None:
        until = clock.at + seconds
        while flights and flights[0][0] <= until:
            clock.at, _, call = heappop(flights)
            call.close()
        clock.at = until

    for chat, (late, there, back) in enumerate(ways, 1):
        passes(late)
        while wait := pace.wait():
            passes(max(wait, 1e-9))
        pace.take(chat)
        call = ExitStack()
        call.enter_context(pace.under_way(chat))
        arrived.append(clock.at + there)
        heappush(flights, (clock.at + there + back, chat, call))
    return sorted(arrived)


def most_within_a_second(moments: Sequence[float]) -> int:
    """Return how many of the moments, at the most, lie within any second."""
    first = most = 0
    for number, moment in enumerate(moments, 1):
        while moments[first] <= moment - 1 + 1e-6:
            first += 1
        most = max(most, number - first)
    return most


def with_delays(seed: int, delay: float, base: float) -> Iterator[tuple[float, float, float]]:
    chance = Random(seed)  # noqa: S311 - a game of chance
    yield 0.0, base / 2, base / 2
    while True:
        late, there, back = (chance.expovariate(1 / delay) for _ in range(3))
        yield late / 2, base / 2 + there, base / 2 + back


@given(
    st.lists(
        st.tuples(st.floats(0, 0.1), st.floats(0.001, 0.4), st.floats(0.001, 0.4)),
        min_size=40,
        max_size=300,
    )
)
def test_never_more_than_thirty_arrive_within_a_second_however_long_they_take(
    ways: list[tuple[float, float, float]],
) -> None:
    quickest = (0.0, 0.001, 0.001)
    assert most_within_a_second(arrivals([quickest, *ways])) <= 30


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("base", [0.002, 0.1, 0.3])
def test_lines_that_stall_now_and_then_do_not_bunch_messages_up(seed: int, base: float) -> None:
    ways = with_delays(seed, 0.01, base)
    stalling = (
        (late, there + 0.3 * (number % 40 == 0), back)
        for number, (late, there, back) in zip(range(3000), ways, strict=False)
    )
    assert most_within_a_second(arrivals(stalling)) <= 30


@pytest.mark.parametrize("base", [0.002, 0.1, 0.3])
def test_three_thousand_digests_take_hardly_longer_than_the_limit_dictates(base: float) -> None:
    ways = (each for each, _ in zip(with_delays(1, 0.01, base), range(3000), strict=False))
    arrived = arrivals(ways)
    assert arrived[-1] - arrived[0] < BAR
    assert most_within_a_second(arrived) <= 30


def test_pauses_of_our_own_are_made_up_for() -> None:
    pauses = cycle([0.1, *[0.0] * 15])
    arrived = arrivals(zip(pauses, repeat(0.002, 3000), repeat(0.002), strict=False))
    assert arrived[-1] - arrived[0] < BAR


@pytest.mark.parametrize(("rate", "most"), [(10, 11), (29, 30), (30, 30), (100, 100)])
def test_a_rate_is_kept_within_each_second(rate: float, most: int) -> None:
    pauses = cycle([0.5, *[0.0] * 30])
    arrived = arrivals(zip(pauses, repeat(0.002, 600), repeat(0.002), strict=False), rate)
    assert most_within_a_second(arrived) <= most


def test_digests_take_what_replies_leave() -> None:
    clock = Seconds()
    pace = Pace(29, now=clock)
    for chat in range(1, 31):
        with pace.reply(chat):
            clock.at += 0.001
    assert pace.wait_for_reply(31) == 0
    assert pace.wait() == pytest.approx(1 - 0.029)


def test_a_person_gets_one_message_a_second_and_a_group_twenty_a_minute() -> None:
    pace = Pace(29, now=Seconds())
    pace.take(7)
    pace.take(-7)
    assert (pace.wait_in(7), pace.wait_in(-7), pace.wait_in(8)) == (1.0, 3.0, 0.0)


def test_the_next_message_to_a_chat_counts_from_the_answer_to_the_last() -> None:
    clock = Seconds()
    pace = Pace(29, now=clock)
    pace.take(7)
    with pace.under_way(7):
        clock.at += 0.7
    assert pace.wait_in(7) == 1.0


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


def test_a_message_that_is_taken_in_between_shows_that_they_are_of_those_chats_alone() -> None:
    clock = Seconds()
    pace = Pace(29, now=clock)
    pace.halt(7, 12)
    clock.at = 1.0
    with pace.reply(9):
        clock.at = 1.1
    pace.halt(8, 12)
    assert (pace.wait(), pace.wait_in(8)) == (0, 12)


def test_the_account_does_not_grow_with_the_chats() -> None:
    clock = Seconds()
    pace = Pace(1000, now=clock)
    for chat in range(1, 20_000):
        clock.at += 0.001
        pace.take(chat)
        with pace.under_way(chat):
            pass
        pace.halt(-chat, 0.5)
    assert len(pace._persons) < 1100  # noqa: SLF001 - memory is seen nowhere else
    assert len(pace._halts) < 600  # noqa: SLF001 - memory is seen nowhere else


def test_calls_that_are_held_up_hold_the_next_ones() -> None:
    clock = Seconds()
    pace = Pace(29, now=clock)
    with ExitStack() as calls:
        for chat in range(1, 31):
            clock.at += pace.wait()
            pace.take(chat)
            calls.enter_context(pace.under_way(chat))
        clock.at += 5
        assert pace.wait() > 0


def test_what_left_before_this_process_did_is_given_a_second() -> None:
    pace = Pace(29, now=Seconds())
    pace.rests(1.0)
    assert (pace.wait(), pace.wait_for_reply(7)) == (1.0, 0.0)


def test_a_group_may_have_got_something_just_before_this_process_began() -> None:
    clock = Seconds()
    pace = Pace(29, now=clock)
    pace.rests(1.0)
    clock.at = 1.0
    assert (pace.wait(), pace.wait_in(7), pace.wait_in(-7)) == (0.0, 0.0, 2.0)
    clock.at = 3.0
    assert pace.wait_in(-7) == 0.0


def test_the_quickest_answer_counts_once_enough_were_seen() -> None:
    clock = Seconds()
    window = Window(30, clock)
    for _ in range(60):
        window.leaves()
        began = clock.at
        clock.at += 0.1
        window.lands(began, taken=True)
    assert window.least == pytest.approx(0.1 - SPARE)
