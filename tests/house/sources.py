"""The program's own source, for tests that read it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = ("bot", "handlers", "schedules", "data")


@cache
def modules() -> dict[str, ast.Module]:
    """Return every module of the four floors, parsed, by its path."""
    files = (file for floor in FLOORS for file in sorted((ROOT / floor).rglob("*.py")))
    return {
        file.relative_to(ROOT).as_posix(): ast.parse(file.read_text("utf-8"), str(file))
        for file in files
    }


def nodes() -> Iterator[tuple[str, ast.AST]]:
    """Yield every node of the program with the path of its module."""
    for path, module in modules().items():
        for node in ast.walk(module):
            yield path, node


def text(name: str) -> str:
    """Return what a file of the project's root holds."""
    return (ROOT / name).read_text("utf-8")
