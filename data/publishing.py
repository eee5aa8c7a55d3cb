"""What editors do with a day's summary: publish, take back, and undo either in time.

Nothing leaves for ten seconds; within them a change can be undone by whoever made it. The
functions that change something are called within a transaction.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from sqlite_utils import Database

from data import audit, drafts, revisions, roles
from data.drafts import Draft
from data.revisions import Act, Revision
from data.richtext import RichText

WINDOW: Final = timedelta(seconds=10)


class Author(NamedTuple):
    """Who changes something: the user id and the display name."""

    id: int
    name: str


def standing(db: Database, session: str, day: int, language: str) -> Revision | None:
    """Return the revision that stands in a language, also a withdrawal; None before any.

    What was undone counts as if it had never been.
    """
    of_day = revisions.standing(revisions.of_day(db, session, day))
    return next((each for each in reversed(of_day) if each.language == language), None)


def standing_number(db: Database, session: str, day: int, language: str) -> int:
    """Return the number of the revision that stands in a language; 0 before any."""
    found = standing(db, session, day, language)
    return found.revision if found else 0


def publish(  # noqa: PLR0913 - all by name
    db: Database,
    draft: Draft,
    text: RichText,
    *,
    author: Author,
    note: bool,
    now: datetime,
) -> int:
    """Make a draft the summary of its day; return its revision. A second time changes nothing.

    Raises:
        ValueError: for a draft without a day.
    """
    if draft.day is None:
        raise ValueError("a draft without a day cannot be published")
    if draft.state == "done" and draft.revision:
        return draft.revision
    before = standing(db, draft.session, draft.day, draft.language)
    act = _act(draft, before)
    number = revisions.add(
        db,
        session=draft.session,
        day=draft.day,
        language=draft.language,
        act=act,
        text=text,
        author=author.id,
        made=now,
        leaves=now + WINDOW,
        note=note,
    )
    drafts.put(db, draft.id, "done", now, number)
    _log(db, author, now, act, (draft.session, draft.day, draft.language), before, text)
    return number


def _act(draft: Draft, before: Revision | None) -> Act:
    if draft.act == "restore":
        return "restored"
    return "corrected" if before and before.text else "published"


def retract(  # noqa: PLR0913 - all by name
    db: Database,
    session: str,
    day: int,
    *,
    author: Author,
    reason: str | None,
    now: datetime,
) -> int | None:
    """Take back the summary of a day in all languages; return the last revision of it.

    None where nothing stands.
    """
    number = None
    for language, before in _texts(db, session, day):
        number = revisions.add(
            db,
            session=session,
            day=day,
            language=language,
            act="withdrawn",
            text=None,
            reason=reason,
            author=author.id,
            made=now,
            leaves=now + WINDOW,
        )
        _log(db, author, now, "withdrawn", (session, day, language), before, None)
    return number


def languages(db: Database, session: str, day: int) -> list[str]:
    """Return the languages in which a day has a summary."""
    return [language for language, _ in _texts(db, session, day)]


def _texts(db: Database, session: str, day: int) -> list[tuple[str, Revision]]:
    of_day = revisions.standing(revisions.of_day(db, session, day))
    newest = {each.language: each for each in of_day}
    return [(language, each) for language, each in newest.items() if each.text]


def can_undo(db: Database, revision: Revision, user: int, now: datetime) -> bool:
    """Tell whether somebody can still undo a revision: it is theirs, the newest, and in time."""
    newest = revisions.newest(db, revision.session).get(revision.day)
    in_time = revision.leaves is not None and now < revision.leaves
    mine = revision.author == user and not revision.undoes
    return bool(in_time and mine and newest and newest.revision == revision.revision)


def is_undone(db: Database, revision: Revision) -> bool:
    """Tell whether a revision was undone."""
    of_day = revisions.of_day(db, revision.session, revision.day)
    return any(each.undoes == revision.revision for each in of_day)


def undo(db: Database, revision: Revision, author: Author, now: datetime) -> None:
    """Undo a revision, and what was done with it in the same act: what stood before stands again.

    A draft that had become the revision is shown again.
    """
    of_day = revisions.of_day(db, revision.session, revision.day)
    together = _done_together(of_day, revision)
    first = min(each.revision for each in together)
    before = {each.language: each for each in revisions.standing(of_day) if each.revision < first}
    for each in together:
        old = before.get(each.language)
        revisions.add(
            db,
            session=each.session,
            day=each.day,
            language=each.language,
            act="undone",
            text=old.text if old else None,
            author=author.id,
            made=now,
            leaves=now,
            undoes=each.revision,
        )
        where = (each.session, each.day, each.language)
        _log(db, author, now, "undone", where, each, old.text if old else None)
    db.execute(
        "update drafts set state = 'shown', revision = null, version = version + 1"
        " where state = 'done' and kind = 'summary' and session = ? and day = ? and revision = ?",
        [revision.session, revision.day, revision.revision],
    )


def _done_together(of_day: list[Revision], last: Revision) -> list[Revision]:
    """Return a revision with those before it that came of the same withdrawal."""
    together = [last]
    for each in reversed([one for one in of_day if one.revision < last.revision]):
        same = (each.act, each.made, each.author) == (last.act, last.made, last.author)
        if last.act != "withdrawn" or not same:
            break
        together.insert(0, each)
    return together


def by_whom(db: Database, revision: Revision) -> str | None:
    """Return the name of a revision's author; None where it came with the files."""
    if revision.author is None:
        return None
    return roles.name_of(db, revision.author) or str(revision.author)


def _log(  # noqa: PLR0913, PLR0917 - the columns of a row
    db: Database,
    author: Author,
    now: datetime,
    act: str,
    where: tuple[str, int, str],
    before: Revision | None,
    after: RichText | None,
) -> None:
    session, day, language = where
    audit.log(
        db,
        made=now,
        author=author.id,
        name=author.name,
        act=act,
        session=session,
        subject=f"day {day} ({language})",
        before=before.text.text if before and before.text else None,
        after=after.text if after else None,
    )
