"""Accounts: people, the bot itself, and Telegram's own senders behind anonymous posts."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Account:
    """A Telegram account; ``id`` is what the Bot API calls the user id."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    last_name: str | None = None
    is_bot: bool = False

    def wire(self) -> dict[str, Any]:
        """The Bot API's ``User``."""
        given = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return {name: value for name, value in given.items() if value is not None}


ANONYMOUS_ADMINISTRATOR = Account(1087968824, "Group", "GroupAnonymousBot", is_bot=True)
BEHIND_A_CHANNEL = Account(136817688, "Channel", "Channel_Bot", is_bot=True)
BEHIND_POSTS = frozenset({ANONYMOUS_ADMINISTRATOR.id, BEHIND_A_CHANNEL.id})
