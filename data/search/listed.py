"""The lists of words beside ``data.search.grammar``, as they are written."""

from pathlib import Path

FOLDER = Path(__file__).parent / "grammar"  # importlib.resources would load zipfile and more


def text(name: str) -> str:
    """Return what a file of the folder holds."""
    return (FOLDER / name).read_text(encoding="utf-8")


def pairs(name: str) -> dict[str, str]:
    """Return the lines of a file of two words each: the second by the first."""
    return dict(line.split() for line in text(name).splitlines())
