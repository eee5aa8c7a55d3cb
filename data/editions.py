"""An edition of a day's digest: all chats that read it get the same text."""

from datetime import datetime
from typing import NamedTuple

from data.richtext import RichText


class Edition(NamedTuple):
    """Which digest of a day is meant.

    ``language`` is the one wanted; ``topics`` are those whose outcomes it lists, None for all.
    ``private`` chats get buttons that answer there, others get links into the bot. ``first`` adds
    a line on how to change or stop it. ``corrected`` is when the text was corrected that the chat
    saw before, in UTC, and ``zone`` is where that time is told.
    """

    session: str
    day: int
    language: str
    topics: tuple[str, ...] | None
    private: bool
    first: bool
    corrected: datetime | None = None
    zone: str = "UTC"


class Composed(NamedTuple):
    """A text in messages, the keyboard under the last one as JSON text, and its language."""

    parts: tuple[RichText, ...]
    buttons: str | None = None
    language: str = "en"
