"""What delivery needs said, without knowing the words: ``bot`` passes in who says it."""

from collections.abc import Sequence
from typing import Protocol

from data.chats import Chat
from data.editions import Composed, Edition


class Voice(Protocol):
    """Finds the words for what is delivered."""

    def digest(self, edition: Edition) -> Composed:
        """Return a day's digest; where its summary was withdrawn, it says so."""
        ...

    def held(self, chat: Chat, session: str, day: int) -> Composed:
        """Return the line that says that a day's summary is not written yet."""
        ...

    def held_over(self, chat: Chat, session: str, day: int) -> Composed:
        """Return what that line reads once the summary came, where it cannot be deleted."""
        ...

    def bundle(self, chat: Chat, session: str, days: Sequence[int]) -> Composed:
        """Return one message that offers days by buttons."""
        ...

    def offer(self, chat: Chat, session: str) -> Composed:
        """Return the offer to follow a session that begins soon."""
        ...

    def reminder(self, chat: Chat, session: str, day: int) -> Composed:
        """Return the reminder to editors that a day closed without a summary."""
        ...

    def note(self, chat: Chat, session: str, day: int) -> Composed:
        """Return the note that a day's digest was corrected."""
        ...

    def surplus(self, chat: Chat) -> Composed:
        """Return the line that takes the place of a part that is no longer needed."""
        ...

    def language(self, chat: Chat) -> str:
        """Return the language in which a chat reads."""
        ...

    def lists(self, session: str, day: int) -> bool:
        """Tell whether a day's digest has anything to tell without its summary."""
        ...
