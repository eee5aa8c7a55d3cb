"""Whether every chat got every digest that it should have, counted anew from the calendar."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta

from bot.alone import is_served
from bot.checks.findings import Finding, note, ok, wrong
from bot.settings import Settings
from data import inspection
from data.clock import Clock, SystemClock
from data.reckoning import Reckoning

# What falls due while one looks may not be planned yet.
JUST_DUE = timedelta(minutes=1)


def check(settings: Settings, clock: Clock | None = None) -> Iterator[Finding]:
    """Reckon up each day; a store that is not there or cannot be read is told of elsewhere."""
    path = settings.database
    try:
        if not path.is_file() or inspection.inspected(path).pending:
            return
        found = inspection.reckoned(path, (clock or SystemClock()).now() - JUST_DUE)
    except sqlite3.Error:
        return
    served = is_served(path)
    for session, day, reckoned in found:
        said = f"deliveries: {session.short_name}, day {day.number}: {_sum(reckoned)}"
        if reckoned.is_right:
            yield ok(said)
        elif _is_behind(reckoned) and not served:
            yield note(f"{said}; aspbot run does not run, and sends them when it does")
        else:
            yield wrong(f"{said}{_why(reckoned)}")


def _is_behind(reckoned: Reckoning) -> bool:
    """Tell whether all that is wrong is that nobody planned what fell due."""
    planned = reckoned.expected - reckoned.missing
    return not reckoned.unproven and planned == reckoned.total


def _sum(reckoned: Reckoning) -> str:
    return (
        f"{reckoned.expected} expected, {reckoned.sent} sent, {reckoned.waiting} waiting,"
        f" {reckoned.failed} failed, {reckoned.aside} set aside"
    )


def _why(reckoned: Reckoning) -> str:
    missing = f"; {reckoned.missing} that should have it were forgotten" if reckoned.missing else ""
    unproven = f"; {reckoned.unproven} sent without a message" if reckoned.unproven else ""
    return (missing + unproven) or "; the sum is wrong"
