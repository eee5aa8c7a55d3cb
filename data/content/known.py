"""Which records a folder holds, as far as its files could be read."""

from dataclasses import dataclass, field

from data.content.placed import Records
from data.content.problems import Problem


@dataclass(frozen=True, slots=True)
class Gaps:
    """What could not be read, so that one error does not become many.

    ``kinds`` are those of which nobody can say which records there are. ``names`` are records, as
    kind and id, of which nothing but these is known.
    """

    kinds: set[str] = field(default_factory=set)
    names: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a folder so far, and what could not be read for that."""

    problems: list[Problem] = field(default_factory=list)
    gaps: Gaps = field(default_factory=Gaps)


class Known:
    """Which records there are, for whoever looks whether a reference leads to one."""

    def __init__(self, records: Records, gaps: Gaps) -> None:
        """Know the ``records``, and what lies in the ``gaps``."""
        self._names = {(kind, each.record.identity) for kind, of in records.items() for each in of}
        self._gaps = gaps

    def has(self, kind: str, identity: object) -> bool:
        """Whether there is such a record, or may be one in a gap."""
        name = (kind, str(identity))
        return name in self._names or name in self._gaps.names or kind in self._gaps.kinds

    def complete(self, kind: str) -> bool:
        """Whether all records of this kind could be read."""
        return kind not in self._gaps.kinds | {each for each, _ in self._gaps.names}
