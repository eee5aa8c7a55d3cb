"""When the digests of a session that is over come again, one a day.

"``/subscribe`` offers a replay: the session's digests one a day at the chat's time from today. A
replay that was interrupted goes on, one a day." Moments are aware and in UTC.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from data import due
from data.chat_times import ChatTime

HARDLY_LATE: Final = timedelta(hours=3)


def first(chat: ChatTime, begun: datetime) -> datetime:
    """Return when the first digest of a replay is due: the chat's next hour, which may be now."""
    return due.first_at(chat, begun)


def following(chat: ChatTime, was_due: datetime, was_sent: datetime) -> datetime:
    """Return when the digest is due that follows one which was sent: the next day of the chat.

    The result may be past, after a time offline: then it goes out at once, and the one after it
    on the day after that. A digest that went out a little late, past midnight, still belongs to
    the day on which it was due.
    """
    day = counted(was_due, was_sent).astimezone(chat.tz).date()
    return due.on(day + timedelta(days=1), chat.hour, chat.tz)


def counted(was_due: datetime, was_sent: datetime) -> datetime:
    """Return the moment to whose day a digest belongs: when it was due, unless it was late."""
    return was_sent if was_sent - was_due > HARDLY_LATE else was_due


def goes_on(chat: ChatTime, begun: datetime, last: tuple[datetime, datetime] | None) -> datetime:
    """Return when a replay goes on: the chat's next hour, on a day on which it got none yet.

    ``last`` is when the last digest was due, and when it was sent; None where there was none.
    """
    hour = first(chat, begun)
    return max(hour, following(chat, *last)) if last else hour


def planned(chat: ChatTime, begun: datetime, digests: int) -> list[datetime]:
    """Return when each of so many digests comes, if nothing interrupts the replay."""
    return list(islice(_each(chat, begun), digests))


def _each(chat: ChatTime, begun: datetime) -> Iterator[datetime]:
    moment = first(chat, begun)
    while True:
        yield moment
        moment = following(chat, moment, moment)
