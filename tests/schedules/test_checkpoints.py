"""The write-ahead log is written back beside the loop."""

import asyncio
from contextlib import suppress

from sqlite_utils import Database

from data import chats, store
from schedules import checkpoints


async def test_what_was_written_is_written_back(db: Database) -> None:
    log = store.log_of(db)
    assert log
    file = log.with_name(log.name.removesuffix("-wal"))
    going = asyncio.create_task(checkpoints.go_on(db, every=0))
    await asyncio.sleep(0)
    chats.choose_silence(db, 1, silent=True)
    before = file.read_bytes()
    async with asyncio.timeout(5):
        while file.read_bytes() == before:  # noqa: ASYNC110 - a file tells nobody
            await asyncio.sleep(0)
    going.cancel()
    with suppress(asyncio.CancelledError):
        await going
    assert db.execute("pragma wal_autocheckpoint").fetchone()[0] == checkpoints.LATEST


async def test_work_on_very_many_rows_leaves_no_long_log(db: Database) -> None:
    log = store.log_of(db)
    assert log
    db.execute("pragma wal_autocheckpoint = 0")
    breaths = checkpoints.Breaths(db)
    sizes = []
    for beginning in range(0, 10 * checkpoints.IN_A_ROW, checkpoints.IN_A_ROW):
        with store.writing(db):
            for chat in range(beginning, beginning + checkpoints.IN_A_ROW):
                chats.choose_silence(db, chat, silent=True)
        await breaths.take()
        sizes.append(log.stat().st_size)
    assert max(sizes) < 2 * min(sizes)
