"""From the outbox to Telegram: one message after the other in each chat, many chats at once."""

import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from sqlite_utils import Database
from telegram import (
    Bot,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)
from telegram.error import TelegramError

from data import deliveries, due, following, outbox, zones
from data.clock import Clock
from data.outbox import Outgoing
from data.richtext import RichText
from data.store import durable
from schedules import fates
from schedules.flights import Flights
from schedules.pace import Pace

logger = logging.getLogger(__name__)

LOOKED_AT: Final = 60


class Sender:
    """Sends what is in the outbox."""

    def __init__(
        self, bot: Callable[[], Bot], db: Database, clock: Clock, pace: Pace, flights: Flights
    ) -> None:
        """Send through ``bot()``, at ``pace``, while ``flights`` keeps one at a time in a chat."""
        self._bot = bot
        self._db = db
        self._clock = clock
        self._pace = pace
        self._flights = flights
        self._queue: list[Outgoing] = []
        self._unrecorded: list[tuple[Outgoing, int | fates.Fate]] = []

    def look(self) -> None:
        """Look up what may leave now: the first message of each chat."""
        self._record()
        self._queue = outbox.waiting(self._db, self._clock.now(), LOOKED_AT)

    def start_some(self, most: int) -> int:
        """Start up to ``most`` of the messages looked up; return how many were started."""
        started = 0
        for message in list(self._queue):
            if started == most or self._flights.full or self._pace.wait():
                break
            if message.chat in self._flights or self._pace.wait_in(message.chat):
                continue
            self._queue.remove(message)
            with durable(self._db):
                claimed = outbox.claim(self._db, message.id)
            if claimed:
                self._pace.take(message.chat)
                self._flights.start(message.chat, self._send(message))
                started += 1
        return started

    def wait(self) -> float | None:
        """Return how many seconds the next message waits for its slot; None where none is due."""
        waits = (
            self._pace.wait_in(each.chat) for each in self._queue if each.chat not in self._flights
        )
        first = min(waits, default=None)
        return None if first is None else max(first, self._pace.wait())

    async def _send(self, message: Outgoing) -> None:
        answer: int | fates.Fate
        try:
            with self._pace.under_way(message.chat):
                answer = await self._to_telegram(message)
        except TelegramError as error:
            answer = fates.decide(error, message.attempts + 1)
            if isinstance(answer, fates.Later) and answer.flood:
                self._pace.halt(message.chat, answer.seconds)
        self._unrecorded.append((message, answer))
        self._record()

    def _record(self) -> None:
        """Keep what Telegram said. Where the disk is full it is kept in mind, and nothing leaves.

        Raises ``sqlite3.Error`` where it cannot be kept now.
        """
        while self._unrecorded:
            message, answer = self._unrecorded[0]
            with durable(self._db):
                if isinstance(answer, int):
                    outbox.sent(self._db, message.id, answer, self._clock.now())
                    self._completes(message)
                else:
                    self._meets(message, answer)
            self._unrecorded.pop(0)

    async def _to_telegram(self, message: Outgoing) -> int:
        answered = outbox.message_of(self._db, message.reply) if message.reply else None
        sent = await self._bot().send_message(
            message.chat,
            message.text.text,
            entities=entities(message.text),
            message_thread_id=message.thread,
            reply_parameters=ReplyParameters(answered, allow_sending_without_reply=True)
            if answered
            else None,
            reply_markup=keyboard(message.buttons, self._bot()),
            disable_notification=self._is_silent(message),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return sent.message_id

    def _is_silent(self, message: Outgoing) -> bool:
        night = message.zone is not None and due.at_night(self._clock.now(), zones.of(message.zone))
        return message.silent or night

    def _completes(self, message: Outgoing) -> None:
        """Let a delivery be through whose last part was sent; its held line goes then."""
        delivery = message.delivery
        if message.kind == "bundle":
            deliveries.count_as_delivered(self._db, message.chat)
        if message.kind != "part" or delivery is None:
            return
        if outbox.is_through(self._db, delivery):
            deliveries.put(self._db, delivery, "sent")
            outbox.unwanted(self._db, delivery, "held")

    def _meets(self, message: Outgoing, fate: fates.Fate) -> None:
        """Keep what became of a message that was not taken, within a transaction."""
        now = self._clock.now()
        match fate:
            case fates.Later(seconds=seconds, reason=reason):
                outbox.later(self._db, message.id, _after(now, seconds), reason)
            case fates.Moved(chat=chat):
                following.follow(self._db, message.chat, chat, now)
                outbox.later(self._db, message.id, now, "the group is a supergroup now")
            case fates.Aside(state=state, reason=reason):
                logger.info("A chat was set aside: %s", reason)
                following.put_aside(self._db, message.chat, state, reason, now)
            case fates.Never(reason=reason):
                self._gives_up(message, reason)
            case fates.Done():
                self._gives_up(message, "a message that is new cannot be unmodified")

    def _gives_up(self, message: Outgoing, reason: str) -> None:
        logger.error("Telegram will not take message %d of the outbox: %s", message.id, reason)
        outbox.failed(self._db, message.id, reason)
        if message.kind == "part" and message.delivery is not None:
            outbox.take_back(self._db, message.delivery)
            deliveries.put(self._db, message.delivery, "failed", reason)


def _after(now: datetime, seconds: float) -> datetime:
    return now + timedelta(seconds=seconds)


def entities(text: RichText) -> list[MessageEntity]:
    """Return the entities of a text as the library's own."""
    return [
        MessageEntity(each.type, each.offset, each.length, url=each.url, language=each.language)
        for each in text.entities
    ]


def keyboard(buttons: str | None, bot: Bot) -> InlineKeyboardMarkup | None:
    """Return the keyboard that JSON text describes."""
    return InlineKeyboardMarkup.de_json(json.loads(buttons), bot) if buttons else None
