"""Moments as the store writes them: UTC in ISO 8601, always as long, so that text sorts by time."""

from datetime import UTC, datetime
from typing import Final

BEGINNING: Final = datetime(1, 1, 1, tzinfo=UTC)


def stamp(moment: datetime) -> str:
    """Return an aware moment as the store writes it. Raises ``ValueError`` for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def read(text: str) -> datetime:
    """Return the moment that ``stamp`` wrote, in UTC."""
    return datetime.fromisoformat(text)


def read_or_none(text: str | None) -> datetime | None:
    """Return the moment that ``stamp`` wrote; None where none was."""
    return read(text) if text else None
