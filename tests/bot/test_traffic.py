"""A day of traffic leaves nothing behind but what is of use."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot import keeping
from bot.application import build
from bot.limits import Limits
from bot.localapi import LocalApi
from bot.polling import polled
from data import inbox
from data.clock import SettableClock
from data.store import log_of

PEOPLE, ROUNDS = 40, 25
ASKED = ("/day 3", "/outcomes", "what was decided on victims?", "/nonsense", "/search budget")


def rows(db: Database) -> dict[str, int]:
    """How many rows each table has, the inbox's own left out."""
    own = {"inbox", "answered"}
    return {name: db.table(name).count for name in db.table_names() if name not in own}


async def test_tables_and_files_stay_as_they_are(
    api: LocalApi,
    db: Database,
    clock: SettableClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inbox, "MOST_REMEMBERED", 100)
    monkeypatch.setattr(keeping, "FORGET_EVERY", 50)
    before, size = rows(db), (tmp_path / "aspbot.db").stat().st_size
    people = [api.person(f"P{number}") for number in range(PEOPLE)]
    made = build(request=api, db=db, clock=clock, limits=Limits())
    log = log_of(db)
    assert log
    async with polled(made):
        for number in range(ROUNDS):
            clock.tick(timedelta(hours=24) / ROUNDS)
            for person in people:
                api.says(person, api.private(person), ASKED[number % len(ASKED)])
            await api.settled(made)
            assert log.stat().st_size < 8 * 1024 * 1024
    assert len(api.called("sendMessage")) == PEOPLE * ROUNDS
    assert rows(db) == before, "who only asks leaves nothing"
    assert inbox.waiting(db) == 0
    assert db.table("answered").count <= 200
    assert (tmp_path / "aspbot.db").stat().st_size - size < 512 * 1024
    assert not made.chat_data
    assert not made.user_data
