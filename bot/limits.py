"""How much one person, or one group, may ask of the bot in a minute."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from handlers import callbacks
from handlers.gate import kind_of

Json = Mapping[str, Any]
MINUTE: Final = 60.0
COMMANDS: Final = 30
TAPS: Final = 60  # whoever pages through a list taps faster than anyone types
QUERIES: Final = 60  # an inline query comes with every letter
COSTLY: Final = 6  # what is drawn, or sent as a file
MOST_KEPT: Final = 10_000
COSTLY_COMMANDS: Final = frozenset({"calendar", "mydata"})
COSTLY_TAPS: Final = (callbacks.CHART.name, callbacks.MYDATA.name)
_LIMITS = {"command": COMMANDS, "tap": TAPS, "query": QUERIES, "costly": COSTLY}


class Verdict(Enum):
    """What to do with an update: answer it, say that it is too much, or say nothing."""

    ANSWER = "answer"
    SAY_SO = "say so"
    NOTHING = "nothing"


@dataclass(slots=True)
class _Count:
    """When the last acts of one sender were, in seconds, the oldest first."""

    acts: list[float] = field(default_factory=list)  # a deque takes 600 bytes more each
    silent_until: float = float("-inf")

    def judge(self, at: float, most: int) -> Verdict:
        """Count an act at ``at``, of which there may be ``most`` in a minute."""
        if at < self.silent_until:
            return Verdict.NOTHING
        while self.acts and self.acts[0] <= at - MINUTE:
            del self.acts[0]
        if len(self.acts) < most:
            self.acts.append(at)
            return Verdict.ANSWER
        self.acts.clear()
        self.silent_until = at + MINUTE
        return Verdict.SAY_SO


class Limits:
    """Counts for each person, and for each group besides, what they ask.

    Messages are counted by the time that Telegram gives them: what waited there while the bot was
    away is not taken for a flood. ``exempt`` says of a chat whether messages in it do not count,
    since a draft is open there.
    """

    def __init__(self, exempt: Callable[[int], bool] = lambda _chat: False) -> None:
        """Begin with nobody counted."""
        self._exempt = exempt
        self._counts: OrderedDict[tuple[str, int], _Count] = OrderedDict()

    def judge(self, update: Json, now: float) -> Verdict:
        """Count an update that arrived at ``now`` (Unix seconds) and say what to do with it.

        What a person is not answered does not count for the group.
        """
        for sender, act, at in self._acts(update, now):
            verdict = self._count(sender, act).judge(at, _LIMITS[act])
            if verdict is not Verdict.ANSWER:
                return verdict
        return Verdict.ANSWER

    def _acts(self, update: Json, now: float) -> Iterator[tuple[int, str, float]]:
        kind = kind_of(update)
        if kind is None or kind == "my_chat_member":
            return
        content = update[kind]
        act, at = _act(kind, content), now
        if kind in {"message", "edited_message"}:
            at = float(content.get("edit_date") or content.get("date") or now)
            if self._exempt(content["chat"]["id"]) and not _command(content):
                return
        for sender in _senders(content):
            yield sender, act, at

    def _count(self, sender: int, act: str) -> _Count:
        key = act, sender
        count = self._counts.get(key)
        if count is None:
            count = self._counts[key] = _Count()
            if len(self._counts) > MOST_KEPT:
                self._counts.popitem(last=False)
        self._counts.move_to_end(key)
        return count


def _act(kind: str, content: Json) -> str:
    if kind == "inline_query":
        return "query"
    if kind == "callback_query":
        screen = str(content.get("data", "")).partition(":")[0]
        return "costly" if screen in COSTLY_TAPS else "tap"
    return "costly" if _command(content) in COSTLY_COMMANDS else "command"


def _command(message: Json) -> str | None:
    text = message.get("text")
    if not isinstance(text, str) or not text.startswith("/"):
        return None
    return text[1:].split(maxsplit=1)[0].partition("@")[0].lower() if text[1:].strip() else None


def _senders(content: Json) -> Iterator[int]:
    """Yield the person who acts, unless anonymous, and the group that it is done in."""
    person = content.get("from") or {}
    if "id" in person and "sender_chat" not in content:
        yield person["id"]
    chat = (content.get("chat") or (content.get("message") or {}).get("chat")) or {}
    if chat.get("type") in {"group", "supergroup"}:
        yield chat["id"]
