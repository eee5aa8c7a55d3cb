"""A question in hand: what was read, what was found, and how to look closer."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from data import kinds
from data.records import Record
from data.search.concepts import Concept
from data.search.finding import Finding
from data.search.question import Question
from data.search.ranking import Match

COVERED = 0.8
DOCUMENT_FIT = 0.6
ON = ("on", "about", "sur", "sobre", "حول", "بشان")
OFFICES = frozenset(
    {"president", "presid", "prosecutor", "registrar", "minist", "attorney general"}
)
LISTED = 12
TERM_FIT = 0.3
PUBLICATION_FIT = 0.35


@dataclass(frozen=True, slots=True)
class Asked:
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

    def named(self, kind: str, identities: Sequence[str]) -> list[Record]:
        """Return the first records of a kind with these ids, as many as are listed."""
        return kinds.some(self.db, self.session, kind, identities[:LISTED])


def answers(question: Question, match: Match) -> bool:
    """Say whether a record covers so much of a question that it answers it.

    A publication has to be meant: most questions share a word with the title of some paper.
    """
    if not question.hard or match.lacking or match.coverage < COVERED:
        return False
    if match.row.kind == "document":
        return _is_meant(question, match)
    if match.row.kind == "term" and match.fit < TERM_FIT:
        return any(concept.role == "reference" for concept in question.hard)
    if match.row.kind == "statement" and _is_topic(question):
        return False
    if match.row.kind == "election" and not _is_office(question, match):
        return False
    return not question.asks_for_publication


def _is_topic(question: Question) -> bool:
    """Say whether it is asked what is said *on* a state, and not by it."""
    return any(
        concept.role == "place"
        and any(f" {each} {concept.typed}" in f" {' '.join(question.words)}" for each in ON)
        for concept in question.hard
    ) and any(way.stems in {"debat", "side event"} for each in question.hard for way in each.ways)


def _is_office(question: Question, match: Match) -> bool:
    """Say whether an office that is asked for is the one of this election.

    What else an election's record tells, such as who had the seat before, is no office.
    """
    if not any(way.stems == "elect" for each in question.hard for way in each.ways):
        return True
    row = match.row
    told = f"{row.in_title}{row.in_subject}{row.in_context}"
    offices = [each for each in question.hard if any(way.stems in OFFICES for way in each.ways)]
    return all(any(f" {way.stems} " in told for way in each.ways) for each in offices)


def _is_meant(question: Question, match: Match) -> bool:
    if question.asks_for_publication:
        return match.fit >= PUBLICATION_FIT or _is_author(question, match)
    if match.fit >= DOCUMENT_FIT:
        return True
    if any(concept.role in {"date", "reference", "number"} for concept in question.hard):
        return True
    if any(way.stems == "document" for concept in question.concepts for way in concept.ways):
        return True
    typed = " ".join(concept.ways[0].stems for concept in question.concepts)
    return " " in typed and f" {typed} " in match.row.in_title


def _is_author(question: Question, match: Match) -> bool:
    """Say whether somebody is named who published it."""
    named = (concept for concept in question.hard if not _is_publishing(concept))
    return any(
        f" {way.stems} " in match.row.in_subject for concept in named for way in concept.ways
    )


def _is_publishing(concept: Concept) -> bool:
    return any(way.stems in {"author", "document"} for way in concept.ways)
