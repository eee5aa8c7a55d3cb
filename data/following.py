"""Who follows a session from when on: what a chat changes, and what follows from it at once.

Each function is one transaction, and safe to repeat. What a chat was told is so outlives a power
cut: the transactions are durable.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlite_utils import Database

from data import chats, days, deliveries, due, outbox, replays, session, subscriptions
from data.chat_times import ChatTime
from data.days import Day
from data.session import Session
from data.store import durable
from data.subscriptions import Subscription, Way

# So long after its end nothing of a session is owed any more, but in a replay.
OVER: Final = timedelta(days=30)


def subscribe(
    db: Database, chat: int, session_id: str, when: ChatTime, now: datetime
) -> Subscription:
    """Let a chat have the digests of a session that are due from ``now`` on, at ``when``.

    Where it is subscribed already, only the time is changed.
    """
    with durable(db):
        _keep_time(db, chat, when, now)
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
        # What is due at this very moment may have been planned for the others already.
        _catch_up(db, chat, when, now)
    return begun


def change_time(db: Database, chat: int, when: ChatTime, now: datetime) -> None:
    """Keep when a chat gets its digests; an unsent day that is due by it now is planned at once."""
    with durable(db):
        _keep_time(db, chat, when, now)


def come_back(db: Database, chat: int, now: datetime) -> bool:
    """Write to a chat again that was set aside; return whether it was.

    What fell due in between is sent or offered, as after a time offline.
    """
    with durable(db):
        if not chats.reopened(db, chat):
            return False
        deliveries.bring_back(db, chat, now - due.STILL_SENT)
        found = chats.get(db, chat)
        if found and found.when:
            _catch_up(db, chat, found.when, now)
    return True


def set_aside(db: Database, chat: int, state: chats.State, reason: str, now: datetime) -> None:
    """Write to a chat no more until it comes back; what it has not got waits for that.

    One that is set aside so already is left as it is, since when it left counts.
    """
    with durable(db):
        found = chats.get(db, chat)
        if found is None or found.state == state:
            return
        put_aside(db, chat, state, reason, now)


def put_aside(db: Database, chat: int, state: chats.State, reason: str, now: datetime) -> None:
    """Do what ``set_aside`` does, within a transaction of the caller's."""
    chats.set_aside(db, chat, state, reason, now)
    outbox.drop(db, chat, reason)
    for delivery in deliveries.under_way(db, chat):
        deliveries.put(db, delivery, "aside", reason)


def move(db: Database, old: int, new: int, now: datetime) -> None:
    """Follow a group that became a supergroup, whose id is another from then on."""
    with durable(db):
        follow(db, old, new, now)


def follow(db: Database, old: int, new: int, now: datetime) -> None:
    """Do what ``move`` does, within a transaction of the caller's."""
    chats.move(db, old, new)
    moved = chats.get(db, new)
    if moved and moved.when and moved.state == "open":
        # Chats are planned by their ids: a day may have been planned past the new one already.
        _catch_up(db, new, moved.when, now)


def stop(db: Database, chat: int, session_id: str) -> bool:
    """End a subscription; return whether there was one. What has not left stays here."""
    return _end(db, chat, session_id, "off")


def stop_all(db: Database, chat: int) -> bool:
    """End all subscriptions of a chat; return whether there was one."""
    found = [each for each in subscriptions.of_chat(db, chat) if each.state != "off"]
    for each in found:
        stop(db, chat, each.session)
    return bool(found)


def pause(db: Database, chat: int, session_id: str) -> bool:
    """Pause a subscription until it is resumed."""
    return _end(db, chat, session_id, "paused")


def resume(db: Database, chat: int, session_id: str, now: datetime) -> Subscription | None:
    """Go on with a subscription that was paused; None where there is none, or no time for it.

    What fell due in between is not sent; a replay goes on where it was.
    """
    paused, found = subscriptions.get(db, chat, session_id), chats.get(db, chat)
    if paused is None or found is None or found.when is None or paused.state != "paused":
        return paused
    if paused.way == "live":
        return subscribe(db, chat, session_id, found.when, now)
    return replay(db, chat, session_id, found.when, paused.way, now)


def _end(db: Database, chat: int, session_id: str, state: subscriptions.State) -> bool:
    with durable(db):
        _take_back(db, chat, session_id)
        return subscriptions.end(db, chat, session_id, state)


def _take_back(db: Database, chat: int, session_id: str) -> None:
    for delivery in deliveries.drop_unsent(db, chat, session_id):
        outbox.unwanted(db, delivery, "held")
        outbox.take_back(db, delivery)


def replay(  # noqa: PLR0913, PLR0917 - what a replay is
    db: Database, chat: int, session_id: str, when: ChatTime, way: Way, now: datetime
) -> Subscription:
    """Let a chat have a session's digests that it has not had yet, after the session.

    ``way`` is one a day at its hour from today on, all at once, or none, to wait for the next
    session.
    """
    begun = Subscription(
        chat=chat,
        session=session_id,
        state="on",
        way=way,
        since=now,
        first_day=1,
        next={"replay": goes_on(db, chat, session_id, when, now), "at_once": now}.get(way),
    )
    with durable(db):
        _keep_time(db, chat, when, now)
        if way == "wait":
            _take_back(db, chat, session_id)
        subscriptions.keep(db, begun)
    return begun


def goes_on(db: Database, chat: int, session_id: str, when: ChatTime, moment: datetime) -> datetime:
    """Return when a replay goes on from ``moment``: at the chat's hour, and not twice on a day."""
    last = deliveries.last_sent(db, chat, session_id)
    return replays.goes_on(when, moment, last[1:] if last else None)


def _keep_time(db: Database, chat: int, when: ChatTime, now: datetime) -> None:
    before = chats.get(db, chat)
    chats.choose_time(db, chat, when)
    if before and before.when:
        _move_replays(db, chat, before.when, when)
    _catch_up(db, chat, when, now)


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
        if held is None or each.state != "on" or each.way != "live" or _is_over(held, now):
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


def _is_over(held: Session, now: datetime) -> bool:
    """Whether it ended so long ago that rows of what was delivered may be erased already."""
    return held.today(now) > held.end + OVER


def _move_replays(db: Database, chat: int, before: ChatTime, when: ChatTime) -> None:
    """Let the next digest of a replay come on the day on which it would, at the new hour."""
    for each in subscriptions.of_chat(db, chat):
        if each.way == "replay" and each.next:
            day = each.next.astimezone(before.tz).date()
            moment = goes_on(db, chat, each.session, when, due.on(day, when.hour, when.tz))
            subscriptions.next_at(db, chat, each.session, moment)


def _add(
    db: Database,
    subscription: Subscription,
    fallen: Sequence[Day],
    state: deliveries.State,
    now: datetime,
) -> None:
    for day in fallen:
        deliveries.add(db, subscription.chat, subscription.session, day.number, now, state)
