"""How well the search answers, and how fast: ``make bench``.

The questions stand in ``bench/questions``: ``tune.toml`` is what the search may be tuned on, the
other files are only measured.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from data import answers, content, search
from data.kinds import KINDS
from data.records import Record
from data.store import MEMORY, open_store

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
        return (
            self.came[:1] == () if not self.expected else bool({*self.came[:1]} & {*self.expected})
        )

    @property
    def in_three(self) -> bool:
        """Whether one of the records was among the first three."""
        return bool({*self.came[:3]} & {*self.expected})


def store() -> Database:
    """Return a store in memory with the session that ships, indexed."""
    db = open_store(MEMORY)
    content.load_shipped(db)
    search.refresh(db)
    return db


def questions(part: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Return the kind, the words and the expected records of each question of a part."""
    told = tomllib.loads((QUESTIONS / f"{part}.toml").read_text(encoding="utf-8"))
    for kind, asked in told.items():
        for question, expected in asked.items():
            yield kind, question, tuple(expected)


def ask(db: Database, question: str) -> tuple[str, ...]:
    """Return the records that come in answer to a question, the one that answers first."""
    found = answers.to_question(db, SESSION, question)
    if found.record is None:
        return ()
    beside = (f"{hit.kind}/{hit.record}" for hit in found.beside)
    return (_named(found.record), *beside)


def _named(record: Record) -> str:
    kind = next(name for name, model in KINDS.items() if type(record) is model)
    return f"{kind}/{record.identity}"


def measured(db: Database, part: str) -> list[Asked]:
    """Ask all the questions of a part."""
    return [
        Asked(kind, asked, expected, ask(db, asked)) for kind, asked, expected in questions(part)
    ]


def table(asked: list[Asked]) -> Iterator[str]:
    """Return the lines of a report: by kind and in all."""
    kinds = dict.fromkeys(each.kind for each in asked)
    answerable = [each for each in asked if each.expected]
    outside = [each for each in asked if not each.expected]
    yield f"{'kind':24}{'asked':>6}{'first':>8}{'in three':>10}{'wrong':>8}"
    for kind in kinds:
        yield _line(kind, [each for each in asked if each.kind == kind])
    yield _line("all that can be answered", answerable)
    yield _line("all outside the base", outside)


def _line(name: str, asked: list[Asked]) -> str:
    number = len(asked)
    if number and not any(each.expected for each in asked):
        wrong = sum(not each.first for each in asked)
        return f"{name:24}{number:>6}{'':>8}{'':>10}{wrong:>8}"
    first = sum(each.first for each in asked) / max(number, 1)
    three = sum(each.in_three for each in asked) / max(number, 1)
    return f"{name:24}{number:>6}{first:>8.0%}{three:>10.0%}"


def main(arguments: list[str]) -> None:
    """Print the report; with ``--wrong PART`` the questions that went wrong as well."""
    db = store()
    for part in sorted(path.stem for path in QUESTIONS.glob("*.toml")):
        asked = measured(db, part)
        sys.stdout.write(f"\n{part}\n")
        sys.stdout.writelines(f"{line}\n" for line in table(asked))
        if arguments == ["--wrong", part]:
            for each in asked:
                if not each.first:
                    sys.stdout.write(
                        f"  [{each.kind}] {each.question}  ->  {' '.join(each.came)}\n"
                    )


if __name__ == "__main__":
    main(sys.argv[1:])
