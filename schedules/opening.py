"""Deliveries that are due become messages in the outbox: the digest, or the line that it waits."""

from datetime import datetime

from sqlite_utils import Database

from data import chats, deliveries, outbox
from data.chats import Chat
from data.deliveries import Delivery
from data.editions import Composed, Edition
from data.store import durable
from schedules.newest import Newest
from schedules.voice import Voice


class Opener:
    """Opens what is due; one transaction for each call."""

    def __init__(self, db: Database, voice: Voice) -> None:
        """Say things as ``voice`` does."""
        self._db = db
        self._voice = voice
        self._composed: dict[Edition, Composed] = {}
        self._bundles: dict[tuple[object, ...], Composed] = {}

    def open_some(self, now: datetime, most: int) -> int:
        """Open up to ``most`` deliveries and return how many there were."""
        state = Newest(self._db, now)
        held_back = state.not_out()
        if held_back:
            going = sorted(set(state.days()).difference(held_back))
            found = deliveries.waiting_of(self._db, going, most)
        else:
            found = deliveries.in_state(self._db, "waiting", most)
        if not found:
            return 0
        self._composed.clear()  # what is composed holds for this call alone
        with durable(self._db):
            for delivery in found:
                self._open(delivery, state)
        return len(found)

    def wake_some(self, now: datetime, most: int) -> int:
        """Let what was held wait again where its summary is out, or will not come in time."""
        state = Newest(self._db, now)
        return sum(
            deliveries.wake(self._db, named, day, each, most)
            for each in ("held", "given_up")
            for named, day in state.days()
            if state.ends_wait(named, day, each) and deliveries.has(self._db, named, day, each)
        )

    def next_given_up(self, now: datetime) -> datetime | None:
        """Return when the next day that is held is waited for no longer."""
        state = Newest(self._db, now)
        ahead = (
            state.given_up(named, day)
            for named, day in state.days()
            if deliveries.has(self._db, named, day, "held")
        )
        return min((each for each in ahead if each > now), default=None)

    def reopen_some(self, now: datetime) -> int:
        """Compose anew what has not left yet and is not the newest; return how many there were."""
        found = [
            delivery
            for each in Newest(self._db, now).out()
            for delivery in deliveries.outdated(self._db, each.session, each.day, each.revision)
        ]
        if found:
            with durable(self._db):
                for delivery in found:
                    outbox.take_back(self._db, delivery)
                    deliveries.put(self._db, delivery, "waiting")
        return len(found)

    def bundle_some(self, _now: datetime, most: int) -> int:
        """Offer what fell due long ago by buttons, to ``most`` chats; return how many they are."""
        found = deliveries.old(self._db, most)
        if not found:
            return 0
        self._bundles.clear()
        with durable(self._db):
            for chat_id, named, numbers in found:
                self._bundle(chat_id, named, numbers)
        return len(found)

    def _bundle(self, chat_id: int, named: str, numbers: list[int]) -> None:
        chat = chats.get(self._db, chat_id)
        if chat is None or chat.state != "open":
            for delivery in deliveries.under_way(self._db, chat_id):
                deliveries.put(self._db, delivery, "aside", chat.reason if chat else "forgotten")
            return
        for delivery in deliveries.offer(self._db, chat_id, named):
            outbox.unwanted(self._db, delivery, "held")
        if chat.kind == "channel":  # it gets digests and nothing else
            deliveries.count_as_delivered(self._db, chat_id)
        else:
            private = chat.kind == "private"
            wanted = (named, tuple(numbers), self._voice.language(chat), private)
            composed = self._bundles.get(wanted) or self._voice.bundle(chat, named, numbers)
            self._bundles[wanted] = composed
            self._put(composed, chat=chat, kind="bundle")

    def _open(self, delivery: Delivery, state: Newest) -> None:
        chat = chats.get(self._db, delivery.chat)
        if chat is None or chat.state != "open":
            deliveries.put(self._db, delivery.id, "aside", chat.reason if chat else "forgotten")
        elif not state.knows(delivery.session, delivery.day):
            deliveries.put(self._db, delivery.id, "failed", "the session has no such day any more")
        elif deliveries.is_behind(self._db, delivery):
            deliveries.put(self._db, delivery.id, "behind")
        elif state.is_written(delivery.session, delivery.day):
            self._begin(delivery, chat, state)
        elif not state.ends_wait(delivery.session, delivery.day, "held"):
            self._hold(delivery, chat)
        elif self._voice.lists(delivery.session, delivery.day):
            self._begin(delivery, chat, state)
        else:
            deliveries.put(self._db, delivery.id, "given_up")

    def _hold(self, delivery: Delivery, chat: Chat) -> None:
        deliveries.put(self._db, delivery.id, "held")
        if chat.kind != "channel":
            line = self._voice.held(chat, delivery.session, delivery.day)
            self._put(line, chat=chat, kind="held", delivery=delivery.id, silent=True)

    def _begin(self, delivery: Delivery, chat: Chat, state: Newest) -> None:
        # What a chat has in part already stays as it saw it, until the rest was sent: then it is
        # brought to what stands.
        begun = outbox.has_begun(self._db, delivery.id)
        first = not deliveries.has_sent(self._db, chat.id)
        wanted = edition(delivery, chat, self._voice, first=first)
        composed = self._composed.get(wanted) or self._voice.digest(wanted)
        self._composed[wanted] = composed
        self._put(composed, chat=chat, kind="part", delivery=delivery.id)
        if not begun:
            revision = state.revision(delivery.session, delivery.day)
            deliveries.shows(self._db, delivery.id, revision, composed.language)
        through = begun and outbox.is_through(self._db, delivery.id)
        deliveries.put(self._db, delivery.id, "sent" if through else "sending")

    def _put(
        self,
        composed: Composed,
        *,
        chat: Chat,
        kind: outbox.Kind,
        delivery: int | None = None,
        silent: bool = False,
    ) -> None:
        for number, text in enumerate(kept(self._db, composed), 1):
            outbox.add(
                self._db,
                chat=chat.id,
                kind=kind,
                text=text,
                delivery=delivery,
                part=number,
                silent=silent,
            )


def edition(delivery: Delivery, chat: Chat, voice: Voice, *, first: bool) -> Edition:
    """Return the edition of a day that a chat reads."""
    return Edition(
        session=delivery.session,
        day=delivery.day,
        language=voice.language(chat),
        topics=chat.topics,
        private=chat.kind == "private",
        first=first and chat.kind != "channel",
    )


def corrected(of: Edition, at: datetime | None, zone: str | None) -> Edition:
    """Return an edition that says when it was corrected, in the chat's zone."""
    return of._replace(corrected=at, zone=zone or "UTC") if at else of


def kept(db: Database, composed: Composed) -> list[int]:
    """Keep the texts of what was composed, and return their ids; buttons stand under the last."""
    last = len(composed.parts) - 1
    return [
        outbox.keep_text(db, part, composed.buttons if number == last else None)
        for number, part in enumerate(composed.parts)
    ]
