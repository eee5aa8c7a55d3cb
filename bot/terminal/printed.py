"""A message's text as a terminal shows it: numbers behind its links, styles beside the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.localapi import units
from bot.terminal import links

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Style:
    """A stretch of text and the Bot API's name of its formatting; counted in characters."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Printed:
    """Text, its styles, and what stands behind its links, the one numbered 1 first."""

    text: str
    styles: tuple[Style, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def notes(self) -> list[str]:
        """The lines below the text that say where its links lead."""
        return [f"{raised(number)} {each}" for number, each in enumerate(self.addresses, 1)]


def raised(number: int) -> str:
    """Write a number small and raised, as the mark of a note: *¹²*."""
    return str(number).translate(_RAISED)


def printed(text: str, entities: Sequence[Mapping[str, Any]], bot: str) -> Printed:
    """Prepare a message's text and entities, which count UTF-16 units as the Bot API does.

    A link that does not show its address gets a raised number; the same address the same one.
    What the reader types to follow a link into the bot named ``bot`` stands for its address.
    """
    at = {unit: place for place, unit in enumerate(units.starts(text))}
    spans = [
        (at[each["offset"]], at[each["offset"] + each["length"]], each)
        for each in entities
        if each["offset"] in at and each["offset"] + each["length"] in at
    ]
    addresses: list[str] = []
    marks: dict[int, str] = {}
    for start, end, entity in spans:
        address = links.shown(entity.get("url") or "", bot)
        if not address or text[start:end].strip() == address:
            continue
        if address not in addresses:
            addresses.append(address)
        marks[end] = marks.get(end, "") + raised(addresses.index(address) + 1)
    styles = tuple(
        Style(_moved(start, marks, behind=True), _moved(end, marks, behind=False), each["type"])
        for start, end, each in spans
    )
    return Printed(_marked(text, marks), styles, tuple(addresses))


def _marked(text: str, marks: Mapping[int, str]) -> str:
    pieces, last = [], 0
    for place in sorted(marks):
        pieces += [text[last:place], marks[place]]
        last = place
    return "".join([*pieces, text[last:]])


def _moved(place: int, marks: Mapping[int, str], *, behind: bool) -> int:
    """Return where a place stands once the marks are in; ``behind`` the mark put at it."""
    before = (mark for at, mark in marks.items() if at < place or (behind and at == place))
    return place + sum(map(len, before))
