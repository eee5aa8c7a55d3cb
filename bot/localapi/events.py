"""What goes on between the bot and people: queries, their answers, and what watchers hear."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.localapi.chats import Place
from bot.localapi.messages import Message
from bot.localapi.people import Account

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something a watcher may show: ``kind`` is "sent", "edited", "deleted", "alert", "action".

    ``message`` goes with the first three, ``query_id`` with an alert, ``place`` with an action.
    """

    kind: str
    message: Message | None = None
    query_id: str | None = None
    place: Place | None = None
    action: str | None = None


@dataclass(slots=True)
class Query:
    """A callback or inline query that waits for its answer."""

    person: Account
    asked: datetime
    answered: bool = False
    message: Message | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """How the bot answered a tap; an empty ``text`` just stops the button's waiting."""

    text: str
    show_alert: bool = False
    url: str | None = None
    cache_time: int = 0


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """How the bot answered an inline query; ``results`` as it gave them, checked."""

    results: list[Json]
    next_offset: str = ""
    cache_time: int = 300
    is_personal: bool = False
    button: Json | None = None
