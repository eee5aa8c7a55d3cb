"""Every night what has been kept long enough is erased."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database
from telegram.ext import JobQueue

from data import chats, forgetting
from data.clock import SettableClock
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
