"""One program for one database: whoever comes second hears who was first, and ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.told import Told

TAKEN = 3
PRIVATE = 0o600

if sys.platform != "win32":
    import fcntl


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Hold ``database`` for this process while the block runs.

    The lock is the system's own, on a file beside the database that names the process; it goes
    with the process, however that ends.

    Raises:
        Told: with status 3, where another process holds it; else where no file can be made.
    """
    path = lock_of(database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        held = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE)
    except OSError as error:
        raise Told(f"{path} cannot be opened: {error.strerror}.") from error
    try:
        if not _locked(held):
            raise Told(f"{_named(held)} serves {database} already. Stop it first.", TAKEN)
        with suppress(OSError):  # a full disk: the lock holds without a name
            os.ftruncate(held, 0)
            os.pwrite(held, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(held)


def is_served(database: Path) -> bool:
    """Tell whether a process holds ``database`` now."""
    try:
        held = os.open(lock_of(database), os.O_RDWR)
    except OSError:
        return False
    try:
        return not _locked(held)
    finally:
        os.close(held)


def lock_of(database: Path) -> Path:
    """Return the file whose lock stands for ``database``, by whatever path it is named."""
    real = database.resolve()
    return real.with_name(f"{real.name}.lock")


def _locked(held: int) -> bool:
    if sys.platform != "win32":  # which has no such locks: there nobody watches
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True


def _named(held: int) -> str:
    number = os.pread(held, 32, 0).decode("ascii", "replace").strip()
    return f"Process {number}" if number.isdigit() else "Another process"
