"""The tour plays by itself, passes nothing over, and ends in under a minute."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot import demo
from bot.terminal import library
from bot.tour.pace import AT_ONCE, STEADY, Pace
from data.store import MEMORY, open_store

MINUTE = 60.0
LOADING = 5.0


@pytest.fixture(scope="module", autouse=True)
def _read_before(library: Path) -> Iterator[None]:
    """The tour's store, with the phrasings read already: they take seconds."""

    def copied(_path: Path | str) -> Database:
        db = open_store(MEMORY)
        with closing(sqlite3.connect(library)) as source:
            source.backup(db.conn)
        return db

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.terminal.library.opened", copied)
        yield


@pytest.fixture(scope="module")
def shown(_read_before: None) -> str:
    """What the tour shows where there is no terminal."""
    output = StringIO()
    assert demo.play(output) == 0
    return output.getvalue()


def test_it_shows_facts_of_the_session_with_their_sources(shown: str) -> None:
    for fact in ("ASP 12 · Day 3 of 8", "Friday 22 November 2013", "€121.55 million", "Henderson"):
        assert fact in shown
    assert shown.count("Source:") > 3


def test_a_team_asks_in_its_group_and_inline_mode_pastes(shown: str) -> None:
    assert any(each.startswith("amina") and "/elections" in each for each in shown.splitlines())
    assert "· Amina, via @asp_bot:" in shown


def test_eight_digests_arrive_in_three_places(shown: str) -> None:
    for place in ("Grace", "nairobi", "news"):
        days = [line for line in shown.splitlines() if f" {place}: ASP 12 · Day " in line]
        assert [line.split("Day ")[1][0] for line in days] == list("12345678")


def test_an_editor_publishes_what_the_followers_get(shown: str) -> None:
    typed, _, arrived = shown.partition("/addsummary 1 ")
    assert "owner" in typed.splitlines()[-1]
    assert "Published: ASP 12 · Day 1" in arrived or "Corrected: ASP 12 · Day 1" in arrived
    assert arrived.index("get it:") < arrived.index("Grace: ASP 12 · Day 1 of 8")


def test_it_ends_with_how_to_go_on(shown: str) -> None:
    assert "aspbot chat" in shown.splitlines()[-1]
    assert "aspbot run" in shown.splitlines()[-1]


def test_a_pipe_gets_no_colours(shown: str) -> None:
    assert "\x1b" not in shown


async def test_no_step_is_passed_over() -> None:
    db = library.opened(":memory:")
    player = await demo.tour(db, StringIO(), AT_ONCE)
    db.close()
    assert player.missed == []


def test_it_takes_less_than_a_minute_at_a_readers_pace() -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        await asyncio.sleep(0)

    pace = Pace(STEADY.character, STEADY.sending, STEADY.reading, sleep)
    assert demo.play(StringIO(), pace) == 0
    assert sum(waited) < MINUTE - LOADING


def test_it_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert demo.play(StringIO()) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_closed_output_ends_it_quietly() -> None:
    class Closed(StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    assert demo.play(Closed()) == 0
