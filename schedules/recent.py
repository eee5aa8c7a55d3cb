"""Which chats got something so recently that the next message to them waits."""

from collections import OrderedDict
from collections.abc import Callable


class Recent:
    """Chats of one kind, to each of which ``span`` seconds pass between two messages.

    Only those are remembered that still wait: what a message costs here does not grow with them.
    """

    def __init__(self, span: float, now: Callable[[], float]) -> None:
        """Remember no chat."""
        self._span = span
        self._now = now
        self._until: OrderedDict[int, float] = OrderedDict()
        self._rested = 0.0

    def __len__(self) -> int:
        """Return how many chats are remembered."""
        return len(self._until)

    def wait(self, chat: int) -> float:
        """Return how many seconds the next message to a chat waits."""
        return max(0.0, max(self._until.get(chat, 0.0), self._rested) - self._now())

    def rests(self) -> None:
        """Let the next message wait, whatever its chat, as if each had just got one."""
        self._rested = self._now() + self._span

    def note(self, chat: int, sooner: float = 0.0) -> None:
        """Let the next message wait from now on, less the ``sooner`` that its way takes."""
        now = self._now()
        self._until[chat] = now + self._span - sooner
        self._until.move_to_end(chat)
        while next(iter(self._until.values())) <= now:
            self._until.popitem(last=False)
            if not self._until:
                return
