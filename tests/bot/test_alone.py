"""On one database the second process hears who was first."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.alone import TAKEN, alone
from bot.told import Told

HOLDER = """
import sys, time
from pathlib import Path
from bot.alone import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "var" / "aspbot.db"


def test_the_second_ends_with_status_3_and_names_the_first_until_that_is_killed(
    database: Path,
) -> None:
    command = [sys.executable, "-c", HOLDER, str(database)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as first:  # noqa: S603 - ours
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        expected = rf"Process {first.pid} serves .*aspbot.db already"
        with pytest.raises(Told, match=expected) as told, alone(database):
            pytest.fail("it was let in")
        assert told.value.exit_code == TAKEN == 3
        first.kill()
        first.wait()
        with alone(database):
            pass


def test_a_database_is_the_same_by_whatever_path(database: Path, tmp_path: Path) -> None:
    with alone(database):
        (tmp_path / "link").symlink_to(tmp_path / "var")
        with pytest.raises(Told, match="already"), alone(tmp_path / "link" / "aspbot.db"):
            pytest.fail("it was let in")


def test_another_database_is_free(database: Path) -> None:
    with alone(database), alone(database.with_name("another.db")):
        pass


def test_the_lock_is_its_owners_alone(database: Path) -> None:
    with alone(database):
        assert database.with_name("aspbot.db.lock").stat().st_mode & 0o077 == 0
