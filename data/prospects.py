"""What a chat gets next, and what it got last."""

from datetime import datetime
from typing import Literal, NamedTuple

from sqlite_utils import Database

from data import days, deliveries, due, session
from data.chat_times import ChatTime
from data.days import Day
from data.subscriptions import Subscription

# due: at its moment. now: it is on its way. held: as soon as its summary is written.
State = Literal["due", "now", "held"]


class Prospect(NamedTuple):
    """The digest of ``day`` comes; ``moment`` is UTC, None unless it is ``due`` by then."""

    day: Day
    state: State
    moment: datetime | None = None


def ahead(
    db: Database, subscription: Subscription, when: ChatTime, now: datetime
) -> Prospect | None:
    """Return the next digest of a subscription; None where none is left, or it is not on."""
    if subscription.state != "on":
        return None
    if (under_way := _under_way(db, subscription)) is not None:
        return under_way
    left = unsent(db, subscription, subscription.first_day)
    if subscription.way == "live":
        return _live(db, subscription, left, when, now)
    if subscription.next is None or not left:
        return None
    if subscription.next <= now:
        return Prospect(left[0], "now")
    return Prospect(left[0], "due", subscription.next)


def unsent(db: Database, subscription: Subscription, first_day: int = 1) -> list[Day]:
    """Return the days from ``first_day`` on that a chat did not get, and nothing is under way."""
    had = deliveries.of_chat(db, subscription.chat, subscription.session)
    known = {delivery.day for delivery in had}
    every = days.every(db, subscription.session)
    return [day for day in every if day.number >= first_day and day.number not in known]


def last(db: Database, chat: int, session_id: str) -> Day | None:
    """Return the day of a session whose digest a chat got last; None where it got none."""
    found = deliveries.last_sent(db, chat, session_id)
    return days.get(db, session_id, found[0]) if found else None


def _under_way(db: Database, subscription: Subscription) -> Prospect | None:
    for each in deliveries.of_chat(db, subscription.chat, subscription.session):
        day = days.get(db, subscription.session, each.day)
        if each.state in deliveries.UNSENT and day is not None:
            return Prospect(day, "held" if each.state == "held" else "now")
    return None


def _live(
    db: Database, subscription: Subscription, left: list[Day], when: ChatTime, now: datetime
) -> Prospect | None:
    held = session.get(db, subscription.session)
    owed = due.owed(held, left, when, now) if held else []
    if held is None or not owed:
        return None
    return Prospect(owed[0], "due", due.at(held, owed[0], when))
