"""Why a file cannot be read."""

from typing import Literal

Reason = Literal["kind", "size", "long", "empty", "damaged"]


class Unreadable(ValueError):  # noqa: N818 - it is the file, not the program
    """A file that is not taken; ``reason`` says why."""

    def __init__(self, reason: Reason) -> None:
        """Say why."""
        super().__init__(reason)
        self.reason: Reason = reason
