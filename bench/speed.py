"""How long a search takes among ten thousand records, and how long it holds the loop at most."""

from collections.abc import Callable, Iterator
from functools import partial
from time import thread_time

from sqlite_utils import Database

from bench import answering, corpus
from data import answers, search

RECORDS = 10_000
TRIES = 3
LONG = "victims " * 512


def table() -> Iterator[str]:
    """Return the lines of a report, in milliseconds.

    What counts is the time that this thread was running, the shortest of three, so that other
    programs on the machine do not.
    """
    db = corpus.large(RECORDS)
    asked = [words for part in answering.parts() for _, words, _ in answering.questions(part)]
    asked += ["", "?", "x", "🙂", LONG, "\u202eabc"]
    yield f"{'among 10,000 records':28}{'median':>8}{'99th':>8}{'longest':>9}"
    yield _line("search", [_took(partial(search.find, db, "asp12", each)) for each in asked])
    yield _line(
        "answer", [_took(partial(answers.to_question, db, "asp12", each)) for each in asked]
    )
    yield _line("search after a change", [_took(lambda: _after_change(db)) for _ in range(20)])


def _after_change(db: Database) -> None:
    """Search when an editor has changed a record, which is indexed first."""
    db.execute("update outcomes set note = coalesce(note, '') || '.' where id = 'budget-2014'")
    search.find(db, "asp12", "how large is the budget?")


def _took(act: Callable[[], object]) -> float:
    return min(_once(act) for _ in range(TRIES))


def _once(act: Callable[[], object]) -> float:
    start = thread_time()
    act()
    return (thread_time() - start) * 1000


def _line(name: str, took: list[float]) -> str:
    ordered = sorted(took)
    median, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    return f"{name:28}{median:>8.2f}{late:>8.2f}{ordered[-1]:>9.2f}"
