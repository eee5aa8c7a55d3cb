"""What a handler is given beside the update: store, clock, words, and the session that is read."""

from typing import Any

from sqlite_utils import Database
from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot, JobQueue

from data import chats, session
from data.clock import Clock
from data.locales.words import Words
from data.session import Session
from handlers.charts.gallery import Gallery
from handlers.refusals import Refusal


class Services:
    """What all handlers share. Made empty by the library; ``bot``, which assembles, fills it in.

    ``default_session`` is the id of the session that is followed where a chat chose none; None
    leaves the choice to the calendar.
    """

    db: Database
    clock: Clock
    default_session: str | None = None

    def __init__(self) -> None:
        """Begin with no picture drawn."""
        self.gallery = Gallery()


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Services]):
    """The context of one update."""

    arrived: Update | None = None
    acknowledged: bool = False

    @classmethod
    def from_update(cls, update: object, application: "App") -> "Context":
        """Make the context of ``update`` and keep the update in it."""
        context = super().from_update(update, application)
        context.arrived = update if isinstance(update, Update) else None
        return context

    @property
    def db(self) -> Database:
        """The store."""
        return self.bot_data.db

    @property
    def clock(self) -> Clock:
        """The clock."""
        return self.bot_data.clock

    @property
    def gallery(self) -> Gallery:
        """The pictures that Telegram has."""
        return self.bot_data.gallery

    @property
    def words(self) -> Words:
        """The words of the reader's language."""
        return Words.load()

    @property
    def chat(self) -> int | None:
        """The id of the chat that the update came from; None for inline queries."""
        chat = self.arrived.effective_chat if self.arrived else None
        return chat.id if chat else None

    @property
    def session(self) -> Session:
        """The session that this chat reads. Raises ``Refusal`` where the store holds none."""
        chosen = chats.session_of(self.db, self.chat) if self.chat is not None else None
        for identity in (chosen, self.bot_data.default_session):
            if identity and (found := session.get(self.db, identity)):
                return found
        followed = session.followed(session.every(self.db), self.clock.now())
        if followed is None:
            raise Refusal("refusal.no_session")
        return followed

    def session_named(self, identity: str) -> Session:
        """Return the session a button names; the chat's own where that one is gone."""
        return session.get(self.db, identity) or self.session

    @property
    def asked(self) -> str:
        """What stands behind the command, its words joined by single spaces."""
        return " ".join(self.args or ())


App = Application[
    ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Services, JobQueue[Context]
]
