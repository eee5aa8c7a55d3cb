"""So many messages within any second, counted where they arrive, however long each is under way.

Here it is known when a message left, at ``s``, and when its answer came, at ``a``; it arrived at
some moment ``r`` in between. Let the way there take ``x`` at the least and the way back ``y``. Of
all answers the quickest took ``least``, so that ``least`` comes close to ``x + y`` from above, and
is right where one call met no delay at all.

A message holds a place from ``s`` until ``a + 1 - least``. Those that arrive in the second from
``t`` on all hold theirs just before ``t + 1 - x``: they left by then, since ``s <= r - x``; and
they hold on, since ``a + 1 - least >= r + y + 1 - (x + y) >= t + 1 - x``. So they are never more
than there are places. Delays cost speed alone: ``most`` messages take a second and the time by
which the usual answer is later than the quickest.
"""

from collections import deque
from collections.abc import Callable
from typing import Final

SECOND: Final = 1.0
# The first calls also open connections; until so many were answered, the way may take no time.
LEARNT: Final = 60
LONGEST: Final = 0.5
# The quickest so far may not have been as quick as the line is at its best.
SPARE: Final = 0.005


class Window:
    """Places for ``most`` messages within any second; times are seconds of ``now``."""

    def __init__(self, most: int, now: Callable[[], float]) -> None:
        """Begin with all places free."""
        self._most = most
        self._now = now
        self._out = 0
        self._landed: deque[float] = deque()
        self._answers = 0
        self._quickest = LONGEST

    @property
    def least(self) -> float:
        """The least time that a message and its answer take, as far as that is known."""
        return max(0.0, self._quickest - SPARE) if self._answers >= LEARNT else 0.0

    def wait(self, tick: float) -> float:
        """Return how many seconds no place is free; ``tick`` where nobody can know yet."""
        now = self._now()
        self._frees(now)
        if self._out + len(self._landed) < self._most:
            return 0.0
        if not self._landed:
            return tick
        over = self._out + len(self._landed) - self._most  # replies take places that are not free
        place = min(over, len(self._landed) - 1)
        return max(self._landed[place] + SECOND - self.least - now, 0.0) or tick

    def leaves(self) -> None:
        """Take a place, whether one is free or not."""
        self._out += 1

    def lands(self, began: float, *, taken: bool) -> None:
        """Hold the place of a call begun at ``began`` for a second more; ``taken`` is a success."""
        now = self._now()
        self._out -= 1
        self._frees(now)
        self._landed.append(now)
        if taken:
            self._answers += 1
            self._quickest = min(self._quickest, now - began)

    def _frees(self, now: float) -> None:
        while self._landed and self._landed[0] <= now - SECOND + self.least:
            self._landed.popleft()
