"""All that a draft's screens show: the draft with its day, its parts, and what stands already."""

from dataclasses import dataclass

from sqlite_utils import Database

from data import days, drafts, parts, publishing, seams
from data import session as sessions
from data.days import Day
from data.drafts import Draft
from data.parts import Part
from data.revisions import Revision
from data.richtext import RichText
from data.session import Session


@dataclass(frozen=True, slots=True)
class Work:
    """A draft with what belongs to it.

    ``standing`` is the revision that stands in its language, and ``author`` what that one's author
    is called, None where it came with the files.
    """

    draft: Draft
    session: Session
    day: Day | None
    parts: tuple[Part, ...]
    standing: Revision | None
    author: str | None = None

    @property
    def text(self) -> RichText:
        """The text of all parts together."""
        return seams.whole(self.parts)

    @property
    def replaces(self) -> bool:
        """Whether a text stands that this one takes the place of."""
        return self.standing is not None and self.standing.text is not None

    @property
    def stands(self) -> int:
        """The number of the revision that stands, 0 for none."""
        return self.standing.revision if self.standing else 0

    @property
    def has_changed(self) -> bool:
        """Whether something else stands by now than the draft's editor saw."""
        return self.draft.day is not None and self.stands != (self.draft.based_on or 0)


def gather(db: Database, draft: int) -> Work | None:
    """Return a draft with all that belongs to it; None where it is gone, or its session."""
    found = drafts.get(db, draft)
    session = sessions.get(db, found.session) if found else None
    if found is None or session is None:
        return None
    day = days.get(db, session.id, found.day) if found.day is not None else None
    stands = publishing.standing(db, session.id, day.number, found.language) if day else None
    return Work(
        draft=found,
        session=session,
        day=day,
        parts=tuple(parts.of_draft(db, found.id)),
        standing=stands,
        author=publishing.by_whom(db, stands) if stands else None,
    )
