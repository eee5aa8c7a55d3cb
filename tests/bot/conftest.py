"""A place without a configuration, for what reads one."""

from pathlib import Path

import pytest

from bot.settings import NAMES


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, where no variable of ours is set."""
    for name in NAMES:
        monkeypatch.delenv(name.upper(), raising=False)
    folder = tmp_path / "bare"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def filled(bare: Path, library: Path) -> Path:
    """The store with the session that ships, where ``DATABASE`` has it by default."""
    path = bare / "var" / "aspbot.db"
    path.parent.mkdir()
    path.touch(0o600)
    path.write_bytes(library.read_bytes())
    return path
