"""Whether a record fits where it goes: into a button, a column, a message."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from data.content.placed import Placed
from data.content.problems import Problem
from data.phrasings import Phrasing
from data.session import Session

LONGEST_IDS = 40  # session and id together, within the 64 bytes that a button carries
LONGEST_SESSION = 12
RESERVED = "all"  # what buttons call a whole list
LARGEST = 2**63 - 1  # what a column of whole numbers holds


def problems(placed: Placed, session: Session | None) -> Iterator[Problem]:
    """Yield what is too long, too large, or unfit to be shown."""
    if isinstance(placed.record, Session):
        yield from _session(placed, placed.record)
    elif session is not None and len(session.id) <= LONGEST_SESSION:
        most = LONGEST_IDS - len(session.id)
        of_another = isinstance(placed.record, Phrasing)
        if len(placed.record.identity) > most and not of_another:
            yield placed.problem(f"takes at most {most} characters", placed.record.key)
    if placed.record.identity == RESERVED:
        yield placed.problem(f'"{RESERVED}" is no id: buttons use it', placed.record.key)
    for path, value in _leaves(placed.record.plain()):
        if isinstance(value, int) and abs(value) > LARGEST:
            yield placed.problem("is too large", *path)
        if isinstance(value, str) and any(map(_unfit, value)):
            yield placed.problem("holds a character that cannot be shown", *path)


def _session(placed: Placed, session: Session) -> Iterator[Problem]:
    if not session.id.isalnum():
        yield placed.problem("takes letters and digits only, since links contain it", "id")
    if len(session.id) > LONGEST_SESSION:
        yield placed.problem(f"takes at most {LONGEST_SESSION} characters", "id")


def _leaves(value: Any, *path: str | int) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, *path, key)
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from _leaves(each, *path, number)
    else:
        yield path, value


def _unfit(character: str) -> bool:
    return character not in "\n\t" and unicodedata.category(character) == "Cc"
