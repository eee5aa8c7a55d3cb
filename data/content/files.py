"""Which file of a session's folder holds which kinds of records."""

from typing import Final

from data.kinds import KINDS
from data.records import Record

SESSION: Final = "session.toml"
SUMMARIES: Final = "summaries"
FILES: Final[dict[str, tuple[str, ...]]] = {
    SESSION: ("session",),
    "days.toml": ("day",),
    "topics.toml": ("topic",),
    "sources.toml": ("source",),
    "outcomes.toml": ("outcome",),
    "resolutions.toml": ("resolution",),
    "conflicts.toml": ("conflict",),
    "documents.toml": ("document",),
    "pledges.toml": ("pledge",),
    "elections.toml": ("election",),
    "budget.toml": ("figure", "reaction"),
    "programme.toml": ("event",),
    "states.toml": ("state",),
    "statements.toml": ("statement",),
    "people.toml": ("person",),
    "glossary.toml": ("term",),
    "milestones.toml": ("milestone",),
    "synonyms.toml": ("synonym",),
}
NEEDED: Final = (SESSION, "days.toml", "topics.toml", "sources.toml")


def model(kind: str) -> type[Record]:
    """Return the shape of a kind of records."""
    return KINDS[kind]
