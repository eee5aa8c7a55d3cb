"""When each day's digest is due in a chat: from calendar and subscription, never from a row's age.

Everything here is a pure function; moments are aware and in UTC. ``days`` are a session's days in
order.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final, NamedTuple

from data.chat_times import ChatTime
from data.days import Day
from data.session import Session

LAST_DAY_HELD: Final = timedelta(hours=48)
STILL_SENT: Final = timedelta(days=2)
NIGHT: Final = (time(22), time(7))


class Due(NamedTuple):
    """The digest of day ``day`` is due at ``moment`` in the chats that have this ``time``."""

    moment: datetime
    day: int
    time: ChatTime


class Fallen(NamedTuple):
    """Days whose digests have fallen due: those to be sent, and those too old for it, in order."""

    sent: tuple[Day, ...]
    listed: tuple[Day, ...]


def on(day: date, hour: time, tz: tzinfo) -> datetime:
    """Return when it is ``hour`` on a date in a zone; that exists once on every date.

    An hour that the clocks skip is the moment that it would have been (02:30 is 03:30 then); of
    an hour that comes twice it is the first.
    """
    return datetime.combine(day, hour.replace(fold=0), tzinfo=tz).astimezone(UTC)


def first_at(chat: ChatTime, moment: datetime) -> datetime:
    """Return the first time at or after ``moment`` that it is the chat's hour in its zone."""
    hour, tz = chat.hour, chat.tz
    today = moment.astimezone(tz).date()
    # Yesterday's hour may be ahead still, where the clocks skip midnight and the hour before it.
    for offset in (-1, 0):
        found = on(today + timedelta(days=offset), hour, tz)
        if found >= moment:
            return found
    return on(today + timedelta(days=1), hour, tz)


def at(session: Session, day: Day, chat: ChatTime) -> datetime:
    """Return when the digest of a day is due in a chat.

    "Day N's digest is due at the first occurrence of the chat's digest time at or after the close
    of day N. Daylight saving is the zone's own."
    """
    return first_at(chat, day.closes_at(session))


def planned(session: Session, days: Iterable[Day], chats: Iterable[ChatTime]) -> Iterator[Due]:
    """Return what is due when, a day after the other, for chats of these distinct times.

    Give each time once: the work grows with their number, not with that of the chats. It is done
    as the result is read, so that the reader may pause.
    """
    times = tuple(chats)
    for day in days:
        close = day.closes_at(session)
        for chat in times:
            yield Due(first_at(chat, close), day.number, chat)


def by_moment(dues: Iterable[Due]) -> dict[datetime, list[Due]]:
    """Return the distinct moments in order, and what is due at each."""
    moments: dict[datetime, list[Due]] = {}
    for due in sorted(dues, key=lambda due: (due.moment, due.day)):
        moments.setdefault(due.moment, []).append(due)
    return moments


def upcoming(session: Session, days: Sequence[Day], chat: ChatTime, now: datetime) -> Due | None:
    """Return the next digest of a chat after ``now``; None when the last one has been due."""
    ahead = (due for due in planned(session, days, [chat]) if due.moment > now)
    return next(ahead, None)


def owed(session: Session, days: Sequence[Day], chat: ChatTime, since: datetime) -> list[Day]:
    """Return the days that count for a subscription made at ``since``.

    "A subscription counts from the moment it was made; earlier days are offered by a button, not
    sent." What is due at ``since`` or later counts. A later change of time or zone moves when a
    day is due, and may move it before ``since``: a day that counted once goes on counting ("a
    change that makes an unsent day due sends it at once"), so keep the number of the first.
    """
    return [day for day in days if at(session, day, chat) >= since]


def given_up(session: Session, days: Sequence[Day], day: Day, chat: ChatTime) -> datetime:
    """Return when a digest that is not written yet is waited for no longer in a chat.

    "It is given up at the close of the next working day (the last day: 48 hours after its own)";
    but never before it is due, which an early close of the next day might bring about.
    """
    return max(waited_for_until(session, days, day), at(session, day, chat))


def waited_for_until(session: Session, days: Sequence[Day], day: Day) -> datetime:
    """Return the close of the next working day; for the last day, 48 hours after its own."""
    later = [each for each in days if each.number > day.number]
    return later[0].closes_at(session) if later else day.closes_at(session) + LAST_DAY_HELD


def fallen(session: Session, unsent: Sequence[Day], chat: ChatTime, now: datetime) -> Fallen:
    """Sort the days that fell due in a chat while nothing was sent, of those yet ``unsent``.

    "After a time offline, digests that fell due in the last two days are sent; older ones come as
    one message of buttons, and count as delivered." Days not due at ``now`` are in neither.
    """
    dues = [(day, at(session, day, chat)) for day in unsent]
    return Fallen(
        sent=tuple(day for day, moment in dues if now - STILL_SENT <= moment <= now),
        listed=tuple(day for day, moment in dues if moment < now - STILL_SENT),
    )


def at_night(moment: datetime, tz: tzinfo) -> bool:
    """Return whether it is night in a zone, "from 22:00 until before 07:00".

    "At night whatever goes out makes no sound."
    """
    falls, ends = NIGHT
    hour = moment.astimezone(tz).time()
    return hour >= falls or hour < ends
