"""At a terminal lines are typed at a prompt, with completion and history."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.localapi import LocalApi
from bot.terminal.prompt import Commands, PromptedLines
from bot.terminal.scene import Scene
from bot.terminal.screen import Screen
from bot.terminal.writing import PlainWriter
from data.locales.words import Words


@contextmanager
def prompted(folder: Path) -> Iterator[tuple[PromptedLines, PipeInput, StringIO]]:
    api, words, output = LocalApi(), Words.load(), StringIO()
    scene = Scene(api, "ann")
    screen = Screen(api, scene, PlainWriter(output), words, folder)
    with create_pipe_input() as keys:
        streams = {"input": keys, "output": DummyOutput()}
        yield PromptedLines(scene, screen, words, folder / "history", **streams), keys, output


async def test_lines_come_until_ctrl_d(tmp_path: Path) -> None:
    with prompted(tmp_path) as (lines, keys, _):
        keys.send_text("/day 3\r")
        assert await lines.next() == "/day 3"
        keys.send_text("one\x1b\rtwo\r")
        assert await lines.next() == "one\ntwo"
        keys.send_text("\x04")
        assert await lines.next() is None
    assert "/day 3" in (tmp_path / "history").read_text()


async def test_ctrl_c_drops_the_line_and_says_how_to_end(tmp_path: Path) -> None:
    with prompted(tmp_path) as (lines, keys, output):
        keys.send_text("half\x03")
        keys.send_text("/days\r")
        assert await lines.next() == "/days"
    assert "Ctrl-D or /quit ends the chat." in output.getvalue()


def completed(typed: str) -> list[str]:
    commands = Commands(Scene(LocalApi(), "ann"), Words.load())
    event = CompleteEvent(completion_requested=True)
    return [each.text for each in commands.get_completions(Document(typed), event)]


def test_commands_people_and_places_are_completed() -> None:
    assert completed("/outc") == ["/outcomes"]
    assert completed("/in te") == ["/in team"]
    assert completed("/as o") == ["/as owner"]
    assert "/tick" in completed("/t")
    assert completed("what") == []
    assert completed("") == []
