"""The wheel holds the four floors with their content and words, and nothing else."""

import subprocess
import sys
from importlib import metadata
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.house.sources import FLOORS, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the wheel, built anew."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own words
    (built,) = folder.iterdir()
    return set(ZipFile(built).namelist())


def test_it_holds_the_floors_as_they_stand_here(wheel: set[str]) -> None:
    here = {
        file.relative_to(ROOT).as_posix()
        for floor in FLOORS
        for file in (ROOT / floor).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert {name for name in wheel if ".dist-info/" not in name} == here


def test_it_holds_content_and_words(wheel: set[str]) -> None:
    assert {
        "data/sessions/asp12/session.toml",
        "data/sessions/asp12/summaries/day-8.en.md",
        "data/locales/en.po",
        "bot/cli.py",
    } <= wheel
    assert {Path(name).suffix for name in wheel if ".dist-info/" not in name} <= {
        ".py",
        ".toml",
        ".md",
        ".po",
        ".txt",
    }


def test_it_brings_its_licence(wheel: set[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in wheel)


def test_nothing_else_that_is_installed_brings_one_of_our_names() -> None:
    brought = {
        (file.parts[0], distribution.name)
        for distribution in metadata.distributions()
        for file in distribution.files or ()
        if file.suffix == ".py" and file.parts[0].removesuffix(".py") in {*FLOORS, "tests"}
    }
    assert not [each for each in brought if each[1] != "aspbot"]
