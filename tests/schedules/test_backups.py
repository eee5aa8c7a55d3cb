"""A copy of the store every night."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database
from telegram.ext import JobQueue

from data.clock import SettableClock
from handlers.context import App, Context
from schedules import backups


async def test_as_many_copies_stay_as_are_wanted(
    db: Database, clock: SettableClock, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    for _ in range(4):
        await backups.back_up(db, clock, folder, 2)
        clock.tick(timedelta(days=1))
    days = [(clock.now() - timedelta(days=back)).date().isoformat() for back in (2, 1)]
    assert sorted(each.name for each in folder.iterdir()) == [f"aspbot-{day}.db" for day in days]


async def test_it_is_planned_every_night_and_once_soon_where_today_has_none(
    application: App, db: Database, clock: SettableClock, tmp_path: Path
) -> None:
    jobs: JobQueue[Context] | None = application.job_queue
    assert jobs
    backups.schedule(jobs, db, clock, tmp_path / "copies", 2)
    planned = jobs.get_jobs_by_name(backups.JOB)
    assert sorted(type(job.job.trigger).__name__ for job in planned) == [
        "CronTrigger",
        "DateTrigger",
    ]
    for _ in range(2):
        await planned[0].run(application)
    (copy,) = (tmp_path / "copies").iterdir()
    assert copy.name == f"aspbot-{clock.now().date().isoformat()}.db"


async def test_a_folder_that_cannot_be_written_is_said_and_left_to_the_next_night(
    db: Database, clock: SettableClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "copies").write_text("a file")
    await backups.back_up(db, clock, tmp_path / "copies", 2)
    assert "Tonight's backup was not written: " in caplog.text
