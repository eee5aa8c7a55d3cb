"""How long an update is tried again whose answer Telegram refuses for the moment."""

from datetime import datetime, timedelta
from typing import Final

from telegram.error import RetryAfter, TelegramError, TimedOut

from bot.trouble import patience
from handlers.attempts import Attempt

# Telegram itself keeps an update for a day.
KEPT: Final = timedelta(hours=24)
MOST_TRIES: Final = 20
MOST_TRIES_ALONE: Final = 8
LONGEST_PAUSE: Final = 60.0


def pause_before_next(attempt: Attempt, error: TelegramError) -> float:
    """Return seconds: as long as Telegram asks; else 1, 2, 4 and so on, up to a minute."""
    return patience(error, min(2.0 ** min(attempt.tries - 1, 10), LONGEST_PAUSE))


def is_silence(error: TelegramError) -> bool:
    """Whether Telegram did not refuse, but said nothing: the line is dead."""
    cause = error.__cause__
    return isinstance(error, TimedOut) or not isinstance(cause, TelegramError | None)


def gives_up(attempt: Attempt, error: TelegramError, now: datetime, *, alone: bool) -> bool:
    """Whether an update is left unanswered, so that its chat can go on.

    ``alone`` says that others were answered since the first refusal: it is this answer that
    Telegram does not take. While the line is dead, an update waits as long as it would have
    waited at Telegram.
    """
    if now - attempt.arrived > KEPT:
        return True
    if isinstance(error, RetryAfter) or is_silence(error):
        return False
    return attempt.tries >= (MOST_TRIES_ALONE if alone else MOST_TRIES)
