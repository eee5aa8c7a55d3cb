"""At the close of a day without a summary, its editors hear of it, once."""

from collections.abc import Callable, Collection
from datetime import datetime

from sqlite_utils import Database

from data import chats, outbox, reminders
from data.chats import Chat
from data.store import durable
from schedules.voice import Voice

Readers = Callable[[], Collection[int]]


class Reminder:
    """Puts reminders into the outbox; ``readers`` are the private chats of those who write."""

    def __init__(self, db: Database, voice: Voice, readers: Readers) -> None:
        """Say things as ``voice`` does."""
        self._db = db
        self._voice = voice
        self._readers = readers

    def remind_some(self, now: datetime) -> int:
        """Remind of what closed without a summary; return how many days those were."""
        found = reminders.due(self._db, now)
        if not found:
            return 0
        with durable(self._db):
            for each in found:
                for reader in self._readers():
                    chat = chats.get(self._db, reader) or Chat(reader)
                    said = self._voice.reminder(chat, each.session.id, each.day.number)
                    text = outbox.keep_text(self._db, said.parts[0], said.buttons)
                    outbox.add(self._db, chat=reader, kind="reminder", text=text)
                reminders.done(self._db, each)
        return len(found)

    def following(self, now: datetime) -> datetime | None:
        """Return when the next day closes that is not written."""
        return reminders.following(self._db, now)
