"""A line is read as a number, a command of the terminal's, inline mode, or a text."""

from datetime import timedelta

import pytest

from bot.terminal import typed
from bot.terminal.typed import Command, Inline, Number, Text
from handlers import commands


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("  ", None),
        ("3", Number(3)),
        ("2014", Text("2014")),
        ("\\3", Text("3")),
        ("\\", None),
        ("/day 3", Text("/day 3")),
        ("/tick 10m", Command("tick", "10m")),
        ("/ticket", Text("/ticket")),
        ("\\/as ann", Text("/as ann")),
        ("@asp_bot budget", Inline("budget")),
        ("@ASP_bot", Inline("")),
        ("@asp_bots budget", Text("@asp_bots budget")),
        ("who was elected?", Text("who was elected?")),
    ],
)
def test_a_line_means(line: str, meant: typed.Meant | None) -> None:
    assert typed.read(line, "asp_bot") == meant


def test_the_terminals_commands_hide_none_of_the_bots() -> None:
    assert not set(typed.LOCAL) & set(commands.EVERY)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("10m", timedelta(minutes=10)),
        ("2h", timedelta(hours=2)),
        ("day", timedelta(days=1)),
        ("3 days", timedelta(days=3)),
        ("90 sec", timedelta(seconds=90)),
        ("1W", timedelta(weeks=1)),
        ("monday", None),
        ("-2h", None),
        ("", None),
    ],
)
def test_a_step_of_the_clock(text: str, step: timedelta | None) -> None:
    assert typed.step(text) == step
