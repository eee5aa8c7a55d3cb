"""What was read, with the place that it was read from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.content.lines import Place
from data.content.problems import Problem
from data.records import Record
from data.richtext import RichText


@dataclass(frozen=True, slots=True)
class Placed:
    """A record and where it stands in its file."""

    kind: str
    record: Record
    file: str
    place: Place

    def problem(self, text: str, *path: str | int) -> Problem:
        """Return a problem with this record, in the field at ``path``."""
        name = named(self.kind, self.record.identity)
        return Problem(self.file, self.place.line(*path), name, ".".join(map(str, path)), text)


Records = Mapping[str, Sequence[Placed]]


@dataclass(frozen=True, slots=True)
class Summary:
    """A day's summary in a language, and the file that it was read from."""

    day: int
    language: str
    text: RichText
    file: str


def named(kind: str, identity: object) -> str:
    """Return what a record is called in a problem: *outcome "judge-election"*."""
    return f'{kind} "{identity}"'
