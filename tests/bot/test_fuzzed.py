"""Whatever is sent, nothing breaks, nothing becomes markup, and the next person is answered."""

from pathlib import Path

from tests.bot.fuzzing import fuzz


async def test_hostile_inputs_harm_nobody(tmp_path: Path) -> None:
    result = await fuzz(600, tmp_path, seed=12)
    assert not result.complaints
    assert result.inputs == 600
