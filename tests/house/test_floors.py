"""Imports go downward, and what is asked of the system is asked in one place."""

import ast
import re
import subprocess
import sys
from collections import defaultdict

from tests.house.sources import ROOT, nodes


def test_imports_go_downward() -> None:
    # In a process of its own: it switches off every logger that it finds.
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)  # noqa: S603, PLW1510 - our own words; the status is what is looked at
    assert done.returncode == 0, done.stdout


# Who may ask the system for it; whoever else needs it is handed it.
HOMES: dict[str, set[str]] = {
    # What stands for Telegram's servers has a clock of its own, as they have.
    "datetime.now": {"data/clock.py", "bot/localapi/server.py"},
    "date.today": set(),
    "time.time": set(),
    "time.sleep": set(),
    "os.environ": {"bot/application.py", "bot/settings.py"},
}


def test_what_is_asked_of_the_system_is_asked_in_one_place() -> None:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path, node in nodes():
        if isinstance(node, ast.Attribute) and (name := _last_two(node)) in HOMES:
            found[name].add(path)
    assert {name: found[name] for name in HOMES} == HOMES


def test_no_query_counts_its_placeholders() -> None:
    """With a list, ``?1`` is refused from Python 3.14 on, and warned of by some before it."""
    counted = re.compile(r"[=<>(,] ?\?\d|limit \?\d")
    assert not [
        f"{path}:{node.lineno}"
        for path, node in nodes()
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and counted.search(node.value)
        and re.search(r"\b(select|insert|update|delete)\b", node.value)
    ]


def _last_two(node: ast.Attribute) -> str:
    inner = node.value
    before = inner.attr if isinstance(inner, ast.Attribute) else getattr(inner, "id", "")
    return f"{before}.{node.attr}"
