"""What a search finds."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that matches: its kind, its identity within the kind, and how well it matches.

    ``marked_title`` and ``marked_snippet`` have the words that matched in ``<b>``; all else in
    them is escaped.
    """

    kind: str
    record: str
    score: float
    title: str
    marked_title: Markup
    marked_snippet: Markup
