"""The revisions of a day's summary: what stood when, and since when it may leave.

They are counted across languages: whoever saw revision 3 of a day has seen all up to it.
"""

from datetime import datetime
from typing import Any, Literal, NamedTuple, Self

from sqlite_utils import Database

from data import moments
from data.records import rows
from data.richtext import RichText

# undone: taken back before it left, so that nobody but the followers who looked it up saw it.
Act = Literal["published", "corrected", "restored", "withdrawn", "undone", "file"]


class Revision(NamedTuple):
    """One revision; ``text`` is None where the summary was withdrawn.

    ``author`` is a person's Telegram id, None where it came with the files. ``made`` is None
    then too. Nothing of it leaves before ``leaves``. ``note`` asks for a short note to those who
    have an earlier one. ``undoes`` is the revision that this one took back before it left.
    """

    session: str
    day: int
    revision: int
    language: str
    act: Act
    text: RichText | None
    reason: str | None = None
    author: int | None = None
    made: datetime | None = None
    leaves: datetime | None = None
    note: bool = False
    undoes: int | None = None

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Self:
        """Make it from a row of ``revisions``."""
        return cls(
            session=row["session"],
            day=row["day"],
            revision=row["revision"],
            language=row["language"],
            act=row["act"],
            text=RichText.from_row(row) if row["text"] is not None else None,
            reason=row["reason"],
            author=row["author"],
            made=moments.read_or_none(row["made"]),
            leaves=moments.read_or_none(row["leaves"]),
            note=bool(row["note"]),
            undoes=row["undoes"],
        )


def of_day(db: Database, session: str, day: int) -> list[Revision]:
    """Return the revisions of a day, the first one first."""
    found = rows(
        db,
        "select * from revisions where session = ? and day = ? order by revision",
        [session, day],
    )
    return [Revision.from_row(row) for row in found]


def get(db: Database, session: str, day: int, revision: int) -> Revision | None:
    """Return one revision."""
    found = rows(
        db,
        "select * from revisions where session = ? and day = ? and revision = ?",
        [session, day, revision],
    )
    return Revision.from_row(found[0]) if found else None


def newest_in(db: Database, session: str, day: int, language: str) -> Revision | None:
    """Return the newest revision of a day in a language; None before any."""
    found = rows(
        db,
        "select * from revisions where session = ? and day = ? and language = ?"
        " order by revision desc limit 1",
        [session, day, language],
    )
    return Revision.from_row(found[0]) if found else None


def newest(db: Database, session: str) -> dict[int, Revision]:
    """Return the newest revision of each day of a session that has any."""
    found = rows(
        db,
        "select * from revisions r where session = ? and revision = (select max(revision)"
        " from revisions where session = r.session and day = r.day)",
        [session],
    )
    return {row["day"]: Revision.from_row(row) for row in found}


def by_message(db: Database, session: str) -> set[tuple[int, str]]:
    """Return day and language of the summaries that editors wrote last, or took back.

    What was undone before it left does not count.
    """
    found = rows(
        db,
        "with standing as (select * from revisions r where session = ? and undoes is null"
        " and not exists (select 1 from revisions u where u.session = r.session and u.day = r.day"
        " and u.undoes = r.revision)) select day, language from standing r"
        " where author is not null and revision = (select max(revision) from standing s"
        " where s.day = r.day and s.language = r.language)",
        [session],
    )
    return {(row["day"], row["language"]) for row in found}


def add(  # noqa: PLR0913 - all by name
    db: Database,
    *,
    session: str,
    day: int,
    language: str,
    act: Act,
    text: RichText | None,
    reason: str | None = None,
    author: int | None = None,
    made: datetime | None = None,
    leaves: datetime | None = None,
    note: bool = False,
    undoes: int | None = None,
) -> int:
    """Add a revision, make the summary what it says, and return its number.

    Call it within a transaction: revision and summary go together.
    """
    number = _last(db, session, day) + 1
    db.execute(
        "insert into revisions (session, day, revision, language, act, text, entities, reason,"
        " author, made, leaves, note, undoes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            session,
            day,
            number,
            language,
            act,
            text.text if text else None,
            text.entities_json() if text else None,
            reason,
            author,
            moments.stamp(made) if made else "",
            moments.stamp(leaves) if leaves else None,
            int(note),
            undoes,
        ],
    )
    _make_current(db, session, day, language, number, text)
    return number


def _last(db: Database, session: str, day: int) -> int:
    query = "select coalesce(max(revision), 0) from revisions where session = ? and day = ?"
    number: int = db.execute(query, [session, day]).fetchone()[0]
    return number


def _make_current(  # noqa: PLR0913, PLR0917 - the columns of a row
    db: Database, session: str, day: int, language: str, number: int, text: RichText | None
) -> None:
    if text is None:
        db.execute(
            "delete from summaries where session = ? and day = ? and language = ?",
            [session, day, language],
        )
        return
    db.execute(
        "insert or replace into summaries (session, day, language, text, entities, revision)"
        " values (?, ?, ?, ?, ?, ?)",
        [session, day, language, text.text, text.entities_json(), number],
    )


def standing(of_the_day: list[Revision]) -> list[Revision]:
    """Return the revisions of a day without those that were undone, and what undid them."""
    undone = {each.undoes for each in of_the_day if each.undoes}
    return [each for each in of_the_day if not each.undoes and each.revision not in undone]


def corrected(of_the_day: list[Revision], language: str, first: int | None) -> datetime | None:
    """Return when a text was corrected that somebody first saw at revision ``first``.

    None where it stands as they saw it first, where they saw none in that language, or where
    nobody knows when it changed.
    """
    texts = [each for each in standing(of_the_day) if each.language == language and each.text]
    seen = [each for each in texts if each.revision <= (first or 0)]
    return texts[-1].made if seen and texts[-1] is not seen[-1] else None
