"""Which updates are taken at all: what is for the bot, and not too much of it."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot import logs
from bot.limits import Limits, Verdict
from bot.turns import Line
from handlers.gate import Gate, kind_of

logger = logging.getLogger(__name__)

Json = Mapping[str, Any]
_TOO_LARGE: Final = 2**63


@dataclass(frozen=True, slots=True)
class Admitted:
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
                verdict = self._verdict(update, now)
                if verdict is not Verdict.NOTHING:
                    too_many = verdict is Verdict.SAY_SO
                    number = _number(update["update_id"])
                    taken[number] = Admitted(update, line_of(update), too_many)
            except (ValueError, TypeError, LookupError, AttributeError) as error:
                # As an error without its path: it is Telegram's doing, if it is anyone's.
                logger.error("An update is none: %s", logs.told(error))  # noqa: TRY400
        return taken

    def _verdict(self, update: Json, now: datetime) -> Verdict:
        if not self._gate.lets_in(update):
            return Verdict.NOTHING
        return self._limits.judge(update, now.timestamp()) if self._limits else Verdict.ANSWER


def _number(given: Any) -> int:
    """Return a number that the store can keep. Raises ``ValueError`` for anything else."""
    if type(given) is not int or not 0 <= given < _TOO_LARGE:
        raise ValueError("no number of an update, a chat or a person")
    return given


def line_of(update: Json) -> Line:
    """Return the line an update stands in: its chat's; a person's own for inline queries."""
    kind = kind_of(update)
    content = update[kind] if kind else {}
    chat = content.get("chat") or content.get("message", {}).get("chat")
    kind, number = ("chat", chat["id"]) if chat else ("person", content["from"]["id"])
    _number(abs(number))
    return kind, number
