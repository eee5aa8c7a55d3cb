"""What is wrong with a folder of content, said so that its author finds the place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a file.

    ``line`` counts from 1; 0 means the file as a whole. ``record`` is a kind and an id, as
    ``outcome "judge-election"``.
    """

    file: str
    line: int
    record: str
    field: str
    text: str

    def __str__(self) -> str:
        """Return *outcomes.toml:12: outcome "judge-election", field "day": what is wrong*."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        field = f'field "{self.field}"' if self.field else ""
        subject = ", ".join(part for part in (self.record, field) if part)
        return f"{place}: {subject}: {self.text}" if subject else f"{place}: {self.text}"


class ContentError(ValueError):
    """A folder cannot be loaded; ``problems`` are all that is wrong with it, by file and line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Take the problems, of which there is at least one."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    def within(self, folder: str) -> list[Problem]:
        """Return the problems, their files named from outside of ``folder``."""
        return [replace(each, file=f"{folder}/{each.file}") for each in self.problems]
