"""Files are saved under sane names and never over one another."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal import files


def test_a_second_file_of_the_same_name_is_numbered(tmp_path: Path) -> None:
    saved = [files.save(tmp_path, "chart.png", bytes([each])) for each in range(3)]
    assert [each.name for each in saved] == ["chart.png", "chart-2.png", "chart-3.png"]
    assert [each.read_bytes() for each in saved] == [b"\0", b"\1", b"\2"]


@pytest.mark.parametrize(
    ("given_name", "sane"),
    [
        ("chart.png", "chart.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\evil.txt", "evil.txt"),
        ("..", "file"),
        ("", "file"),
        (".bashrc", "bashrc"),
        ("a\x1b[31mb\n.ics", "a[31mb.ics"),
        ("con.txt", "file-con.txt"),
        ("تقويم 12.ics", "تقويم 12.ics"),
    ],
)
def test_a_name_is_made_sane(given_name: str, sane: str) -> None:
    assert files.sane(given_name) == sane


@given(st.text())
def test_any_name_can_be_saved(name: str) -> None:
    sane = files.sane(name.encode(errors="replace").decode())
    assert sane
    assert len(sane.encode()) <= 105
    assert not set(sane) & set("/\\\0\n\x1b")
    assert sane not in {".", ".."}


def test_a_size_is_rounded_up() -> None:
    assert [files.kilobytes(b"x" * size) for size in (1, 1000, 1001)] == [1, 1, 2]
