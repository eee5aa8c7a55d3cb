"""How well a unit answers: how much of what is asked it covers, and where."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from data.search.alike import NONE, Alike, Named
from data.search.bare import bare
from data.search.candidates import SOFT, Row
from data.search.concepts import Concept
from data.search.preferences import preference
from data.search.sought import Needle, Sought
from data.search.titles import fit
from data.search.tokens import WORD

TITLE, SUBJECT, BODY, CONTEXT = 1.0, 0.85, 0.6, 0.35
COVERAGE, PLACE, FIT, NEAR, KIND, ABOUT, SIDE_BY_SIDE = 10.0, 4.0, 2.0, 1.5, 1.5, 2.0, 1.0
ABOUT_FROM = 0.7
TITLED_FROM = 0.69
CLOSELY = 16
PHRASE = 1.5
# What counts for a record that people ask for in other words than its own.
ALONE_TELLS, ALONE = 0.25, 0.9
PHRASED, PHRASED_FROM, ALIKE, UNLIKE = 0.4, 0.5, 4.0, 0.4
WHOLE, WHOLE_FROM = 5.0, 0.8
TYPED_FROM = 3


class Match(NamedTuple):
    """A unit and how it matches.

    ``coverage`` is the share of what has to be covered that is, from 0 to 1, counted by how much
    each concept tells; ``lacking`` are strict concepts that are not covered. ``needles`` are the
    stems by which it matched. ``absent`` is the coverage together with what it says is not known.
    ``fit`` is how much of its title was asked for, from 0 to 1. ``alike`` is how like the question
    is to the phrases in which people ask for it.
    """

    row: Row
    score: float
    coverage: float
    lacking: tuple[Concept, ...]
    needles: tuple[str, ...]
    absent: float
    fit: float
    alike: Alike = NONE


def ranked(
    sought: Sought, rows: Iterable[Row], alike: Mapping[Named, Alike], closely: int = CLOSELY
) -> list[Match]:
    """Return the units that match, the best first; of a record's passages only the best one.

    ``alike`` are the phrases that are like the question, by the records that they ask for. The
    ``closely`` that cover most are looked at closely; the others follow in rough order.
    """
    found = [_Found(sought, row, alike.get((row.kind, row.record), NONE)) for row in rows]
    found.sort(key=lambda each: -each.rough)
    matches = [
        each.match(closely=place < closely)
        for place, each in enumerate(found)
        if each.needles or each.alike.shared
    ]
    best: dict[tuple[str, str], Match] = {}
    for match in sorted(matches, key=_order):
        best.setdefault((match.row.kind, match.row.record), match)
    return list(best.values())


def _order(match: Match) -> tuple[float, int]:
    return (-match.score, match.row.number)


class _Found:
    """What of a question a unit covers, and in which places."""

    def __init__(self, sought: Sought, row: Row, alike: Alike) -> None:
        self.sought, self.row, self.alike = sought, row, alike
        self.everything = f"{row.in_title}{row.in_subject}{row.in_body}{row.in_context}"
        self.covered = self.missed = self.absent = self.placed = self.titled = 0.0
        self.own = self.phrased = 0.0
        self.about = 0
        self.needles: list[str] = []
        self.lacking: list[Concept] = []
        self.near: list[tuple[str, float]] = []
        for number, (needle, weight) in enumerate(sought.weighed):
            self._add(number, needle, weight)
        if self.phrased and not self.own and alike.likeness < ALONE:
            self.covered, self.missed = self.covered - self.phrased, self.missed + self.phrased
        total = self.covered + self.missed
        self.total = total or 1.0
        self.rough = (COVERAGE * self.covered + PLACE * self.placed) / self.total if total else 0.0
        telling = min(1.0, len(alike.shared) * ALONE_TELLS)
        self.rough += ALIKE * telling * max(0.0, alike.likeness - UNLIKE)
        if alike.whole:
            self.rough += WHOLE * max(0.0, alike.likeness - WHOLE_FROM)

    def _add(self, number: int, needle: Needle, weight: float) -> None:
        concept = needle.concept
        place, way = _place(self.row, self.everything, needle.ways)
        counted = SOFT * weight if concept.soft else weight
        if way:
            self.needles.append(way.strip())
            self.near.append((way, counted))
            self.placed += counted * place
        if concept.soft:
            return
        if not way and self.alike.likeness >= PHRASED_FROM and number in self.alike.shared:
            self.covered += weight
            self.phrased += weight
            self.placed += weight * PHRASED
            return
        if way:
            self.own += weight
            self.covered += weight
            self.titled += weight * (place >= TITLED_FROM)
            self.about += concept.strict and place >= ABOUT_FROM
            return
        self.missed += weight
        if self.row.in_absent and any(way in self.row.in_absent for way, _ in needle.ways):
            self.absent += weight
        if concept.strict:
            self.lacking.append(concept)

    def match(self, *, closely: bool) -> Match:
        fitting = fit(self.row, self.sought) if closely else 0.0
        score = self.rough + (self._closer(fitting) if closely else 0.0)
        return Match(
            row=self.row,
            score=score,
            coverage=self.covered / self.total,
            lacking=tuple(self.lacking),
            needles=tuple(self.needles),
            absent=(self.covered + self.absent) / self.total,
            fit=fitting,
            alike=self.alike,
        )

    def _closer(self, fitting: float) -> float:
        titled = fitting * self.titled / self.total
        return (
            ABOUT * self.about / max(self.sought.strict, 1)
            + FIT * titled
            + NEAR * min(self._together() / self.total, 1.0)
            + SIDE_BY_SIDE * self._side_by_side()
            + PHRASE * (self.row.kind != "conflict" and self.sought.phrase in self.row.in_title)
            + PHRASE * self._begins_as_typed()
            + KIND * preference(self.row.kind, self.sought, titled)
        )

    def _begins_as_typed(self) -> bool:
        """Say whether the title begins with all that was typed, as only who knows it types."""
        words = self.sought.question.words
        return len(words) >= TYPED_FROM and WORD.findall(bare(self.row.title))[: len(words)] == [
            *words
        ]

    def _together(self) -> float:
        """Return how much of what is asked stands together in one sentence, at most."""
        lines = f"{self.row.in_title}{self.row.in_subject}{self.row.in_body}".split("\n")
        return max(sum(told for way, told in self.near if way in line) for line in lines)

    def _side_by_side(self) -> float:
        """Return how many words that stand side by side in the question do so in the text."""
        pairs = self.sought.pairs
        return sum(pair in self.everything for pair in pairs) / len(pairs) if pairs else 0.0


def _place(row: Row, everything: str, ways: Sequence[tuple[str, float]]) -> tuple[float, str]:
    """Return how good the best place is in which one of the ways stands, and that way."""
    best, stems = 0.0, ""
    for way, weight in ways:
        if weight > best and way in everything:
            value = weight * _value(row, way)
            if value > best:
                best, stems = value, way
    return best, stems


def _value(row: Row, way: str) -> float:
    if way in row.in_title:
        return TITLE
    if way in row.in_subject:
        return SUBJECT
    return BODY if way in row.in_body else CONTEXT
