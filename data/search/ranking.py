"""How well a unit answers: how much of what is asked it covers, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.search.candidates import Row
from data.search.concepts import Concept
from data.search.preferences import preference
from data.search.question import Question

TITLE, SUBJECT, BODY, CONTEXT = 1.0, 0.85, 0.6, 0.35
SOFT = 0.15
COVERAGE, PLACE, FIT, NEAR, KIND = 10.0, 4.0, 2.0, 1.0, 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """A unit and how it matches.

    ``coverage`` is the share of what has to be covered that is, from 0 to 1, counted by how much
    each concept tells; ``lacking`` are strict concepts that are not covered. ``needles`` are the
    stems by which it matched. ``absent`` says that it covers more by what it says is not known.
    """

    row: Row
    score: float
    coverage: float
    lacking: tuple[Concept, ...]
    needles: tuple[str, ...]
    absent: float


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
    covered = missed = placed = absent = 0.0
    lacking: list[Concept] = []
    needles: list[str] = []
    lines = row.in_body.split("\n") if row.in_body else []
    near = [0.0] * len(lines)
    for concept, told in zip(question.concepts, weights, strict=True):
        weight = told * SOFT if concept.soft else told
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
                        near[number] += weight
        if found:
            covered += weight
            placed += weight * found
            needles.append(stems)
        else:
            missed += weight
            if row.in_absent and any(f" {way.stems} " in row.in_absent for way in concept.ways):
                absent += weight
            if concept.strict:
                lacking.append(concept)
    total = covered + missed
    if not total:
        return Match(row, 0.0, 0.0, (), (), 0.0)
    score = (
        COVERAGE * covered / total
        + PLACE * placed / total
        + FIT * _fit(row, needles)
        + NEAR * min(max(near, default=0.0) / total, 1.0)
        + KIND * preference(row.kind, question)
    )
    return Match(
        row, score, covered / total, tuple(lacking), tuple(needles), (covered + absent) / total
    )


def _place(row: Row, needle: str) -> float:
    if needle in row.in_title:
        return TITLE
    if needle in row.in_subject:
        return SUBJECT
    return BODY if needle in row.in_body else CONTEXT


def _fit(row: Row, needles: Sequence[str]) -> float:
    """Return how much of the title is what was asked for."""
    told = [stem for stem in row.in_title.split() if stem[0].isalnum()]
    asked = {stem for needle in needles for stem in needle.split()}
    return sum(stem in asked for stem in told) / len(told) if told else 0.0
