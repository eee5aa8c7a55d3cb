"""Before the next session, each subscriber of an earlier one gets one offer."""

from datetime import datetime
from typing import Final

from sqlite_utils import Database

from data import chats, outbox, session, subscriptions
from data.session import NEXT_WITHIN, Session
from data.store import durable
from data.subscriptions import Subscription
from schedules.voice import Voice

AT_ONCE: Final = 100


class Offerer:
    """Offers sessions that begin soon."""

    def __init__(self, db: Database, voice: Voice) -> None:
        """Say things as ``voice`` does."""
        self._db = db
        self._voice = voice

    def offer_some(self, now: datetime) -> int:
        """Offer a session to some chats that were not offered it; return how many they are.

        A subscription that is off stands for an offer that was made, so that it is made once.
        """
        offered = 0
        for ahead in session.every(self._db):
            if not ahead.today(now) < ahead.start <= ahead.today(now) + NEXT_WITHIN:
                continue
            found = subscriptions.not_offered(self._db, ahead.id, AT_ONCE)
            if found:
                with durable(self._db):
                    for chat in found:
                        self._offer(chat, ahead, now)
            offered += len(found)
        return offered

    def _offer(self, chat_id: int, ahead: Session, now: datetime) -> None:
        subscriptions.keep(
            self._db,
            Subscription(
                chat=chat_id, session=ahead.id, state="off", way="wait", since=now, first_day=1
            ),
        )
        chat = chats.get(self._db, chat_id)
        if chat is None or chat.kind == "channel":  # a channel gets digests and nothing else
            return
        composed = self._voice.offer(chat, ahead.id)
        text = outbox.keep_text(self._db, composed.parts[0], composed.buttons)
        outbox.add(self._db, chat=chat_id, kind="offer", text=text)
