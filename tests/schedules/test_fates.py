"""What becomes of what Telegram did not take."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from schedules import fates
from schedules.fates import Aside, Done, Later, Moved, Never


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (RetryAfter(timedelta(seconds=7)), Later(7, flood=True, reason="flood limit of 7 seconds")),
        (NetworkError("Bad Gateway"), Later(1, flood=False, reason="NetworkError")),
        (TimedOut(), Later(1, flood=False, reason="TimedOut")),
        (ChatMigrated(-100), Moved(-100)),
        (Forbidden("bot was blocked by the user"), Aside("blocked", "bot was blocked by the user")),
        (BadRequest("Chat not found"), Aside("blocked", "Chat not found")),
        (BadRequest("Message thread not found"), Aside("barred", "Message thread not found")),
        (BadRequest("TOPIC_CLOSED"), Aside("barred", "TOPIC_CLOSED")),
        (
            BadRequest("Not enough rights to send text messages to the chat"),
            Aside("barred", "Not enough rights to send text messages to the chat"),
        ),
        (BadRequest("Message is too long"), Never("Message is too long")),
        (BadRequest("Message is not modified: …"), Done()),
    ],
)
def test_each_answer_has_its_rule(error: TelegramError, fate: fates.Fate) -> None:
    assert fates.decide(error, 1) == fate


def test_pauses_grow_up_to_a_minute() -> None:
    pauses = [fates.decide(NetworkError("x"), attempts) for attempts in range(1, 12)]
    seconds = [each.seconds for each in pauses if isinstance(each, Later)]
    assert seconds[:4] == [1, 2, 4, 8]
    assert seconds[-1] == 60


def test_a_refused_token_is_about_the_bot_and_not_the_message() -> None:
    with pytest.raises(InvalidToken):
        fates.decide(InvalidToken(), 1)
