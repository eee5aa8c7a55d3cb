"""How often the content of the sessions has changed: triggers count, whoever changes it."""

from sqlite_utils import Database


def number(db: Database) -> int:
    """Return a number that is another one after each change of a session's content."""
    found: int = db.execute("select number from content_revision").fetchone()[0]
    return found


def count(db: Database) -> None:
    """Count a change that no trigger sees: of what answers are found by."""
    db.execute("update content_revision set number = number + 1")


def unread(db: Database) -> bool:
    """Say whether content has changed that the search has not read yet (``search.refresh``)."""
    found = db.execute(
        "select 1 from search_changes"
        " union all select 1 from search_revisions where worded <> number limit 1"
    )
    return found.fetchone() is not None
