"""Invitations: whoever opens one first, in private, becomes an editor.

Of a token only the hash is kept, so that neither the store nor a copy of it can invite anyone.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, Final, Literal

from sqlite_utils import Database

from data import moments
from data.records import rows

VALID: Final = timedelta(hours=24)
BYTES: Final = 18
State = Literal["open", "taken", "revoked"]


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as it stands; ``key`` is the beginning of its hash, for buttons."""

    key: str
    made_by: int
    expires: datetime
    state: State
    taken_by: int | None

    def is_open(self, now: datetime) -> bool:
        """Whether it may be taken."""
        return self.state == "open" and now < self.expires


def invite(db: Database, by: int, now: datetime) -> tuple[str, Invitation]:
    """Make an invitation, and return its token, which nobody can ask for again."""
    token = token_urlsafe(BYTES)
    db.execute(
        "insert into invitations (hash, made_by, made, expires) values (?, ?, ?, ?)",
        [_hash(token), by, moments.stamp(now), moments.stamp(now + VALID)],
    )
    return token, _read(rows(db, "select * from invitations where hash = ?", [_hash(token)])[0])


def find(db: Database, token: str) -> Invitation | None:
    """Return the invitation of a token, also one that is over; None where none was ever made."""
    found = rows(db, "select * from invitations where hash = ?", [_hash(token)])
    return _read(found[0]) if found else None


def of_key(db: Database, key: str) -> Invitation | None:
    """Return the invitation that a button names."""
    found = rows(db, "select * from invitations where substr(hash, 1, 16) = ?", [key])
    return _read(found[0]) if found else None


def take(db: Database, token: str, user: int, now: datetime) -> bool:
    """Take an open invitation; return whether it was there to be taken."""
    changed = db.execute(
        "update invitations set state = 'taken', taken_by = ?"
        " where hash = ? and state = 'open' and expires > ?",
        [user, _hash(token), moments.stamp(now)],
    )
    return changed.rowcount > 0


def revoke(db: Database, key: str) -> bool:
    """Let an invitation that nobody took be void; return whether that changed it."""
    changed = db.execute(
        "update invitations set state = 'revoked' where substr(hash, 1, 16) = ? and state = 'open'",
        [key],
    )
    return changed.rowcount > 0


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _read(row: dict[str, Any]) -> Invitation:
    return Invitation(
        key=row["hash"][:16],
        made_by=row["made_by"],
        expires=moments.read(row["expires"]),
        state=row["state"],
        taken_by=row["taken_by"],
    )
