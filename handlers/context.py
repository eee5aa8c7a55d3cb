"""What a handler is given beside the update: store, clock, words, and the session that is read."""

from collections.abc import Awaitable, Callable
from typing import Any

from sqlite_utils import Database
from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot, JobQueue

from data import chats, content_revision, inbox, session
from data.clock import Clock
from data.locales.words import Words
from data.roles import Role
from data.session import Session
from handlers.attempts import Attempt
from handlers.charts.gallery import Gallery
from handlers.composed import Composed
from handlers.memory import Memory
from handlers.operator import Operator
from handlers.refusals import Refusal

# Takes a method's name and its values, and returns the result, in JSON's types.
Call = Callable[[str, dict[str, Any]], Awaitable[Any]]
# Shows a person the menu of a role, in their private chat; None is everybody's.
ShowMenu = Callable[[ExtBot[None], int, Role | None], Awaitable[None]]


class Services:
    """What all handlers share. Made empty by the library; ``bot``, which assembles, fills it in.

    ``default_session`` is the id of the session that is followed where a chat chose none; None
    leaves the choice to the calendar. ``operator`` runs the bot. ``owners`` are the user ids of the
    owners; ``show_menu`` shows somebody the commands of their role. ``wake`` has delivery look at
    once for what is due. ``call`` calls a method of the Bot API without the library's objects: for
    what is sent often. ``memory`` keeps what was worked out from the content. ``attempts`` are the
    updates that wait for their answer or are being answered, by number.
    """

    db: Database
    clock: Clock
    default_session: str | None = None
    operator: Operator = Operator()
    owners: frozenset[int] = frozenset()
    show_menu: ShowMenu | None = None
    wake: Callable[[], None] = staticmethod(lambda: None)
    call: Call

    def __init__(self) -> None:
        """Begin with no picture drawn, and nothing to answer."""
        self.gallery = Gallery()
        self.attempts: dict[int, Attempt] = {}
        self.memory = Memory()


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Services]):
    """The context of one update."""

    arrived: Update | None = None
    acknowledged: bool = False
    given: list[Composed]
    _revision: int | None = None

    @classmethod
    def from_update(cls, update: object, application: "App") -> "Context":
        """Make the context of ``update`` and keep the update in it."""
        context = super().from_update(update, application)
        context.arrived = update if isinstance(update, Update) else None
        context.given = []
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
    def attempt(self) -> Attempt:
        """This try at answering the update."""
        number = self.arrived.update_id if self.arrived else 0
        return self.bot_data.attempts.get(number) or Attempt(self.clock.now())

    def first_time(self) -> bool:
        """Whether the update may make its change: true once, however often it is tried.

        Ask in the transaction that makes the change, and answer in any case.
        """
        return self.arrived is None or inbox.first_time(self.db, self.arrived.update_id)

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
        return self.session_read_in(self.chat)

    @property
    def revision(self) -> int:
        """The number of the content's state when it was first asked for."""
        if self._revision is None:
            self._revision = content_revision.number(self.db)
        return self._revision

    def session_read_in(self, chat: int | None) -> Session:
        """Return the session that a chat reads. Raises ``Refusal`` where the store holds none."""
        chosen = chats.session_of(self.db, chat) if chat is not None else None
        every = self.bot_data.memory.of(self.revision, "sessions", lambda: session.every(self.db))
        for identity in (chosen, self.bot_data.default_session):
            if found := next((each for each in every if each.id == identity), None):
                return found
        followed = session.followed(every, self.clock.now())
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
