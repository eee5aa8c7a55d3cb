"""Whether what a record names by its id is there."""

from collections.abc import Iterator, Sequence

from data.conflicts import Conflict
from data.content.known import Known
from data.content.placed import Placed
from data.content.problems import Problem
from data.elections import Election

_NAMED = ("topic", "state", "outcome")


def problems(placed: Placed, known: Known) -> Iterator[Problem]:
    """Yield what a record refers to and no file defines."""
    record = placed.record
    yield from _sources(placed, getattr(record, "sources", ()), known)
    for name in _NAMED:
        identity = getattr(record, name, None)
        if identity is not None and not known.has(name, identity):
            yield placed.problem(f'no {name} is called "{identity}"', name)
    if isinstance(record, Election):
        for number, other in enumerate(record.others):
            if other.state is not None and not known.has("state", other.state):
                text = f'no state is called "{other.state}"'
                yield placed.problem(text, "others", number, "state")
    if isinstance(record, Conflict):
        yield from _conflict(placed, record, known)


def _conflict(placed: Placed, conflict: Conflict, known: Known) -> Iterator[Problem]:
    for number, reference in enumerate(conflict.records):
        kind, _, identity = reference.partition("/")
        if not known.has(kind, identity):
            yield placed.problem(f'there is no record "{reference}"', "records", number)
    for number, version in enumerate(conflict.versions):
        yield from _sources(placed, version.sources, known, "versions", number)


def _sources(
    placed: Placed, sources: Sequence[str], known: Known, *path: str | int
) -> Iterator[Problem]:
    for number, source in enumerate(sources):
        if not known.has("source", source):
            text = f'no source is called "{source}"'
            yield placed.problem(text, *path, "sources", number)
