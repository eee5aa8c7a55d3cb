"""The schema of the store, as steps that are applied in order, each in a transaction of its own.

A step is added at the end and never edited once it was released. Dates are ISO 8601 text, lists
and nested entries JSON text.
"""

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("aspbot")

# A ``#`` marks whole numbers. All tables of records have ``session`` and ``position`` besides.
_CONTENT = {
    "days": "number# date headline closes note sources",
    "topics": "id title",
    "sources": "id kind publisher title date url note",
    "outcomes": "id topic title text date day# symbol note confidence sources",
    "resolutions": "id topic title symbol adopted day# adopted_by text note outcome sources",
    "conflicts": "id about records resolution versions",
    "documents": "id kind title author date url language note sources",
    "pledges": "id donor state recipient amount# currency years# period announced_by announced"
    " day# note confidence sources",
    "elections": "id office body person state date time day# method round# votes# states_voting#"
    " ballot_papers# abstentions# required# term_start term_end replaces sworn_in note sources"
    " others",
    "figures": "id label kind year# amount# words currency said_by note sources",
    "reactions": "id who text sources",
    "events": "id kind title day# date starts ends place text hosts supported_by speakers note"
    " sources",
    "states": "id name aliases",
    "statements": "id occasion by state organisation speaker on_behalf_of status day# date text"
    " note sources",
    "people": "id name role state text sources",
    "terms": "id term meaning sources",
    "milestones": "id date when text note sources",
}
_SESSIONS = (
    "id number# name short_name hashtag place venue country start end timezone closes president"
    " states_parties# about website sources"
)
_BY_DAY = ("outcomes", "resolutions", "pledges", "elections", "events", "statements")


def _columns(text: str) -> dict[str, type]:
    return {name.rstrip("#"): int if name.endswith("#") else str for name in text.split()}


@MIGRATIONS(name="0001_content")
def _content(db: Database) -> None:
    sessions = {"session": str, "position": int, **_columns(_SESSIONS)}
    db.table("sessions").create(sessions, pk="id")
    for name, text in _CONTENT.items():
        columns = _columns(text)
        key = next(iter(columns))
        db.table(name).create(
            {"session": str, "position": int, **columns},
            pk=("session", key),
            foreign_keys=[("session", "sessions", "id")],
            not_null={"session", "position", key},
        )
    db.table("summaries").create(
        {"session": str, "day": int, "language": str, "text": str, "entities": str},
        pk=("session", "day", "language"),
        foreign_keys=[("session", "sessions", "id")],
        not_null={"text", "entities"},
    )
    for name in _BY_DAY:
        db.table(name).create_index(["session", "day"])
    db.table("loads").create({"session": str, "digest": str, "shipped": int}, pk="session")


@MIGRATIONS(name="0002_chats")
def _chats(db: Database) -> None:
    db.table("chats").create({"id": int, "session": str}, pk="id")


@MIGRATIONS(name="0003_digests")
def _digests(db: Database) -> None:
    chats = db.table("chats")
    for column in ("kind", "language", "zone", "time", "topics", "state", "reason", "since"):
        chats.add_column(column, str)
    chats.add_column("thread", int)
    chats.add_column("silent", int, not_null_default=0)
    db.execute("update chats set state = 'open' where state is null")
    chats.create_index(["zone", "time", "id"])
    db.table("hours").create({"zone": str, "time": str}, pk=("zone", "time"))
    subscriptions = db.table("subscriptions").create(
        {
            "chat": int,
            "session": str,
            "state": str,
            "way": str,
            "since": str,
            "first_day": int,
            "next": str,
        },
        pk=("chat", "session"),
        not_null={"state", "way", "since", "first_day"},
    )
    subscriptions.create_index(["way", "state", "next"])
    db.table("plans").create(
        {"session": str, "day": int, "zone": str, "time": str, "cursor": int, "done": int},
        pk=("session", "day", "zone", "time"),
        not_null={"cursor", "done"},
        defaults={"done": 0},
    )
    _deliveries(db)
    _outbox(db)
    _revisions(db)


def _deliveries(db: Database) -> None:
    """One row for each chat and day: a second digest of a day cannot come to be."""
    deliveries = db.table("deliveries").create(
        {
            "id": int,
            "chat": int,
            "session": str,
            "day": int,
            "state": str,
            "due": str,
            "revision": int,
            "language": str,
            "first": int,
            "shown": str,
            "reason": str,
        },
        pk="id",
        not_null={"chat", "session", "day", "state", "due", "revision"},
        defaults={"revision": 0},
    )
    deliveries.create_index(["chat", "session", "day"], unique=True)
    deliveries.create_index(["state", "due"])
    deliveries.create_index(["session", "day", "state", "revision"])


def _outbox(db: Database) -> None:
    """One row for each message; ``texts`` holds once what many chats get."""
    texts = db.table("texts").create(
        {"id": int, "hash": str, "text": str, "entities": str, "buttons": str},
        pk="id",
        not_null={"hash", "text", "entities"},
    )
    texts.create_index(["hash"], unique=True)
    outbox = db.table("outbox").create(
        {
            "id": int,
            "chat": int,
            "kind": str,
            "delivery": int,
            "part": int,
            "text": int,
            "reply": int,
            "silent": int,
            "state": str,
            "attempts": int,
            "not_before": str,
            "message": int,
            "sent": str,
            "reason": str,
        },
        pk="id",
        not_null={"chat", "kind", "state", "attempts", "not_before"},
        defaults={"silent": 0, "attempts": 0, "not_before": ""},
    )
    outbox.create_index(["delivery", "kind", "part"], unique=True)
    outbox.create_index(["state", "id"])
    outbox.create_index(["chat", "state", "id"])
    db.create_view(
        "outgoing",
        "select o.*, coalesce(t.text, '') as words, coalesce(t.entities, '[]') as entities,"
        " t.buttons, c.thread, c.zone, coalesce(c.silent, 0) as chat_silent from outbox o"
        " left join texts t on t.id = o.text left join chats c on c.id = o.chat",
    )


def _revisions(db: Database) -> None:
    db.table("summaries").add_column("revision", int, not_null_default=0)
    db.table("revisions").create(
        {
            "session": str,
            "day": int,
            "revision": int,
            "language": str,
            "act": str,
            "text": str,
            "entities": str,
            "reason": str,
            "author": int,
            "made": str,
            "leaves": str,
            "note": int,
        },
        pk=("session", "day", "revision"),
        not_null={"language", "act", "made", "note"},
        defaults={"note": 0},
    )
