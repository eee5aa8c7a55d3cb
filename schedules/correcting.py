"""What was sent is brought to what stands now: edited where it is, part by part.

What is to be done follows from the revision that a delivery shows and the newest one of its day;
so nothing is forgotten by a crash, and when corrections overtake each other only the newest text
is sent.
"""

from collections.abc import Callable, Coroutine, Iterator
from datetime import timedelta
from functools import partial
from itertools import islice, zip_longest
from typing import Any, Final

from sqlite_utils import Database
from telegram import Bot, LinkPreviewOptions
from telegram.error import TelegramError

from data import chats, deliveries, outbox, revisions
from data.chats import Chat
from data.clock import Clock
from data.deliveries import Delivery
from data.editions import Composed, Edition
from data.outbox import Outgoing
from data.revisions import Revision
from data.richtext import RichText
from data.store import durable
from schedules import fates, opening
from schedules.flights import Flights
from schedules.newest import Newest
from schedules.pace import Pace
from schedules.sending import entities, keyboard
from schedules.voice import Voice

LOOKED_AT: Final = 60

Call = Callable[[], Coroutine[Any, Any, None]]
Part = tuple[RichText, str | None]  # a text, and the keyboard under it as JSON


class Corrector:
    """Edits and deletes what stands in chats."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        bot: Callable[[], Bot],
        db: Database,
        clock: Clock,
        pace: Pace,
        flights: Flights,
        voice: Voice,
    ) -> None:
        """Work through ``bot()`` at ``pace``; ``flights`` keeps one call at a time in a chat."""
        self._bot = bot
        self._db = db
        self._clock = clock
        self._pace = pace
        self._flights = flights
        self._voice = voice
        self._queue: list[tuple[int, Call]] = []
        self._composed: dict[Edition, Composed] = {}

    def look(self) -> None:
        """Look up what may be corrected and deleted now."""
        self._queue = list(islice(self._due(), LOOKED_AT))
        self._composed.clear()

    def start_some(self, most: int) -> int:
        """Start up to ``most`` of the calls looked up; return how many were started."""
        started = 0
        for each in list(self._queue):
            chat, call = each
            if started == most or self._flights.full or self._pace.wait():
                break
            if chat in self._flights or self._pace.wait_in(chat):
                continue
            self._queue.remove(each)
            self._flights.start(chat, call())
            started += 1
        return started

    def is_through(self) -> bool:
        """Tell whether nothing is to be corrected or deleted now."""
        return next(self._due(), None) is None

    def wait(self) -> float | None:
        """Return how many seconds the next call waits for its slot; None where none is due."""
        waits = (self._pace.wait_in(chat) for chat, _ in self._queue if chat not in self._flights)
        first = min(waits, default=None)
        return None if first is None else max(first, self._pace.wait())

    def _due(self) -> Iterator[tuple[int, Call]]:
        now = self._clock.now()
        for message in outbox.to_delete(self._db, now, LOOKED_AT):
            yield message.chat, partial(self._delete, message)
        for newest in Newest(self._db, now).out():
            where = newest.session, newest.day, newest.revision
            for delivery in deliveries.stale(self._db, *where, now, LOOKED_AT):
                yield delivery.chat, partial(self._correct, delivery, newest)

    async def _delete(self, message: Outgoing) -> None:
        """Delete a message that is not wanted any more; after 48 hours Telegram deletes nothing."""
        fate = await self._try(
            message.chat,
            self._bot().delete_message(message.chat, message.message or 0),
            message.attempts + 1,
        )
        if isinstance(fate, fates.Never) and (line := self._instead(message)):
            fate = await self._edits(message.message or 0, line[0], line[1])
        with durable(self._db):
            if isinstance(fate, fates.Later):
                at = self._clock.now() + timedelta(seconds=fate.seconds)
                outbox.delete_later(self._db, message.id, at)
            else:
                outbox.gone(self._db, message.id)

    def _instead(self, message: Outgoing) -> tuple[Chat, Part] | None:
        """Return what an old line that a day is held reads from then on."""
        chat = chats.get(self._db, message.chat)
        held = deliveries.get(self._db, message.delivery) if message.delivery else None
        if chat is None or held is None:
            return None
        return chat, (self._voice.held_over(chat, held.session, held.day).parts[0], None)

    async def _correct(self, delivery: Delivery, newest: Revision) -> None:
        chat = chats.get(self._db, delivery.chat)
        if chat is None or chat.state != "open":
            with durable(self._db):
                language = delivery.language or "en"
                deliveries.shows(self._db, delivery.id, newest.revision, language)
            return
        composed = self._stands(delivery, chat)
        old = outbox.of_delivery(self._db, delivery.id)
        for number, (message, part) in enumerate(zip_longest(old, _parts(composed)), 1):
            if message is None:
                self._adds(delivery, number, part, old)
            elif fate := await self._brings(message, part, chat):
                at = self._clock.now() + timedelta(seconds=fate.seconds)
                with durable(self._db):
                    deliveries.edit_later(self._db, delivery.id, at)
                return
        with durable(self._db):
            deliveries.shows(self._db, delivery.id, newest.revision, composed.language)
            self._notes(delivery, newest, chat, old)

    def _stands(self, delivery: Delivery, chat: Chat) -> Composed:
        """Compose what stands now, marked where the chat saw another text before."""
        first = deliveries.is_first(self._db, delivery)
        wanted = opening.edition(delivery, chat, self._voice, first=first)
        composed = self._compose(wanted)
        of_day = revisions.of_day(self._db, delivery.session, delivery.day)
        at = revisions.corrected(of_day, composed.language, delivery.first)
        return self._compose(opening.corrected(wanted, at, chat.zone)) if at else composed

    def _compose(self, wanted: Edition) -> Composed:
        composed = self._composed.get(wanted) or self._voice.digest(wanted)
        self._composed[wanted] = composed
        return composed

    async def _brings(self, message: Outgoing, part: Part | None, chat: Chat) -> fates.Later | None:
        """Bring one message to what it should read; return a pause where that must be repeated."""
        if part == (message.text, message.buttons):
            return None
        if message.message is None:  # it has not left yet
            self._keeps(message, part)
            return None
        if part is None:
            fate = await self._try(chat.id, self._bot().delete_message(chat.id, message.message), 1)
            if isinstance(fate, fates.Never):  # after 48 hours Telegram deletes nothing
                part = (self._voice.surplus(chat).parts[0], None)
                fate = await self._edits(message.message, chat, part)
        else:
            fate = await self._edits(message.message, chat, part)
        if isinstance(fate, fates.Later):
            return fate
        self._keeps(message, part)
        return None

    async def _edits(self, message: int, chat: Chat, part: Part) -> fates.Fate | None:
        text, buttons = part
        return await self._try(
            chat.id,
            self._bot().edit_message_text(
                text.text,
                chat.id,
                message,
                entities=entities(text),
                reply_markup=keyboard(buttons, self._bot()),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            ),
            1,
        )

    async def _try(
        self, chat: int, call: Coroutine[Any, Any, object], attempts: int
    ) -> fates.Fate | None:
        """Do one call when its turn has come; return what became of it, None where it was done."""
        try:
            await self._pace.turn(chat)
            with self._pace.under_way(chat):
                await call
        except TelegramError as error:
            fate = fates.decide(error, attempts)
            if isinstance(fate, fates.Later) and fate.flood:
                self._pace.halt(chat, fate.seconds)
            return fate
        finally:
            call.close()
        return None

    def _adds(
        self, delivery: Delivery, number: int, part: Part | None, old: list[Outgoing]
    ) -> None:
        text, buttons = part or (RichText(""), None)
        with durable(self._db):
            outbox.add(
                self._db,
                chat=delivery.chat,
                kind="part",
                text=outbox.keep_text(self._db, text, buttons),
                delivery=delivery.id,
                part=number,
                reply=old[0].id if old else None,
                silent=True,
            )

    def _keeps(self, message: Outgoing, part: Part | None) -> None:
        with durable(self._db):
            if part is None:
                outbox.gone(self._db, message.id)
            else:
                outbox.shows(self._db, message.id, outbox.keep_text(self._db, *part))

    def _notes(self, delivery: Delivery, newest: Revision, chat: Chat, old: list[Outgoing]) -> None:
        if not newest.note:
            return
        composed = self._voice.note(chat, delivery.session, delivery.day)
        outbox.add(
            self._db,
            chat=chat.id,
            kind="note",
            text=outbox.keep_text(self._db, composed.parts[0], composed.buttons),
            delivery=delivery.id,
            part=newest.revision,
            reply=old[0].id if old else None,
        )


def _parts(composed: Composed) -> list[Part]:
    last = len(composed.parts) - 1
    return [
        (text, composed.buttons if number == last else None)
        for number, text in enumerate(composed.parts)
    ]
