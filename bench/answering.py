"""How well questions are answered: right first, right among three, wrong where silence is right."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from data import answers, kinds

QUESTIONS = Path(__file__).parent / "questions"
SESSION = "asp12"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the records of which one should come first, and those that did come."""

    kind: str
    question: str
    expected: tuple[str, ...]
    came: tuple[str, ...]

    @property
    def first(self) -> bool:
        """Whether the right thing came first: one of the records, or silence."""
        if not self.expected:
            return not self.came
        return self.came[:1] != () and self.came[0] in self.expected

    @property
    def in_three(self) -> bool:
        """Whether one of the records was among the first three."""
        return not {*self.came[:3]}.isdisjoint(self.expected)


def parts() -> list[str]:
    """Return the names of the parts of the question set."""
    return sorted(path.stem for path in QUESTIONS.glob("*.toml"))


def questions(part: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Return the kind, the words and the expected records of each question of a part."""
    told = tomllib.loads((QUESTIONS / f"{part}.toml").read_text(encoding="utf-8"))
    for kind, asked in told.items():
        for question, expected in asked.items():
            yield kind, question, tuple(expected)


def measured(db: Database, part: str) -> list[Asked]:
    """Ask all the questions of a part."""
    return [
        Asked(kind, asked, expected, _ask(db, asked)) for kind, asked, expected in questions(part)
    ]


def _ask(db: Database, question: str) -> tuple[str, ...]:
    """Return the records that come in answer to a question, the one that answers first."""
    found = answers.to_question(db, SESSION, question)
    if found.record is None:
        return ()
    beside = (f"{hit.kind}/{hit.record}" for hit in found.beside)
    return (f"{kinds.of(found.record)}/{found.record.identity}", *beside)


def table(asked: list[Asked]) -> Iterator[str]:
    """Return the lines of a report: by kind, and in all."""
    yield f"{'kind':28}{'asked':>6}{'first':>8}{'in three':>10}{'wrong':>8}"
    for kind in dict.fromkeys(each.kind for each in asked):
        yield _line(kind, [each for each in asked if each.kind == kind])
    yield _line("all that can be answered", [each for each in asked if each.expected])
    yield _line("all outside the base", [each for each in asked if not each.expected])


def _line(name: str, asked: list[Asked]) -> str:
    """Return how much came first and among three, and how many got an answer for no good."""
    inside = [each for each in asked if each.expected]
    outside = [each for each in asked if not each.expected]
    first = f"{sum(each.first for each in inside) / len(inside):.0%}" if inside else ""
    three = f"{sum(each.in_three for each in inside) / len(inside):.0%}" if inside else ""
    wrong = str(sum(not each.first for each in outside)) if outside else ""
    return f"{name:28}{len(asked):>6}{first:>8}{three:>10}{wrong:>8}"
