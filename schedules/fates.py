"""What becomes of a message that Telegram did not take: decided here, and nowhere else."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

LONGEST_PAUSE: Final = 60.0
# Beginnings of Telegram's own words, in lower case.
_GONE: Final = (
    "chat not found",
    "user is deactivated",
    "group chat was deactivated",
    "group chat was deleted",
    "bot was kicked",
    "bot is not a member",
    "peer_id_invalid",
    "user not found",
    "chat_id is empty",
    "input_user_deactivated",
)
_BARRED: Final = (
    "message thread not found",
    "topic_closed",
    "topic_deleted",
    "topic_id_invalid",
    "not enough rights",
    "have no rights to send",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_restricted",
    "chat_admin_required",
)
_NOTHING_TO_DO: Final = "message is not modified"


@dataclass(frozen=True, slots=True)
class Later:
    """It is tried again, in so many seconds; ``flood`` is for a limit that Telegram named."""

    seconds: float
    flood: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Aside:
    """The chat cannot be written to, until it comes back or something changes there."""

    state: Literal["blocked", "barred"]
    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group is a supergroup now, with another id."""

    chat: int


@dataclass(frozen=True, slots=True)
class Never:
    """Telegram will not take it, however often it is sent."""

    reason: str


@dataclass(frozen=True, slots=True)
class Done:
    """There is nothing to do: the message reads so already."""


Fate = Later | Aside | Moved | Never | Done


def decide(error: TelegramError, attempts: int) -> Fate:
    """Return what becomes of a message after ``attempts`` tries.

    Raises the error itself where it is about the bot rather than the message: a refused token.
    """
    # BadRequest is a NetworkError to the library: the order of these lines matters.
    match error:
        case InvalidToken():
            raise error
        case ChatMigrated(new_chat_id=chat):
            return Moved(chat)
        case RetryAfter(retry_after=asked):
            seconds = seconds_of(asked)
            return Later(seconds, flood=True, reason=f"flood limit of {seconds:.0f} seconds")
        case BadRequest() | Forbidden():
            return _refused(error)
        case _:
            return Later(_pause(attempts), flood=False, reason=type(error).__name__)


def _refused(error: BadRequest | Forbidden) -> Fate:
    said = error.message.lower()
    if _NOTHING_TO_DO in said:
        return Done()
    if any(words in said for words in _BARRED):
        return Aside("barred", error.message)
    if isinstance(error, Forbidden) or any(words in said for words in _GONE):
        return Aside("blocked", error.message)
    return Never(error.message)


def _pause(attempts: int) -> float:
    return min(LONGEST_PAUSE, 2.0 ** min(attempts, 10) / 2)


def seconds_of(asked: float | timedelta) -> float:
    """Return the seconds of a flood limit, which the library gives in two forms."""
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)
