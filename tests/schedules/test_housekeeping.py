"""Every night what has been kept long enough is erased."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database
from telegram.ext import JobQueue

from data import chats, drafts, forgetting, invitations, parts
from data.clock import SettableClock
from data.drafts import State
from data.richtext import RichText
from handlers.context import App, Context
from schedules import housekeeping

ANN = 1001


def copy_beside(db: Database, clock: SettableClock) -> Path:
    """Set a copy beside the store, as before a migration."""
    copy = Path(db.execute("pragma database_list").fetchone()[2] + ".before-0001_content")
    copy.write_bytes(b"")
    os.utime(copy, (clock.now().timestamp(),) * 2)
    return copy


async def test_it_erases_chats_that_left_and_old_copies(db: Database, clock: SettableClock) -> None:
    chats.choose_silence(db, ANN, silent=True)
    chats.set_aside(db, ANN, "blocked", "gone", clock.now())
    copy = copy_beside(db, clock)
    await housekeeping.tidy(db, clock)
    assert chats.get(db, ANN)
    assert forgetting.copies(db, clock.now()) == []
    clock.tick(timedelta(days=91))
    assert forgetting.copies(db, clock.now()) == [copy]
    await housekeeping.tidy(db, clock)
    assert chats.get(db, ANN) is None
    assert forgetting.copies(db, clock.now()) == []


def draft_of(db: Database, clock: SettableClock, state: State) -> int:
    """Begin a draft with a part, and put it into a state."""
    begun = drafts.begin(db, editor=ANN, kind="summary", session="asp12", now=clock.now())
    part = parts.Part(begun, 1, RichText("What was said."), "message", clock.now())
    parts.put(db, part, clock.now())
    drafts.put(db, begun, state, clock.now())
    return begun


@pytest.mark.parametrize(
    ("state", "days"),
    [("done", 14), ("discarded", 14), ("shown", 90), ("left", 90), ("open", 90)],
)
async def test_it_erases_old_drafts_with_their_parts(
    db: Database, clock: SettableClock, state: State, days: int
) -> None:
    begun = draft_of(db, clock, state)
    clock.tick(timedelta(days=days - 1))
    await housekeeping.tidy(db, clock)
    assert drafts.get(db, begun)
    assert parts.of_draft(db, begun)
    clock.tick(timedelta(days=2))
    await housekeeping.tidy(db, clock)
    assert drafts.get(db, begun) is None
    assert db.execute("select count(*) from draft_parts").fetchone() == (0,)


async def test_it_erases_invitations_some_days_after_they_were_valid(
    db: Database, clock: SettableClock
) -> None:
    token, _ = invitations.invite(db, ANN, clock.now())
    clock.tick(timedelta(days=14))
    await housekeeping.tidy(db, clock)
    assert invitations.find(db, token)
    clock.tick(timedelta(days=2))
    await housekeeping.tidy(db, clock)
    assert invitations.find(db, token) is None


async def test_it_is_planned_every_night_and_soon_after_the_start(
    application: App, db: Database, clock: SettableClock
) -> None:
    jobs: JobQueue[Context] | None = application.job_queue
    assert jobs
    housekeeping.schedule(jobs, db, clock)
    planned = jobs.get_jobs_by_name(housekeeping.JOB)
    assert sorted(type(job.job.trigger).__name__ for job in planned) == [
        "CronTrigger",
        "DateTrigger",
    ]
    chats.choose_silence(db, ANN, silent=True)
    chats.set_aside(db, ANN, "blocked", "gone", clock.now() - timedelta(days=91))
    await planned[0].run(application)
    assert chats.get(db, ANN) is None


async def test_a_store_that_cannot_be_written_is_left_to_the_next_night(
    db: Database, clock: SettableClock, caplog: pytest.LogCaptureFixture
) -> None:
    path = db.execute("pragma database_list").fetchone()[2]
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        db.execute("pragma busy_timeout = 1")
        await housekeeping.tidy(db, clock)
        other.rollback()
    assert "Not all that is old could be erased: database is locked" in caplog.text
