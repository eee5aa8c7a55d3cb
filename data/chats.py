"""What a chat chose for itself: a session and a language; a chat that chose nothing has no row."""

from sqlite_utils import Database

from data.records import rows


def session_of(db: Database, chat: int) -> str | None:
    """Return the id of the session that a chat chose to read; None where it chose none."""
    found = rows(db, "select session from chats where id = ?", [chat])
    return found[0]["session"] if found else None


def choose_session(db: Database, chat: int, session: str) -> None:
    """Keep the session that a chat reads from now on."""
    db.execute(
        "insert into chats (id, session) values (?, ?)"
        " on conflict (id) do update set session = excluded.session",
        [chat, session],
    )
