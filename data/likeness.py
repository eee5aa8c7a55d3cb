"""Which names somebody means: compared without case, accents, apostrophes and punctuation."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from typing import TypeVar

Row = TypeVar("Row")
Names = Callable[[Row], Sequence[str]]

SHORTEST_PREFIX = 2
SHORTEST_PART = 3
ALIKE = 0.72
LONGEST = 200
APOSTROPHES = re.compile("['`\u2019\u02bc]")


def folded(text: str) -> str:
    """Return the words of ``text``, bare and in lower case, single spaces between them."""
    decomposed = unicodedata.normalize("NFKD", text[:LONGEST].casefold())
    bare = "".join(each for each in decomposed if not unicodedata.combining(each))
    return " ".join(re.findall(r"[^\W_]+", APOSTROPHES.sub("", bare)))


def meant(asked: str, rows: Sequence[Row], names: Names[Row]) -> list[Row]:
    """Return the rows that ``asked`` names, by the closest of four ways that finds any.

    A name is the same; or stands as it is among the words asked (*the Netherlands*); or begins
    with them; or holds them.
    """
    for way in (_same, _stands_in, _begins, _holds):
        found = [row for row in rows if any(way(asked, name) for name in names(row))]
        if found:
            return _longest(asked, found, names) if way is _stands_in else found
    return []


def close(asked: str, rows: Sequence[Row], names: Names[Row], most: int = 3) -> list[Row]:
    """Return rows with a name spelt much like ``asked``, the most alike first."""
    spelt = {folded(name): row for row in reversed(rows) for name in names(row)}
    found = [spelt[name] for name in get_close_matches(folded(asked), spelt, most * 2, ALIKE)]
    return list(_distinct(found))[:most]


def _distinct(rows: Sequence[Row]) -> Iterator[Row]:
    for place, row in enumerate(rows):
        if row not in rows[:place]:
            yield row


def _compact(text: str) -> str:
    return folded(text).replace(" ", "")


def _same(asked: str, name: str) -> bool:
    return _compact(asked) == _compact(name) != ""


def _stands_in(asked: str, name: str) -> bool:
    if len(name) < SHORTEST_PART:  # "US" is a name and "us" a word: such names as they are written
        return name in re.findall(r"\w+", asked[:LONGEST])
    return bool(folded(name)) and f" {folded(name)} " in f" {folded(asked)} "


def _longest(asked: str, rows: list[Row], names: Names[Row]) -> list[Row]:
    """Drop what is named only within a longer name, as *Congo* within that of another state."""
    found = [(row, name) for row in rows for name in names(row) if _stands_in(asked, name)]
    kept = [
        row
        for row, name in found
        if not any(other != row and _stands_in(longer, name) for other, longer in found)
    ]
    return list(_distinct(kept)) or rows


def _begins(asked: str, name: str) -> bool:
    wanted = _compact(asked)
    return len(wanted) >= SHORTEST_PREFIX and _compact(name).startswith(wanted)


def _holds(asked: str, name: str) -> bool:
    wanted = _compact(asked)
    return len(wanted) >= SHORTEST_PART and wanted in _compact(name)
