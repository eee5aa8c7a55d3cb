"""Who may do what: owners, whom the configuration names, and editors, whom they appoint.

A role belongs to a numeric user id. Names are for people to read, and never looked up.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Literal, NamedTuple

from sqlite_utils import Database

from data import moments
from data.records import rows

Role = Literal["owner", "editor"]


class Editor(NamedTuple):
    """Somebody whom an owner made an editor; ``id`` is the person's user id."""

    id: int
    name: str
    appointed_by: int
    since: datetime


def of(db: Database, user: int, owners: Collection[int]) -> Role | None:
    """Return the role of a user at this moment; None for everybody else."""
    if user in owners:
        return "owner"
    return "editor" if is_editor(db, user) else None


def is_editor(db: Database, user: int) -> bool:
    """Tell whether somebody was appointed an editor, and is one still."""
    return bool(rows(db, "select 1 from editors where chat = ?", [user]))


def editors(db: Database) -> list[Editor]:
    """Return all editors, who was appointed first comes first."""
    found = rows(
        db,
        "select e.*, n.name from editors e left join names n on n.chat = e.chat"
        " order by e.since, e.chat",
    )
    return [
        Editor(
            id=row["chat"],
            name=row["name"] or str(row["chat"]),
            appointed_by=row["appointed_by"],
            since=moments.read(row["since"]),
        )
        for row in found
    ]


def every(db: Database, owners: Collection[int]) -> dict[int, Role]:
    """Return the roles of all editors and owners by user id."""
    found: dict[int, Role] = {each.id: "editor" for each in editors(db)}
    return {**found, **dict.fromkeys(owners, "owner")}


def reminded(db: Database, owners: Collection[int]) -> list[int]:
    """Return who hears of what is not written: the editors, or the owners where there is none."""
    return [each.id for each in editors(db)] or sorted(owners)


def appoint(db: Database, user: int, by: int, now: datetime) -> bool:
    """Make somebody an editor; return whether they were none before."""
    changed = db.execute(
        "insert or ignore into editors (chat, appointed_by, since) values (?, ?, ?)",
        [user, by, moments.stamp(now)],
    )
    return changed.rowcount > 0


def dismiss(db: Database, user: int) -> bool:
    """End somebody's being an editor; return whether they were one. Their name stays known."""
    return db.execute("delete from editors where chat = ?", [user]).rowcount > 0


def keep_name(db: Database, user: int, name: str) -> None:
    """Keep the display name of an editor or owner, as it is at the moment."""
    db.execute(
        "insert into names (chat, name) values (?, ?) on conflict (chat)"
        " do update set name = excluded.name where name != excluded.name",
        [user, name],
    )


def name_of(db: Database, user: int | None) -> str | None:
    """Return the display name of somebody who is or was an editor or owner."""
    found = rows(db, "select name from names where chat = ?", [user])
    return found[0]["name"] if found else None
