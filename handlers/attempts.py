"""A try at answering an update: what it knows beside the update, and how it ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

# Telegram drops a tap's query some seconds after the tap: later than this, nothing stops its
# waiting any more, and no words can be shown over the chat.
FRESH: Final = timedelta(minutes=1)
# So long nobody waits for an answer without wondering; what follows it in the chat waits as well.
PATIENCE: Final = timedelta(seconds=6)
_FOR_GOOD = (BadRequest, Forbidden, ChatMigrated)
_FOR_THE_MOMENT = (RetryAfter, NetworkError, InvalidToken)


@dataclass(slots=True)
class Attempt:
    """One update's way to its answer, over all tries in this run of the program.

    ``arrived`` is when the bot got the update. ``too_many`` says that its sender writes too much,
    and hears of it now. ``refused`` is Telegram's refusal of an answer, if only for the moment:
    the update is then tried again. ``tries`` counts; ``begun`` is when the first began.
    """

    arrived: datetime
    too_many: bool = False
    refused: TelegramError | None = None
    tries: int = 0
    begun: datetime | None = None
    _done: int = 0
    _step: int = 0

    def begin(self, now: datetime) -> None:
        """Begin another try."""
        self.tries += 1
        self.begun = self.begun or now
        self.refused = None
        self._step = 0

    def was_done(self) -> bool:
        """Whether an earlier try has come through the next step, which must not come twice."""
        self._step += 1
        return self._step <= self._done

    def did(self) -> None:
        """Take note that the step of which ``was_done`` was asked is done."""
        self._done = self._step

    def has_lasted(self, now: datetime) -> bool:
        """Whether it was tried again, and that long, that somebody has to hear of it."""
        return self.tries > 1 and self.begun is not None and now - self.begun >= PATIENCE

    def is_fresh(self, now: datetime) -> bool:
        """Whether the update is so young that Telegram still waits for the answer to a tap."""
        return now - self.arrived <= FRESH


def for_the_moment(error: BaseException | None) -> bool:
    """Whether Telegram refused only for now: 429, 5xx, a cut line, a token that was revoked."""
    if type(error) is TelegramError:  # an answer that cannot be read: a line that was cut in it
        return True
    return isinstance(error, _FOR_THE_MOMENT) and not isinstance(error, _FOR_GOOD)
