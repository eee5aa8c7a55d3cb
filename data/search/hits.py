"""What a search finds."""

from typing import NamedTuple

from markupsafe import Markup

from data.search import marking


class Hit(NamedTuple):
    """A record that matches: its kind, its identity within the kind, and how well it matches.

    ``coverage`` is the share of what was asked that it covers, from 0 to 1. ``needles`` are the
    stems by which it was found.
    """

    kind: str
    record: str
    score: float
    title: str
    text: str
    coverage: float
    needles: tuple[str, ...]

    @property
    def marked_title(self) -> Markup:
        """The title, with the words that matched in ``<b>`` and all else escaped."""
        return marking.marked(self.title, self.needles)

    @property
    def marked_snippet(self) -> Markup:
        """A stretch of the text around the words that matched, marked likewise."""
        return marking.marked(marking.snippet(self.text, self.needles), self.needles)
