"""Days whose delivery an owner stopped: nothing of them leaves or is edited until it goes on."""

from datetime import datetime

from sqlite_utils import Database

from data import deliveries, moments, outbox
from data.records import rows


def stop(db: Database, session: str, day: int, by: int, now: datetime) -> bool:
    """Stop the delivery of a day; return whether it went on. What is on its way still arrives.

    Call it within a transaction.
    """
    changed = db.execute(
        "insert or ignore into stops (session, day, stopped_by, since) values (?, ?, ?, ?)",
        [session, day, by, moments.stamp(now)],
    )
    # What was not begun gets its text when it goes on, which may be another one by then.
    for delivery in deliveries.not_begun(db, session, day):
        outbox.take_back(db, delivery)
        deliveries.put(db, delivery, "waiting")
    return changed.rowcount > 0


def go_on(db: Database, session: str, day: int) -> bool:
    """Let the delivery of a day go on; return whether it was stopped."""
    changed = db.execute("delete from stops where session = ? and day = ?", [session, day])
    return changed.rowcount > 0


def every(db: Database) -> set[tuple[str, int]]:
    """Return session and number of the days that are stopped."""
    return {(row["session"], row["day"]) for row in rows(db, "select session, day from stops")}
