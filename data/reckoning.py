"""Whether every chat got a day's digest that should have: counted by another path than delivery's.

Delivery goes by its rows. Here the chats are counted that follow, by the calendar and their own
time; what a row says was sent is held against the messages of the outbox. The two must agree.
"""

from dataclasses import dataclass
from datetime import datetime, time

from sqlite_utils import Database

from data import deliveries, due
from data.chat_times import ChatTime
from data.days import Day
from data.records import rows
from data.session import Session

SENT = ("sent", "counted")
WAITING = ("waiting", "behind", "held", "given_up", "sending", "old", "offered")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How a day stands: what is expected, and what became of it.

    ``missing`` are chats that should have it and have no delivery; ``unproven`` are deliveries
    that count as sent without a message that was.
    """

    expected: int
    sent: int
    waiting: int
    failed: int
    aside: int
    missing: int
    unproven: int

    @property
    def is_right(self) -> bool:
        """Whether the sum is what is expected, and everything sent is proven."""
        return not self.missing and not self.unproven and self.expected == self.total

    @property
    def total(self) -> int:
        """The sum of what became of it."""
        return self.sent + self.waiting + self.failed + self.aside


def of_day(db: Database, session: Session, day: Day, now: datetime) -> Reckoning:
    """Reckon a day's digest up as it stands at ``now``."""
    states = deliveries.counts(db, session.id, day.number)
    followers, missing = _followers(db, session, day, now)
    return Reckoning(
        expected=followers + _others(db, session.id, day.number),
        sent=sum(states.get(each, 0) for each in SENT),
        waiting=sum(states.get(each, 0) for each in WAITING),
        failed=states.get("failed", 0),
        aside=states.get("aside", 0),
        missing=missing,
        unproven=_unproven(db, session.id, day.number),
    )


_LIVE = "s.state = 'on' and s.way = 'live' and s.first_day <= :day"


def _followers(db: Database, session: Session, day: Day, now: datetime) -> tuple[int, int]:
    """Return how many live followers a day is due for by now, and how many have no delivery.

    A chat that cannot be written to is planned nothing; what it had before counts.
    """
    found = rows(
        db,
        "select c.zone, c.time, count(*) as n, count(d.id) as planned,"  # noqa: S608 - our own words
        " sum(c.state != 'open' and d.id is null) as aside"
        " from subscriptions s join chats c on c.id = s.chat"
        " left join deliveries d on d.chat = s.chat and d.session = s.session and d.day = :day"
        f" where s.session = :session and {_LIVE} group by c.zone, c.time",
        {"session": session.id, "day": day.number},
    )
    expected = missing = 0
    for row in found:
        if _is_due(session, day, row["zone"], row["time"], now):
            expected += row["n"] - row["aside"]
            missing += row["n"] - row["aside"] - row["planned"]
        else:
            expected += row["planned"]
    return expected, missing


def _is_due(session: Session, day: Day, zone: str | None, hour: str | None, now: datetime) -> bool:
    if zone is None or hour is None:
        return False
    return due.at(session, day, ChatTime(time.fromisoformat(hour), zone)) <= now


def _others(db: Database, session: str, day: int) -> int:
    """Return how many have a delivery and follow no more, or by a replay."""
    found = rows(
        db,
        "select count(*) as n from deliveries d where d.session = :session and d.day = :day"  # noqa: S608 - our own words
        " and not exists (select 1 from subscriptions s join chats c on c.id = s.chat"
        f" where s.chat = d.chat and s.session = d.session and {_LIVE})",
        {"session": session, "day": day},
    )
    number: int = found[0]["n"]
    return number


def _unproven(db: Database, session: str, day: int) -> int:
    found = rows(
        db,
        "select count(*) as n from deliveries d where d.session = ? and d.day = ?"
        " and d.state = 'sent' and not exists (select 1 from outbox o where o.delivery = d.id"
        " and o.kind = 'part' and o.state = 'sent' and o.message is not null)",
        [session, day],
    )
    number: int = found[0]["n"]
    return number
