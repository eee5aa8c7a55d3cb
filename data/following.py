"""Who follows a session from when on: what a chat changes, and what follows from it at once.

Each function is one transaction, and safe to repeat.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from data import chats, days, deliveries, due, outbox, replays, session, subscriptions
from data.chat_times import ChatTime
from data.days import Day
from data.store import writing
from data.subscriptions import Subscription, Way


def subscribe(
    db: Database, chat: int, session_id: str, when: ChatTime, now: datetime
) -> Subscription:
    """Let a chat have the digests of a session that are due from ``now`` on, at ``when``.

    Where it is subscribed already, only the time is changed.
    """
    change_time(db, chat, when, now)
    with writing(db):
        before = subscriptions.get(db, chat, session_id)
        if before and before.state == "on" and before.way == "live":
            return before
        begun = Subscription(
            chat=chat,
            session=session_id,
            state="on",
            way="live",
            since=now,
            first_day=_first_owed(db, session_id, when, now),
        )
        subscriptions.keep(db, begun)
    return begun


def change_time(db: Database, chat: int, when: ChatTime, now: datetime) -> None:
    """Keep when a chat gets its digests; an unsent day that is due by it now is planned at once."""
    with writing(db):
        chats.choose_time(db, chat, when)
        _catch_up(db, chat, when, now)


def come_back(db: Database, chat: int, now: datetime) -> bool:
    """Write to a chat again that was set aside; return whether it was.

    What fell due in between is sent or offered, as after a time offline.
    """
    with writing(db):
        if not chats.reopened(db, chat):
            return False
        deliveries.bring_back(db, chat, now - due.STILL_SENT)
        found = chats.get(db, chat)
        if found and found.when:
            _catch_up(db, chat, found.when, now)
    return True


def stop(db: Database, chat: int, session_id: str) -> bool:
    """End a subscription; return whether there was one. What has not left stays here."""
    return _end(db, chat, session_id, "off")


def pause(db: Database, chat: int, session_id: str) -> bool:
    """Pause a subscription until it is resumed by subscribing again."""
    return _end(db, chat, session_id, "paused")


def _end(db: Database, chat: int, session_id: str, state: subscriptions.State) -> bool:
    with writing(db):
        for delivery in deliveries.drop_unsent(db, chat, session_id):
            outbox.unwanted(db, delivery, "held")
            outbox.take_back(db, delivery)
        return subscriptions.end(db, chat, session_id, state)


def replay(  # noqa: PLR0913, PLR0917 - what a replay is
    db: Database, chat: int, session_id: str, when: ChatTime, way: Way, now: datetime
) -> Subscription:
    """Let a chat have a session's digests that it has not had yet, after the session.

    ``way`` is one a day at its hour from today on, all at once, or none, to wait for the next
    session.
    """
    change_time(db, chat, when, now)
    following = {"replay": replays.first(when, now), "at_once": now}.get(way)
    begun = Subscription(
        chat=chat,
        session=session_id,
        state="on",
        way=way,
        since=now,
        first_day=1,
        next=following,
    )
    with writing(db):
        subscriptions.keep(db, begun)
    return begun


def earlier(db: Database, subscription: Subscription) -> list[Day]:
    """Return the days before a subscription counts, which are offered and not sent."""
    every = days.every(db, subscription.session)
    return [day for day in every if day.number < subscription.first_day]


def _first_owed(db: Database, session_id: str, when: ChatTime, now: datetime) -> int:
    held = session.get(db, session_id)
    every = days.every(db, session_id)
    if held is None:
        raise LookupError(f"there is no session {session_id}")
    owed = due.owed(held, every, when, now)
    return owed[0].number if owed else len(every) + 1


def _catch_up(db: Database, chat: int, when: ChatTime, now: datetime) -> None:
    """Plan what is due by now of a chat's live subscriptions and has no delivery yet."""
    for each in subscriptions.of_chat(db, chat):
        held = session.get(db, each.session)
        if held is None or each.state != "on" or each.way != "live":
            continue
        had = {delivery.day for delivery in deliveries.of_chat(db, chat, each.session)}
        unsent = [
            day
            for day in days.every(db, each.session)
            if day.number >= each.first_day and day.number not in had
        ]
        fallen = due.fallen(held, unsent, when, now)
        _add(db, each, fallen.sent, "waiting", now)
        _add(db, each, fallen.listed, "old", now)


def _add(
    db: Database,
    subscription: Subscription,
    fallen: Sequence[Day],
    state: deliveries.State,
    now: datetime,
) -> None:
    for day in fallen:
        deliveries.add(db, subscription.chat, subscription.session, day.number, now, state)
