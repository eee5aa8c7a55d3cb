"""The command line: each command does its own, and what cannot work is a sentence."""

import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot import checks, demo, door, logs, terminal
from bot.cli import main
from bot.opening import opened
from bot.settings import read
from bot.told import Told
from data import content, session

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # noqa: S105 - nobody's

pytestmark = pytest.mark.usefixtures("bare")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_run_without_a_token_says_how_to_get_one() -> None:
    result = run("run")
    assert result.exit_code == 2
    assert "@BotFather" in result.stderr
    assert "aspbot chat" in result.stderr
    assert not result.stdout
    assert not list(Path().iterdir())


@pytest.mark.parametrize("words", [["run"], [], ["import", "x"], ["export", "x"]])
def test_a_wrong_configuration_is_told_before_anything_is_done(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LISTEN", "80")
    monkeypatch.setenv("LOG_LEVEL", "loud")
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "LISTEN takes HOST:PORT, such as 127.0.0.1:8080.",
        "LOG_LEVEL takes DEBUG, INFO, WARNING or ERROR.",
    ]
    assert not list(Path().iterdir())


def test_run_with_a_session_that_nobody_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("SESSION", "asp99")
    monkeypatch.setattr(logs, "configure", lambda *_: None)
    result = run("run")
    assert (result.exit_code, result.stderr) == (
        2,
        "SESSION: there is no session asp99, but asp12.\n",
    )


def test_chat_takes_its_options(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[terminal.Options] = []

    def chat(options: terminal.Options) -> int:
        given.append(options)
        return 7

    monkeypatch.setattr(terminal, "chat", chat)
    result = run("chat", "--as", "owner", "--at", "2013-11-22T18:55", "--fresh")
    assert result.exit_code == 7
    assert given == [terminal.Options(speaker="owner", at="2013-11-22T18:55", fresh=True)]


@pytest.mark.parametrize(
    ("command", "module", "function"), [("demo", demo, "play"), ("check", checks, "checked")]
)
def test_a_command_ends_with_the_status_of_what_it_does(
    command: str, module: Any, function: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, function, lambda: 5)
    assert run(command).exit_code == 5


@pytest.mark.usefixtures("filled")
def test_content_goes_in_and_comes_out() -> None:
    assert run("export", "one").stdout.startswith("one: asp12, ")
    assert run("import", "one").stdout == "ASP 12 (asp12): nothing changed.\n"
    assert run("export", "two", "--session", "asp12", "--sqlite", "asp.db").exit_code == 0
    assert (Path("one") / "days.toml").read_bytes() == (Path("two") / "days.toml").read_bytes()
    assert Path("asp.db").is_file()


@pytest.mark.usefixtures("filled")
def test_a_broken_folder_ends_an_import_with_status_1() -> None:
    run("export", "one")
    (Path("one") / "topics.toml").unlink()
    result = run("import", "one")
    assert result.exit_code == 1
    assert result.stderr == "topics.toml: the file is missing\n"


def test_an_export_needs_a_place() -> None:
    result = run("export")
    assert result.exit_code == 2
    assert "Where to?" in result.stderr


def test_every_command_is_told_in_the_help() -> None:
    shown = run("--help").stdout
    for name, command in main.commands.items():
        assert f"  {name} " in shown
        assert command.help
        assert run(name, "--help").exit_code == 0


class Terminal(StringIO):
    """A stream at whose end a person sits."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("token", "source", "target", "does"),
    [
        (TOKEN, Terminal, Terminal, "serve"),
        (TOKEN, StringIO, StringIO, "serve"),
        (None, Terminal, Terminal, "chat"),
        (None, StringIO, Terminal, "demo"),
        (None, Terminal, StringIO, "demo"),
    ],
)
def test_the_door_leads_to_what_fits(
    monkeypatch: pytest.MonkeyPatch,
    token: str | None,
    source: type[StringIO],
    target: type[StringIO],
    does: str,
) -> None:
    done: list[str] = []

    def note(name: str) -> Callable[..., int]:
        def noted(*_: object) -> int:
            done.append(name)
            return 0

        return noted

    monkeypatch.setattr("bot.starting.start", note("serve"))
    monkeypatch.setattr("bot.lean.for_serving", lambda: None)
    monkeypatch.setattr(terminal, "chat", note("chat"))
    monkeypatch.setattr(demo, "play", note("demo"))
    monkeypatch.setattr(sys, "stdin", source())
    monkeypatch.setattr(sys, "stdout", target())
    assert door.enter(read(None, telegram_token=token or "")) == 0
    assert done == [does]


def test_a_store_is_made_with_what_ships(bare: Path) -> None:
    with opened(Path("deep/in/asp.db")) as db:
        assert [each.id for each in session.every(db)] == ["asp12"]
    assert (bare / "deep" / "in" / "asp.db").is_file()


def test_a_broken_folder_of_the_next_session_does_not_keep_the_bot(
    filled: Path,
    bare: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (bare / "asp13").mkdir()
    (bare / "asp13" / "topics.toml").write_text("[[topic]]\n")
    both = [*content.folders(), bare / "asp13"]
    monkeypatch.setattr("data.content.shipped.folders", lambda: both)
    with opened(filled) as db:
        assert [each.id for each in session.every(db)] == ["asp12"]
    assert 'Not loaded: asp13/topics.toml:1: topic, field "id": is missing' in caplog.messages


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("letter.txt", "letter.txt cannot be used as the store: file is not a database."),
        ("letter.txt/asp.db", "letter.txt/asp.db cannot be opened: File exists."),
        (".", ". cannot be opened: Is a directory."),
    ],
)
def test_a_store_that_cannot_be_opened_is_a_sentence(path: str, told: str) -> None:
    Path("letter.txt").write_text("Dear colleagues\n" * 99)
    with pytest.raises(Told) as raised:
        opened(Path(path))
    assert raised.value.message == told
