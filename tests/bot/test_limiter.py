"""Replies and the account of all that is sent."""

import pytest
from telegram.error import RetryAfter

from bot.limiter import ReplyLimiter
from schedules.pace import DELIVERING, Pace


async def done() -> str:
    return "done"


async def flooded() -> str:
    raise RetryAfter(9)


async def made(limiter: ReplyLimiter, call: object = done, endpoint: str = "sendMessage") -> object:
    return await limiter.process_request(call, (), {}, endpoint, {"chat_id": 7}, None)  # type: ignore[arg-type]  # a call of a test


async def test_a_reply_is_put_on_the_account() -> None:
    pace = Pace(1, overall=1)
    assert await made(ReplyLimiter(pace)) == "done"
    assert pace.wait() > 0


async def test_what_delivery_sends_is_not_put_on_it_twice() -> None:
    pace = Pace(1, overall=1)
    token = DELIVERING.set(True)
    await made(ReplyLimiter(pace))
    DELIVERING.reset(token)
    assert pace.wait() == 0


async def test_what_is_no_message_is_not_counted() -> None:
    pace = Pace(1, overall=1)
    await made(ReplyLimiter(pace), endpoint="getChatMember")
    assert pace.wait() == 0


async def test_a_flood_limit_that_a_reply_meets_halts_its_chat() -> None:
    pace = Pace(29)
    with pytest.raises(RetryAfter):
        await made(ReplyLimiter(pace), flooded)
    assert 8 < pace.wait_for_reply(7) <= 9
