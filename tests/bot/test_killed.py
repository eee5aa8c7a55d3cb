"""Killed at any instant, the bot answers all that it had fetched."""

from pathlib import Path

from tests.bot.killing import kill


async def test_whatever_was_asked_is_answered_though_the_bot_is_killed(tmp_path: Path) -> None:
    result = await kill(3, 8, tmp_path)
    assert result.kills == 3
    assert result.answered == result.asked > 8
    assert not result.unanswered
    assert result.changes == result.begun > 0
    assert result.statuses == {0, -9}
