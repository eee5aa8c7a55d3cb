"""Which digests have fallen due: a row for each chat, in slices that hold the loop only briefly.

The work grows with the number of distinct times that chats chose, and with the chats of a time
that has come; what is planned already is not looked at again.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Final

from sqlite_utils import Database

from data import chats, days, deliveries, due, following, replays, session, subscriptions
from data.chat_times import ChatTime
from data.days import Day
from data.session import Session
from data.store import writing
from data.subscriptions import Subscription

SLICE: Final = 200
REPLAYS: Final = 50  # each is looked at by itself
TIMES: Final = 100
# So long after a session its digests are planned; later, only replays are.
LIVE: Final = timedelta(days=30)


class Planner:
    """Plans what is due. What it keeps in memory it could read from the store again."""

    def __init__(self, db: Database) -> None:
        """Plan in this store."""
        self._db = db
        self._moments: dict[tuple[datetime, ChatTime], datetime] = {}
        self._planned: dict[str, set[tuple[int, str, time]]] = {}
        self._ahead: datetime | None = None

    def slices(self, now: datetime) -> Iterator[None]:
        """Plan all that is due at ``now``; let others go first wherever this yields."""
        times = chats.times(self._db)
        ahead: datetime | None = None
        yield
        for held in self._live(now):
            done = self._planned.setdefault(held.id, deliveries.planned(self._db, held.id))
            for day in days.every(self._db, held.id):
                for place, when in enumerate(times, 1):
                    key = (day.number, when.zone, when.hour)
                    if key not in done:
                        moment = self._due(held, day, when)
                        if moment <= now:
                            yield from self._plan(held, day, when, moment, now)
                            done.add(key)
                        else:
                            ahead = min(ahead or moment, moment)
                    if place % TIMES == 0:
                        yield
        yield from self._replays(now)
        self._ahead = ahead

    def next_due(self) -> datetime | None:
        """Return when the next digest falls due, as the last look to the end of ``slices`` saw it.

        None where nothing is ahead.
        """
        found = (self._ahead, subscriptions.next_replay(self._db))
        return min((each for each in found if each), default=None)

    def _live(self, now: datetime) -> list[Session]:
        return [
            each
            for each in session.every(self._db)
            if now <= datetime.combine(each.end, time(), tzinfo=UTC) + LIVE
        ]

    def _due(self, held: Session, day: Day, when: ChatTime) -> datetime:
        close = day.closes_at(held)
        moment = self._moments.get((close, when))
        if moment is None:
            moment = self._moments[close, when] = due.first_at(when, close)
        return moment

    def _plan(
        self, held: Session, day: Day, when: ChatTime, moment: datetime, now: datetime
    ) -> Iterator[None]:
        state: deliveries.State = "old" if moment < now - due.STILL_SENT else "waiting"
        done = False
        while not done:
            with writing(self._db):
                done = deliveries.plan(
                    self._db,
                    session=held.id,
                    day=day.number,
                    zone=when.zone,
                    at=when.hour,
                    due=moment,
                    state=state,
                    most=SLICE,
                )
            yield

    def _replays(self, now: datetime) -> Iterator[None]:
        while found := subscriptions.replays_due(self._db, now, REPLAYS):
            with writing(self._db):
                for each in found:
                    self._replay(each, now)
            yield

    def _replay(self, replayed: Subscription, now: datetime) -> None:
        """Plan the next day of a replay, or all that are left; and when the one after is due."""
        found = deliveries.of_chat(self._db, replayed.chat, replayed.session)
        had = {each.day for each in found}
        left = [
            each.number
            for each in days.every(self._db, replayed.session)
            if each.number >= replayed.first_day and each.number not in had
        ]
        # One a day: where the last one is still to be sent, the next one waits for another day.
        waits = any(each.state in deliveries.UNSENT for each in found) or self._had(replayed, now)
        taken = left if replayed.way == "at_once" else left[: 0 if waits else 1]
        for number in taken:
            belongs = replays.counted(replayed.next or now, now)
            deliveries.add(self._db, replayed.chat, replayed.session, number, belongs)
        subscriptions.next_at(
            self._db,
            replayed.chat,
            replayed.session,
            self._following(replayed, now) if len(left) > len(taken) else None,
        )

    def _had(self, replayed: Subscription, now: datetime) -> bool:
        """Whether the last one left so late that it was today's."""
        chat = chats.get(self._db, replayed.chat)
        if chat is None or chat.when is None or replayed.next is None:
            return False
        at = (self._db, replayed.chat, replayed.session, chat.when, replayed.next)
        return following.goes_on(*at) > now

    def _following(self, replayed: Subscription, now: datetime) -> datetime | None:
        chat = chats.get(self._db, replayed.chat)
        if chat is None or chat.when is None or replayed.next is None:
            return None
        return replays.following(chat.when, replayed.next, now)
