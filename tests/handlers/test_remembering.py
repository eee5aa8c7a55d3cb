"""What was asked before is not composed anew, until the content changes."""

from datetime import timedelta

import pytest
from sqlite_utils import Database

from data import content_revision
from data.clock import SettableClock
from handlers.composed import Composed
from handlers.memory import Memory
from tests.conversation import Conversation


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was composed, by its first line."""
    lines: list[str] = []
    of = Composed.of

    def watched(text: object, keyboard: object) -> Composed:
        made = of(text, keyboard)  # type: ignore[arg-type]  # handed through
        lines.append(made.parts[0].text.partition("\n")[0])
        return made

    monkeypatch.setattr(Composed, "of", watched)
    return lines


async def test_the_same_look_up_is_composed_once_for_all(
    ann: Conversation, team: Conversation, composed: list[str]
) -> None:
    await ann.sends("/day 3")
    first = ann.text, ann.labels
    await ann.sends("/day 3")
    assert (ann.text, ann.labels) == first
    await team.sends("/day 3")
    assert (team.text, team.labels) == first
    assert len(composed) == 1


async def test_another_look_up_is_another(ann: Conversation, composed: list[str]) -> None:
    for asked in ("/day 3", "/day 4", "/outcomes", "/search budget", "/search pledges"):
        await ann.sends(asked)
    assert len(set(composed)) == 5


async def test_a_tap_is_remembered_by_what_stands_in_its_message(ann: Conversation) -> None:
    pages = []
    for words in ("court", "states", "court"):
        await ann.sends(f"/search {words}")
        following = next(label for label in ann.labels if "▶" in label)
        pages.append((await ann.taps(following)).content)
    assert pages[0] == pages[2] != pages[1]


async def test_a_change_of_the_content_shows_at_once(
    ann: Conversation, db: Database, composed: list[str]
) -> None:
    await ann.sends("/day 3")
    db.execute("update days set headline = 'Another headline' where number = 3")
    await ann.sends("/day 3")
    assert "Another headline" in ann.text
    assert len(composed) == 2


async def test_today_is_another_day_tomorrow(
    ann: Conversation, clock: SettableClock, composed: list[str]
) -> None:
    await ann.sends("/today")
    clock.tick(timedelta(days=1))
    await ann.sends("/today")
    assert len(composed) == 2


async def test_a_long_question_is_answered_and_not_kept(
    ann: Conversation, composed: list[str]
) -> None:
    question = "what was decided about the budget " * 10
    await ann.sends(question)
    await ann.sends(question)
    assert len(composed) == 2


def test_each_change_of_any_content_counts(db: Database) -> None:
    before = content_revision.number(db)
    db.execute("update terms set meaning = meaning where term = 'ASP'")
    db.execute("delete from pledges")
    assert content_revision.number(db) > before + 1
    before = content_revision.number(db)
    db.execute("insert into chats (id, session, state) values (7, 'asp12', 'open')")
    assert content_revision.number(db) == before, "what people choose is no content"


def test_what_was_used_last_is_kept_and_no_more_than_there_is_room() -> None:
    memory = Memory(most=2)
    for name in ("a", "b"):
        memory.get(1, name)
        memory.keep(1, name, name)
    memory.get(1, "a")
    memory.keep(1, "c", "c")
    assert [memory.get(1, name) for name in "abc"] == ["a", None, "c"]


def test_what_was_worked_out_from_an_older_state_is_not_kept() -> None:
    memory = Memory()
    memory.get(2, "a")
    memory.keep(1, "a", "old")
    assert memory.get(2, "a") is None
