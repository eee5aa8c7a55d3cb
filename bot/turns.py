"""Whose turn it is: each chat's updates one after the other, and no chat before the others.

The application takes from this queue what may be answered now. A chat with many updates waits in
its own line, so that it delays nobody else; only a bounded number of updates is in hand at once.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Final, NamedTuple

from telegram import Update

Line = tuple[str, int]
AT_ONCE: Final = 64


class Waiting(NamedTuple):
    """An update by its number, and the line that it stands in."""

    number: int
    line: Line


class Turns(asyncio.Queue[object]):
    """The application's queue of updates.

    ``put_nowait`` takes what is ``Waiting``. ``opened`` makes the update of it when its turn has
    come, or None where there is nothing to answer. Anything else that is put in (the library's
    signal to stop) goes first, and what still waits then stays where it is, until ``resume``.
    """

    def __init__(self, opened: Callable[[Waiting], Update | None], at_once: int = AT_ONCE) -> None:
        """Let ``at_once`` updates be in hand at the same time."""
        super().__init__()
        self._opened = opened
        self._at_once = at_once
        self._lines: dict[Line, deque[Waiting]] = {}
        self._ready: OrderedDict[Line, None] = OrderedDict()
        self._busy: set[Line] = set()
        self._in_hand: dict[int, Waiting] = {}
        self._signals: deque[object] = deque()
        self._ending = False
        self._count = 0
        self._change = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()

    # -- the application's side: what the library calls

    async def put(self, item: object) -> None:
        """Take ``item``; there is always room."""
        self.put_nowait(item)

    def put_nowait(self, item: object) -> None:
        """Take ``item`` to the end of its line."""
        if isinstance(item, Waiting):
            self._count += 1
            self._stand(item.line).append(item)
            self._let_go_on(item.line)
        else:
            self._signals.append(item)
            self._ending = True
        self._tell()

    async def get(self) -> object:
        """Return the next update whose turn it is, or a signal; wait until there is one."""
        while (found := self._next()) is None:
            self._change.clear()
            await self._change.wait()
        return found

    def get_nowait(self) -> object:
        """Return what ``get`` would. Raises ``asyncio.QueueEmpty`` where it would wait."""
        found = self._next()
        if found is None:
            raise asyncio.QueueEmpty
        return found

    def empty(self) -> bool:
        """Whether ``get`` would wait."""
        return not self._signals and (self._ending or not self._ready or self._full)

    def qsize(self) -> int:
        """Return how many updates wait, those in hand left out."""
        return self._count

    def task_done(self) -> None:
        """Nothing: an update is done when ``done`` says so."""

    async def join(self) -> None:
        """Wait until nothing waits and nothing is in hand; once it ends, for the latter alone."""
        self._tell()
        await self._idle.wait()

    # -- the inbox's side

    def done(self, number: int) -> None:
        """Let the line of an update that was in hand go on."""
        self._go_on(self._in_hand.pop(number).line)

    def hold(self, number: int) -> Line:
        """Put an update that was in hand back to the head of its line, which then stands still."""
        waiting = self._in_hand.pop(number)
        self._count += 1
        self._stand(waiting.line).appendleft(waiting)
        self._tell()
        return waiting.line

    def release(self, line: Line) -> None:
        """Let a line go on that was made to stand still."""
        self._go_on(line)

    def resume(self) -> None:
        """Begin anew after the end, with nothing in the lines."""
        self._lines.clear()
        self._ready.clear()
        self._busy.clear()
        self._in_hand.clear()
        self._signals.clear()
        self._count = 0
        self._ending = False
        self._tell()

    # -- inside

    @property
    def in_hand(self) -> int:
        """How many updates are being answered."""
        return len(self._in_hand)

    @property
    def _full(self) -> bool:
        return len(self._in_hand) >= self._at_once

    def _next(self) -> object | None:
        if self._signals:
            return self._signals.popleft()
        while self._ready and not self._ending and not self._full:
            line, _ = self._ready.popitem(last=False)
            waiting = self._leave(line)
            update = self._opened(waiting)
            if update is not None:
                self._busy.add(line)
                self._in_hand[waiting.number] = waiting
                return update
            self._let_go_on(line)
            self._tell()
        return None

    def _stand(self, line: Line) -> deque[Waiting]:
        return self._lines.setdefault(line, deque())

    def _leave(self, line: Line) -> Waiting:
        standing = self._lines[line]
        waiting = standing.popleft()
        self._count -= 1
        if not standing:
            del self._lines[line]
        return waiting

    def _let_go_on(self, line: Line) -> None:
        """Make a line ready that somebody stands in, unless it is so already or stands still."""
        standing = self._lines.get(line)
        if standing and line not in self._busy:
            self._ready[line] = None

    def _go_on(self, line: Line) -> None:
        self._busy.discard(line)
        self._let_go_on(line)
        self._tell()

    def _tell(self) -> None:
        self._change.set()
        if self._in_hand or (self._count and not self._ending):
            self._idle.clear()
        else:
            self._idle.set()
