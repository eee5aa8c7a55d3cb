"""Who gets a day's summary, and when: for whoever is about to publish one."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time

from sqlite_utils import Database

from data import deliveries, due
from data.chat_times import ChatTime
from data.days import Day
from data.records import rows
from data.session import Session


@dataclass(frozen=True, slots=True)
class Audience:
    """How many chats have a day's digest, how many wait for it, and how many get it later when.

    ``later`` are moments in UTC, in order, each with the number of chats.
    """

    have: int
    waiting: int
    later: tuple[tuple[datetime, int], ...]

    @property
    def total(self) -> int:
        """How many chats that are."""
        return self.have + self.waiting + sum(number for _, number in self.later)


def of_day(db: Database, session: Session, day: Day, now: datetime) -> Audience:
    """Return who gets a day, as things stand at ``now``. Replays that come to it are not in it."""
    counts = deliveries.counts(db, session.id, day.number)
    waiting = sum(counts.get(each, 0) for each in ("waiting", "behind", "held", "given_up"))
    later: Counter[datetime] = Counter()
    for when, number in _not_planned(db, session.id, day.number):
        moment = due.at(session, day, when)
        if moment > now:
            later[moment] += number
        elif moment >= now - due.STILL_SENT:
            waiting += number
    have = counts.get("sent", 0) + counts.get("sending", 0)
    return Audience(have, waiting, tuple(sorted(later.items())))


def _not_planned(db: Database, session: str, day: int) -> list[tuple[ChatTime, int]]:
    found = rows(
        db,
        "select c.zone, c.time, count(*) as n from subscriptions s join chats c on c.id = s.chat"
        " where s.session = :session and s.state = 'on' and s.way = 'live' and s.first_day <= :day"
        " and c.state = 'open' and c.zone is not null and c.time is not null"
        " and not exists (select 1 from deliveries d where d.chat = s.chat"
        " and d.session = :session and d.day = :day) group by c.zone, c.time",
        {"session": session, "day": day},
    )
    return [(ChatTime(time.fromisoformat(row["time"]), row["zone"]), row["n"]) for row in found]
