"""A question in hand: what was read, what was found, and how to look closer."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlite_utils import Database

from data import kinds
from data.answers import fitting, publications
from data.answers.answer import Answer
from data.records import Record
from data.search.concepts import Concept
from data.search.finding import Finding
from data.search.question import Question
from data.search.ranking import Match

LISTED, LOOKED_AT = 12, 4
SAME, JUST = 0.8, 0.88
NAMED_AS = {"person": 0.6, "document": 0.7}


class Asked(NamedTuple):
    """A question about a session, and the matches for it, the best first."""

    db: Database
    session: str
    question: Question
    finding: Finding
    found: Sequence[Match]

    def wants(self, *forms: str) -> bool:
        """Say whether the question has one of the forms."""
        return not self.question.forms.isdisjoint(forms)

    def concept(self, *stems: str) -> Concept | None:
        """Return the first concept that records may say with one of the stems."""
        return next(
            (
                concept
                for concept in self.question.concepts
                if any(way.stems in stems for way in concept.ways)
            ),
            None,
        )

    def of_kind(self, kind: str) -> list[Match]:
        """Return all records of a kind that answer, in rough order."""
        if all(match.lacking for match in self.found):
            return []
        found = self.finding.of_kinds((kind,), closely=LISTED)
        return [match for match in found if answers(self.question, match)]

    def record(self, match: Match) -> Record | None:
        """Return the record of a match."""
        return kinds.get(self.db, self.session, match.row.kind, match.row.record)

    def so(self, *, formed: bool = False, least: float = 0.0) -> Answer | None:
        """Answer with the record that people are known to ask for in such words.

        Where ``formed``, in the same form too; with at least the likeness ``least``.
        """
        so = [
            match
            for match in self.found[:LOOKED_AT]
            if (match.alike.formed or not formed)
            and is_asked_so(match)
            and match.alike.likeness >= least
        ]
        best = max(so, key=lambda match: match.alike.likeness, default=None)
        record = self.record(best) if best else None
        return Answer(record) if record else None

    def named(self, kind: str, identities: Sequence[str]) -> list[Record]:
        """Return records of a kind with these ids in the order of their file, as many as listed."""
        return kinds.some(self.db, self.session, kind, identities[:LISTED])


def is_named_as(question: Question, match: Match) -> bool:
    """Say whether people are known to ask for a person or a paper by the one word that is asked."""
    least = NAMED_AS.get(match.row.kind, 1.0)
    return len(question.hard) == 1 and match.alike.whole and match.alike.likeness >= least


def is_asked_so(match: Match) -> bool:
    """Say whether people are known to ask for a record in such words."""
    return match.alike.whole and match.alike.likeness >= SAME


def is_asked_just_so(match: Match) -> bool:
    """Say whether people are known to ask for it in nearly the same words, in the same form."""
    return has_same_words(match) and match.alike.formed


def has_same_words(match: Match) -> bool:
    """Say whether people are known to ask for it in nearly the same words, in any form."""
    return is_asked_so(match) and match.alike.likeness >= JUST


def answers(question: Question, match: Match) -> bool:
    """Say whether a record answers a question."""
    kind = match.row.kind
    if is_asked_so(match) or is_named_as(question, match):
        return True
    if not all(fits(question, match) for fits in fitting.OF_ALL):
        return False
    if kind == "document":
        return publications.is_meant(question, match)
    if question.asks_for_publication:
        return False
    condition = fitting.OF_KIND.get(kind)
    return condition is None or condition(question, match)
