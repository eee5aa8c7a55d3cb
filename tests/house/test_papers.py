"""What README, docs and ``/help`` claim is what the code does."""

import re
import tomllib
from io import StringIO
from pathlib import Path

import pytest
from telegram.ext import CommandHandler

from bot.cli import main
from bot.menus import MENU
from bot.settings import NAMES, read
from bot.terminal import Options, chat
from handlers import GROUPS
from handlers.commands import EVERY
from handlers.staff import DOOR
from tests.conversation import Conversation
from tests.house.sources import ROOT, text

PAPERS = (
    "README.md",
    "CONTRIBUTING.md",
    *(f"docs/{each.name}" for each in (ROOT / "docs").iterdir()),
)
COMMAND = re.compile(r"`/([a-z]+)")


def section(title: str, paper: str = "README.md") -> str:
    """Return what stands under a heading."""
    parts = re.split(r"^## ", text(paper), flags=re.MULTILINE)
    return next(each for each in parts if each.startswith(f"{title}\n"))


def first_cells(part: str) -> list[str]:
    """Return the first cell of each row of a table, without its head."""
    rows = [line for line in part.split("\n") if line.startswith("|")]
    return [row.split("|")[1].strip() for row in rows[2:]]


def test_the_readme_has_every_command_of_the_bot() -> None:
    named = COMMAND.findall(" ".join(first_cells(section("What it answers"))))
    assert sorted(set(named)) == sorted(EVERY)


def test_the_readme_has_every_command_of_editors_and_owners() -> None:
    named = COMMAND.findall(" ".join(first_cells(section("Who writes the summaries"))))
    assert sorted(named) == sorted(DOOR.names(owner=True))


async def test_help_has_every_command_of_the_bot(ann: Conversation) -> None:
    await ann.sends("/help")
    listed = re.findall(r"^/([a-z]+) \u2013", ann.text, re.MULTILINE)
    assert sorted(listed) == sorted(EVERY)


def test_every_command_that_is_listed_has_a_handler_and_no_other_has() -> None:
    handled = {
        name
        for handlers in GROUPS
        for handler in handlers
        if isinstance(handler, CommandHandler)
        for name in handler.commands
    }
    assert handled == set(EVERY)
    assert set(MENU) <= set(EVERY)
    assert len(MENU) == 10


def test_the_readme_has_every_command_of_the_program() -> None:
    named = re.findall(r"`aspbot ([a-z]+)", " ".join(first_cells(section("The program"))))
    assert sorted(named) == sorted(main.commands)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_command_of_the_program_that_is_named_is_there(paper: str) -> None:
    named = set(re.findall(r"(?:`|bin/|\| )aspbot (?!--)([a-z]+)", text(paper)))
    assert named <= set(main.commands)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_target_of_make_that_is_named_is_there(paper: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^|sudo )make ([a-z]+)", text(paper), re.MULTILINE)) <= targets


def test_the_makefile_tells_of_every_target() -> None:
    told = set(re.findall(r"echo 'make ([a-z]+)", text("Makefile")))
    phony = re.search(r"^\.PHONY: (.+)$", text("Makefile"), re.MULTILINE)
    assert phony is not None
    assert told == set(phony[1].split()) - {"help"}


def test_the_readme_has_every_setting() -> None:
    named = re.findall(r"`([A-Z_]+)`", " ".join(first_cells(section("Configuration"))))
    assert sorted(named) == sorted(name.upper() for name in NAMES)


def test_the_template_has_every_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    named = re.findall(r"^(?:# )?([A-Z_]+)=", text(".env.example"), re.MULTILINE)
    assert sorted(named) == sorted(name.upper() for name in NAMES)
    for name in named:
        monkeypatch.delenv(name, raising=False)
    filled = tmp_path / ".env"
    filled.write_text(re.sub(r"^# (?=[A-Z_]+=)", "", text(".env.example"), flags=re.MULTILINE))
    settings = read(filled)
    by_default = read(None)
    for name in NAMES:
        if default := getattr(by_default, name):
            assert getattr(settings, name) == default, "the template shows the default"


def test_the_readme_has_every_dependency() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["charts"]]
    names = [re.match(r"[\w-]+", each) for each in wanted]
    told = re.findall(r"`([\w-]+)`", " ".join(first_cells(section("What it stands on"))))
    assert sorted(told) == sorted(each[0] for each in names if each)


@pytest.mark.parametrize("paper", PAPERS)
def test_what_a_paper_links_to_is_there(paper: str) -> None:
    beside = (ROOT / paper).parent
    links = re.findall(r"\]\((?!<?https?:)([^)#]+)", text(paper))
    assert not [each for each in links if not (beside / each).exists()]


@pytest.mark.parametrize("paper", ["README.md", "docs/architecture.md"])
def test_every_place_of_the_house_that_is_named_is_there(paper: str) -> None:
    places = re.findall(r"`((?:bot|handlers|schedules|data|tests|docs)/[\w./-]*)`", text(paper))
    named = [each for each in places if "SUBJECT" not in each]
    assert named
    assert not [each for each in named if not (ROOT / each).exists()]


def test_the_screen_in_the_readme_is_the_bots_own(library: Path, tmp_path: Path) -> None:
    shown = re.search(r"```\n(> .+?)```", text("README.md"), re.DOTALL)
    assert shown is not None
    output = StringIO()
    lines = [line.removeprefix("> ") for line in shown[1].split("\n") if line.startswith("> ")]
    typed = StringIO("".join(f"{line}\n" for line in lines))
    store = tmp_path / "chat.db"
    store.write_bytes(library.read_bytes())
    assert chat(Options(input=typed, output=output, store=store, folder=tmp_path)) == 0
    # A terminal wraps long lines, and so does the page.
    place, said = 0, " ".join(output.getvalue().split())
    for piece in shown[1].split("…"):
        words = " ".join(piece.split())
        found = said.find(words, place)
        assert found >= 0, piece
        place = found + len(words)
