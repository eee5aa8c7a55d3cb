"""What is worked out from the content of the store, kept for as long as that stays as it is."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

Kept = TypeVar("Kept")
MOST: Final = 256


class Memory:
    """Keeps things by name, the ``MOST`` that were used last.

    ``revision`` is the number of the content's state, as the store counts it: with another one,
    all is forgotten.
    """

    def __init__(self, most: int = MOST) -> None:
        """Remember nothing yet."""
        self._most = most
        self._revision = 0
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, revision: int, name: Hashable) -> Any:
        """Return what is kept under ``name``; None where nothing is."""
        if revision != self._revision:
            self._revision = revision
            self._kept.clear()
        found = self._kept.get(name)
        if found is not None:
            self._kept.move_to_end(name)
        return found

    def keep(self, revision: int, name: Hashable, thing: Any) -> None:
        """Keep a thing that was worked out from ``revision``, unless that is over."""
        if revision == self._revision:
            self._kept[name] = thing
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def of(self, revision: int, name: Hashable, make: Callable[[], Kept]) -> Kept:
        """Return what is kept under ``name``, made if need be."""
        found: Kept | None = self.get(revision, name)
        if found is None:
            found = make()
            self.keep(revision, name, found)
        return found
