"""Which updates are taken at all: what is for the bot, and not too much of it."""

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from bot import logs, shape
from bot.limits import Limits, Verdict
from bot.turns import Line
from handlers.gate import Gate, kind_of

logger = logging.getLogger(__name__)

Json = Mapping[str, Any]


class Admitted(NamedTuple):
    """An update that is taken; ``too_many``: only to say that it is one too many."""

    update: Json
    line: Line
    too_many: bool


class Admission:
    """Lets in what is for the bot, within the limits, once it knows the bot's name."""

    def __init__(self, commands: frozenset[str], limits: Limits | None = None) -> None:
        """Know ``commands`` as the bot's own; without ``limits`` nothing is too much."""
        self._commands = commands
        self._limits = limits
        self._gate = Gate(0, "", commands)

    def open(self, bot: int, username: str) -> None:
        """Know the bot by number and name."""
        self._gate = Gate(bot, username, self._commands)

    def admitted(self, updates: Iterable[Json], now: datetime) -> dict[int, Admitted]:
        """Return the updates that are taken, by their numbers, in order."""
        taken = {}
        for update in updates:
            try:
                admitted = self._admitted(_whole(update), now)
            except (ValueError, TypeError, LookupError, AttributeError) as error:
                # As an error without its path: it is Telegram's doing, if it is anyone's.
                logger.error("An update is none: %s", logs.told(error))  # noqa: TRY400
            else:
                if admitted is not None:
                    taken[admitted.update["update_id"]] = admitted
        return taken

    def _admitted(self, update: Json, now: datetime) -> Admitted | None:
        verdict = self._verdict(update, now)
        if verdict is Verdict.NOTHING:
            return None
        return Admitted(update, line_of(update), verdict is Verdict.SAY_SO)

    def _verdict(self, update: Json, now: datetime) -> Verdict:
        if not self._gate.lets_in(update):
            return Verdict.NOTHING
        return self._limits.judge(update, now.timestamp()) if self._limits else Verdict.ANSWER


def _whole(update: Json) -> Json:
    """Return the number of an update and what it is about, and nothing else.

    Raises ``ValueError`` where the house could not rely on it.
    """
    number, kind = update["update_id"], kind_of(update)
    if not shape.is_number(number) or (kind and not shape.is_whole(kind, update[kind])):
        raise ValueError("what Telegram sends has another shape")
    return {"update_id": number, kind: update[kind]} if kind else {"update_id": number}


def line_of(update: Json) -> Line:
    """Return the line an update stands in: its chat's; a person's own for inline queries."""
    kind = kind_of(update)
    content = update[kind] if kind else {}
    chat = content.get("chat") or content.get("message", {}).get("chat")
    return ("chat", chat["id"]) if chat else ("person", content["from"]["id"])
