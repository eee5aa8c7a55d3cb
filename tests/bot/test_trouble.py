"""How long to wait for Telegram, and what is said of it."""

import asyncio
import logging
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

import pytest
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter

from bot.trouble import CALM, Trouble, growing, patience, refuses_token, until_answered


class Seconds:
    """Counts seconds for a ``Trouble``."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def test_each_kind_is_told_once_and_the_end_after_a_calm_time(
    seconds: Seconds, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    trouble = Trouble(seconds)
    for _ in range(3):
        trouble.met(NetworkError("gone"))
        trouble.met(Conflict("two of us"))
        seconds.now += 10
        trouble.passed()
    assert len(caplog.messages) == 2
    seconds.now += CALM
    trouble.passed()
    trouble.passed()
    assert caplog.messages[2:] == ["Telegram answers again, after 20 seconds"]
    trouble.met(NetworkError("gone"))
    assert len(caplog.messages) == 4, "a new time of trouble is told anew"


def test_success_without_trouble_is_not_worth_a_line(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    Trouble().passed()
    assert not caplog.messages


def test_pauses_grow_up_to_half_a_minute() -> None:
    assert list(islice(growing(), 8)) == [1, 2, 4, 8, 16, 30, 30, 30]


@pytest.mark.parametrize("asked", [timedelta(seconds=77), 77])
def test_telegram_says_how_long_to_wait(asked: int | timedelta) -> None:
    assert patience(RetryAfter(asked), 4) == 77
    assert patience(NetworkError("gone"), 4) == 4


def test_only_telegram_itself_refuses_a_token() -> None:
    assert refuses_token(InvalidToken("Unauthorized"))
    of_a_gateway = InvalidToken("Unauthorized")
    of_a_gateway.__cause__ = ValueError("no JSON")
    assert not refuses_token(of_a_gateway)


async def test_a_call_is_made_until_it_is_answered() -> None:
    answers: Iterator[str | Exception] = iter(
        [NetworkError("gone"), RetryAfter(timedelta(seconds=9)), "at last"]
    )
    paused: list[float] = []

    async def call() -> str:
        answer = next(answers)
        if isinstance(answer, str):
            return answer
        raise answer

    async def pause(length: float) -> None:
        paused.append(length)
        await asyncio.sleep(0)

    assert await until_answered(call, Trouble(), pause) == "at last"
    assert paused == [1, 9]


@pytest.mark.parametrize("error", [InvalidToken("Unauthorized"), BadRequest("no")])
async def test_a_final_answer_is_not_asked_for_again(error: Exception) -> None:
    async def call() -> None:
        raise error

    with pytest.raises(type(error)):
        await until_answered(call, Trouble(), final=(BadRequest,))
