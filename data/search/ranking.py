"""How well a unit answers: how much of what is asked it covers, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.search.candidates import Row
from data.search.concepts import Concept
from data.search.preferences import preference
from data.search.question import Question

TITLE, SUBJECT, BODY, CONTEXT = 1.0, 0.85, 0.6, 0.35
SOFT = 0.3
COVERAGE, PLACE, FIT, NEAR, KIND, ABOUT, SIDE_BY_SIDE = 10.0, 4.0, 2.0, 1.5, 1.5, 2.0, 1.0
ABOUT_FROM = 0.7
TITLED_FROM = 0.84
NAME_WORDS = 3
# Their titles are who gave or spoke: that the name was asked for says nothing on the rest.
UNTITLED = frozenset({"pledge", "statement", "figure", "conflict"})


@dataclass(frozen=True, slots=True)
class Match:
    """A unit and how it matches.

    ``coverage`` is the share of what has to be covered that is, from 0 to 1, counted by how much
    each concept tells; ``lacking`` are strict concepts that are not covered. ``needles`` are the
    stems by which it matched. ``absent`` is the coverage together with what it says is not known.
    ``fit`` is how much of its title was asked for, from 0 to 1.
    """

    row: Row
    score: float
    coverage: float
    lacking: tuple[Concept, ...]
    needles: tuple[str, ...]
    absent: float
    fit: float


def ranked(question: Question, weights: Sequence[float], rows: Sequence[Row]) -> list[Match]:
    """Return the units that match, the best first; of a record's passages only the best one."""
    matches = [_match(question, weights, row) for row in rows]
    best: dict[tuple[str, str], Match] = {}
    for match in sorted(matches, key=_order):
        best.setdefault((match.row.kind, match.row.record), match)
    return [match for match in best.values() if match.needles]


def _order(match: Match) -> tuple[float, int]:
    return (-match.score, match.row.number)


def _match(question: Question, weights: Sequence[float], row: Row) -> Match:
    everything = f"{row.in_title}{row.in_subject}{row.in_body}{row.in_context}"
    covered = missed = placed = titled = soft = about = strict = absent = 0.0
    lacking: list[Concept] = []
    needles: list[str] = []
    lines = f"{row.in_title}{row.in_subject}{row.in_body}".split("\n")
    near = [0.0] * len(lines)
    for concept, told in zip(question.concepts, weights, strict=True):
        found = 0.0
        for way in concept.ways:
            needle = f" {way.stems} "
            if needle in everything:
                value = way.weight * _place(row, needle)
                if value > found:
                    found = value
                    stems = way.stems
                for number, line in enumerate(lines):
                    if needle in line:
                        near[number] += SOFT * told if concept.soft else told
        if found:
            needles.append(stems)
        if concept.soft:
            soft += SOFT * told * found
        elif found:
            covered += told
            placed += told * found
            titled += told * (found >= TITLED_FROM)
            about += concept.strict and found >= ABOUT_FROM
        else:
            missed += told
            if row.in_absent and any(f" {way.stems} " in row.in_absent for way in concept.ways):
                absent += told
            if concept.strict:
                lacking.append(concept)
        strict += concept.strict
    total = covered + missed
    if not total:
        return Match(row, 0.0, 0.0, (), (), 0.0, 0.0)
    fit = _fit(row, question)
    fitting = fit * titled / total
    score = (
        COVERAGE * covered / total
        + PLACE * (placed + soft) / total
        + ABOUT * about / max(strict, 1)
        + FIT * fitting
        + SIDE_BY_SIDE * _side_by_side(everything, question)
        + NEAR * min(max(near, default=0.0) / total, 1.0)
        + KIND * preference(row.kind, question, fitting)
    )
    return Match(
        row, score, covered / total, tuple(lacking), tuple(needles), (covered + absent) / total, fit
    )


def _side_by_side(everything: str, question: Question) -> float:
    """Return how many of the words that stand side by side in the question do so in the text."""
    stems = [concept.ways[0].stems for concept in question.concepts]
    pairs = [f" {first} {second} " for first, second in pairwise(stems)]
    return sum(pair in everything for pair in pairs) / len(pairs) if pairs else 0.0


def _place(row: Row, needle: str) -> float:
    if needle in row.in_title:
        return TITLE
    if needle in row.in_subject:
        return SUBJECT
    return BODY if needle in row.in_body else CONTEXT


def _fit(row: Row, question: Question) -> float:
    """Return how much of the title is what was asked for; of several names the best one."""
    asked = {
        stem
        for concept in question.concepts
        for way in concept.ways
        if way.weight == 1.0 or way.stems[0] == "%" or question.language != "en"
        if row.kind not in UNTITLED or way.stems[0] != "%"
        for stem in way.stems.split()
    }
    return max((_fit_of(name, asked) for name in row.in_title.split("\n")), default=0.0)


def _fit_of(name: str, asked: set[str]) -> float:
    words, _, things = name.partition("|")
    told = words.split()
    if not told:
        return 0.0
    if any(thing[0] in "%§" and thing in asked for thing in things.split()):
        return min(1.0, NAME_WORDS / len(told))
    return sum(stem in asked for stem in told) / len(told)
