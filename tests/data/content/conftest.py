"""A folder of a session that a test may spoil."""

import shutil
from pathlib import Path

import pytest

from data import content

SHIPPED = Path(str(content.folders()[0]))


class Folder:
    """A copy of the session that ships, to be edited."""

    def __init__(self, path: Path) -> None:
        """Edit the files in ``path``."""
        self.path = path

    def replaces(self, file: str, old: str, new: str) -> None:
        """Put ``new`` in place of the first ``old``, which must be there."""
        text = (self.path / file).read_text(encoding="utf-8")
        assert old in text
        (self.path / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def line(self, file: str, words: str) -> int:
        """Return the number of the first line that holds ``words``."""
        lines = (self.path / file).read_text(encoding="utf-8").split("\n")
        return next(number for number, line in enumerate(lines, 1) if words in line)

    def problems(self) -> list[str]:
        """Return what is wrong with the folder, a line each."""
        with pytest.raises(content.ContentError) as raised:
            content.read(self.path)
        return str(raised.value).split("\n")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    copied = tmp_path / "asp12"
    shutil.copytree(SHIPPED, copied)
    return Folder(copied)
