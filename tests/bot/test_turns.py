"""Each chat's updates one after the other, and no chat before the others."""

import asyncio
import random
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.turns import Line, Turns, Waiting


def opened(waiting: Waiting) -> Update:
    return Update(waiting.number)


def line(number: int) -> Line:
    return "chat", number


def taken(turns: Turns) -> list[int]:
    """Take all that may be answered now."""
    found = []
    while not turns.empty():
        update = turns.get_nowait()
        assert isinstance(update, Update)
        found.append(update.update_id)
    return found


@given(st.lists(st.integers(0, 4), max_size=40), st.integers(1, 4), st.randoms())
def test_a_chats_order_holds_in_whatever_order_answers_end(
    chats: list[int], at_once: int, chance: random.Random
) -> None:
    turns = Turns(opened, at_once)
    for number, chat in enumerate(chats):
        turns.put_nowait(Waiting(number, line(chat)))
    ended: dict[int, list[int]] = defaultdict(list)
    in_hand = taken(turns)
    while in_hand:
        assert len(in_hand) <= at_once
        assert len({chats[number] for number in in_hand}) == len(in_hand)
        number = in_hand.pop(chance.randrange(len(in_hand)))
        ended[chats[number]].append(number)
        turns.done(number)
        in_hand += taken(turns)
    for chat, numbers in ended.items():
        assert numbers == [number for number, each in enumerate(chats) if each == chat]
    assert sum(map(len, ended.values())) == len(chats)
    assert turns.qsize() == 0


def test_who_sends_much_waits_behind_who_sends_little() -> None:
    turns = Turns(opened, at_once=1)
    for number in range(1000):
        turns.put_nowait(Waiting(number, line(1)))
    turns.put_nowait(Waiting(5000, line(2)))
    (first,) = taken(turns)
    turns.done(first)
    assert taken(turns) == [5000]


def test_a_line_that_stands_still_keeps_its_order_and_holds_up_nobody() -> None:
    turns = Turns(opened)
    turns.put_nowait(Waiting(1, line(1)))
    turns.put_nowait(Waiting(2, line(1)))
    assert taken(turns) == [1]
    held = turns.hold(1)
    turns.put_nowait(Waiting(3, line(2)))
    assert taken(turns) == [3]
    turns.release(held)
    assert taken(turns) == [1]
    turns.done(1)
    assert taken(turns) == [2]


def test_what_cannot_be_opened_is_passed_over() -> None:
    turns = Turns(lambda waiting: None if waiting.number == 1 else opened(waiting))
    turns.put_nowait(Waiting(1, line(1)))
    turns.put_nowait(Waiting(2, line(1)))
    with pytest.raises(asyncio.QueueEmpty):
        turns.get_nowait() and turns.get_nowait()
    assert turns.in_hand == 1


async def test_it_is_over_when_all_is_done() -> None:
    turns = Turns(opened)
    turns.put_nowait(Waiting(1, line(1)))
    over = asyncio.create_task(turns.join())
    await asyncio.sleep(0)
    assert isinstance(await turns.get(), Update)
    assert not over.done()
    turns.done(1)
    await over


async def test_a_signal_to_stop_goes_first_and_nothing_behind_it_begins() -> None:
    turns = Turns(opened)
    turns.put_nowait(Waiting(1, line(1)))
    turns.put_nowait(Waiting(2, line(1)))
    await turns.get()
    signal = object()
    await turns.put(signal)
    assert await turns.get() is signal
    turns.done(1)
    assert turns.empty()
    await turns.join()
