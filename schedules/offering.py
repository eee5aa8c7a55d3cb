"""Before the next session, each subscriber of an earlier one gets one offer."""

from datetime import datetime, timedelta
from typing import Final

from sqlite_utils import Database

from data import chats, outbox, session, subscriptions
from data.editions import Composed
from data.session import NEXT_WITHIN, Session
from data.store import durable
from data.subscriptions import FIRST_CHAT, Subscription
from schedules.voice import Voice

LOOKED_AT: Final = 500
# Whoever comes meanwhile is found by then.
AGAIN: Final = timedelta(hours=1)


class Offerer:
    """Offers sessions that begin soon."""

    def __init__(self, db: Database, voice: Voice) -> None:
        """Say things as ``voice`` does."""
        self._db = db
        self._voice = voice
        self._last = FIRST_CHAT
        self._looked: datetime | None = None
        self._composed: dict[str, Composed] = {}

    def offer_some(self, now: datetime, most: int) -> int:
        """Offer sessions that begin soon to the next chats that were not offered them.

        Returns how many were looked at; 0 where all were. A subscription that is off stands for
        an offer that was made, so that it is made once.
        """
        if self._looked and self._looked <= now < self._looked + AGAIN:
            return 0
        soon = [each for each in session.every(self._db) if self._is_soon(each, now)]
        looked = subscriptions.followers(self._db, self._last, LOOKED_AT) if soon else []
        if not looked:
            self._last, self._looked = FIRST_CHAT, now if soon else None
            return 0
        for ahead in soon:
            found = subscriptions.not_offered(self._db, ahead.id, looked, most)
            if found:
                self._composed.clear()
                with durable(self._db):
                    for chat in found:
                        self._offer(chat, ahead, now)
                if len(found) == most:
                    return len(found)  # and the same chats again, for those that are left
        self._last = looked[-1]
        return len(looked)

    def _is_soon(self, ahead: Session, now: datetime) -> bool:
        return ahead.today(now) < ahead.start <= ahead.today(now) + NEXT_WITHIN

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
        language = self._voice.language(chat)
        composed = self._composed.get(language) or self._voice.offer(chat, ahead.id)
        self._composed[language] = composed
        text = outbox.keep_text(self._db, composed.parts[0], composed.buttons)
        outbox.add(self._db, chat=chat_id, kind="offer", text=text)
