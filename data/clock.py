"""The one place where the time is asked for; everything else is handed a clock."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time. Whoever needs it is given one, so that a test or a terminal can set it."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the machine's present moment in UTC."""
        return datetime.now(UTC)


class SettableClock:
    """A clock that stands until it is moved: for tests, the tour and ``aspbot chat --at``."""

    def __init__(self, moment: datetime) -> None:
        """Stand at ``moment``, which must be aware."""
        self.set(moment)

    def now(self) -> datetime:
        """Return the moment at which the clock stands, in UTC."""
        return self._moment

    def set(self, moment: datetime) -> None:
        """Stand at ``moment``. Raises ``ValueError`` for a naive one."""
        if moment.tzinfo is None:
            raise ValueError("a clock needs an aware moment")
        self._moment = moment.astimezone(UTC)

    def tick(self, step: timedelta) -> None:
        """Move on by ``step``."""
        self._moment += step
