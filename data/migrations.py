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
            "not_before": str,
            "reason": str,
        },
        pk="id",
        not_null={"chat", "session", "day", "state", "due", "revision", "not_before"},
        defaults={"revision": 0, "not_before": ""},
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


@MIGRATIONS(name="0004_inbox")
def _inbox(db: Database) -> None:
    db.table("inbox").create(
        {
            "number": int,
            "body": str,
            "arrived": str,
            "changed": int,
            "starts": int,
        },
        pk="number",
        not_null={"body", "arrived", "changed", "starts"},
        defaults={"changed": 0, "starts": 0},
    )
    db.table("answered").create({"number": int, "at": str}, pk="number", not_null={"at"})
    db.table("answered").create_index(["at"])


# Kind, table and key of what is searched. The index is made from the changes that triggers note.
_SEARCHED = (
    ("session", "sessions", "id"),
    ("day", "days", "number"),
    ("outcome", "outcomes", "id"),
    ("resolution", "resolutions", "id"),
    ("conflict", "conflicts", "id"),
    ("document", "documents", "id"),
    ("pledge", "pledges", "id"),
    ("election", "elections", "id"),
    ("figure", "figures", "id"),
    ("reaction", "reactions", "id"),
    ("event", "events", "id"),
    ("state", "states", "id"),
    ("statement", "statements", "id"),
    ("person", "people", "id"),
    ("term", "terms", "id"),
    ("milestone", "milestones", "id"),
)
_NAMED_IN_OTHERS = ("sessions", "topics", "states")
_SEARCH_TABLES = """
create table search_units (
    id integer primary key, session text not null, kind text not null, record text not null,
    title text not null, text text not null, in_title text not null, in_subject text not null,
    in_body text not null, in_context text not null, in_absent text not null
);
create index search_units_record on search_units (session, kind, record);
create table search_postings (
    session text, stem text, rank integer, unit integer, primary key (session, stem, rank, unit)
) without rowid;
create index search_postings_unit on search_postings (unit);
create table search_words (
    session text, word text, stem text not null, initial text not null, size integer not null,
    primary key (session, word)
) without rowid;
create index search_words_stem on search_words (session, stem);
create index search_words_like on search_words (session, initial, size, word, stem);
create table search_changes (
    session text, kind text, record text, primary key (session, kind, record)
) without rowid;
create table search_revisions (session text primary key, number integer not null) without rowid
"""


@MIGRATIONS(name="0005_search")
def _search(db: Database) -> None:
    db.table("synonyms").create(
        {"session": str, "position": int, **_columns("id words en fr es ar")},
        pk=("session", "id"),
        foreign_keys=[("session", "sessions", "id")],
        not_null={"session", "position", "id"},
    )
    for statement in _SEARCH_TABLES.split(";"):
        db.execute(statement)
    for kind, table, key in _SEARCHED:
        _note_changes(db, kind, table, key)
    _note_changes(db, "day", "summaries", "day")
    for table in _NAMED_IN_OTHERS:
        _note_all(db, table)
    for table in ("states", "synonyms"):
        _note_revision(db, table)


def _note_changes(db: Database, kind: str, table: str, key: str) -> None:
    """Have triggers note each record that is to be indexed anew, and note those that exist."""
    session = "id" if table == "sessions" else "session"
    noted = {"insert": ("new",), "update": ("new", "old"), "delete": ("old",)}
    for act, rows in noted.items():
        inserts = "".join(
            "insert or ignore into search_changes (session, kind, record)"  # noqa: S608 - our own names
            f" values ({row}.{session}, '{kind}', cast({row}.{key} as text)); "
            for row in rows
        )
        db.execute(f"create trigger {table}_search_{act} after {act} on {table} begin {inserts}end")
    db.execute(
        "insert or ignore into search_changes (session, kind, record)"  # noqa: S608 - our own names
        f" select {session}, '{kind}', cast({key} as text) from {table}"
    )


def _note_all(db: Database, table: str) -> None:
    """Have triggers note all records of a session whose names stand in the index of others."""
    session = "id" if table == "sessions" else "session"
    for act, row in (("insert", "new"), ("update", "new"), ("delete", "old")):
        db.execute(
            f"create trigger {table}_search_others_{act} after {act} on {table} begin"  # noqa: S608
            " insert or ignore into search_changes (session, kind, record)"
            f" select session, kind, record from search_units where session = {row}.{session}; end"
        )


def _note_revision(db: Database, table: str) -> None:
    """Have triggers count the changes of what the program keeps in memory of a session."""
    for act, row in (("insert", "new"), ("update", "new"), ("delete", "old")):
        db.execute(
            f"create trigger {table}_search_revision_{act} after {act} on {table} begin"  # noqa: S608
            f" insert into search_revisions (session, number) values ({row}.session, 1)"
            " on conflict (session) do update set number = number + 1; end"
        )


@MIGRATIONS(name="0006_forgetting")
def _forgetting(db: Database) -> None:
    """What is erased when its time has come is found without reading everything."""
    db.table("outbox").create_index(["text"])
    db.table("chats").create_index(["state", "since"])


# A column ``chat`` is a person's id, so that whoever is forgotten is forgotten here too.
_EDITING_TABLES = """
create table names (chat integer primary key, name text not null);
create table editors (chat integer primary key, appointed_by integer not null, since text not null);
create table invitations (
    hash text primary key, made_by integer not null, made text not null, expires text not null,
    state text not null default 'open', taken_by integer
);
create table drafts (
    id integer primary key autoincrement, chat integer not null, kind text not null,
    session text not null, day integer, language text not null, act text not null,
    based_on integer, fields text not null default '{}', state text not null,
    version integer not null default 0, touched text not null, counter integer, revision integer
);
create index drafts_of_chat on drafts (chat, state);
create table draft_parts (
    draft integer not null references drafts (id) on delete cascade, message integer not null,
    chat integer not null, text text not null, entities text not null, source text not null,
    sent text not null, primary key (draft, message)
);
create table audit (
    id integer primary key autoincrement, made text not null, author integer not null,
    name text not null, act text not null, session text, subject text, before text, after text
);
create table edited (
    session text not null, kind text not null, record text not null, removed integer not null,
    primary key (session, kind, record)
);
create table stops (
    session text not null, day integer not null, stopped_by integer not null, since text not null,
    primary key (session, day)
);
create table reminded (session text not null, day integer not null, primary key (session, day));
create table broadcasts (
    id integer primary key autoincrement, author integer not null, made text not null,
    leaves text not null, texts text not null, state text not null, position integer not null,
    number integer not null default 0
)
"""


@MIGRATIONS(name="0007_editing")
def _editing(db: Database) -> None:
    for statement in _EDITING_TABLES.split(";"):
        db.execute(statement)
    db.table("revisions").add_column("undoes", int)


@MIGRATIONS(name="0008_content_revision")
def _content_revision(db: Database) -> None:
    """Count the changes of all that answers to look-ups are made of."""
    db.execute("create table content_revision (number integer not null)")
    db.execute("insert into content_revision (number) values (1)")
    for table in ("sessions", *_CONTENT, "summaries", "synonyms"):
        for act in ("insert", "update", "delete"):
            db.execute(
                f"create trigger {table}_revision_{act} after {act} on {table} begin"  # noqa: S608
                " update content_revision set number = number + 1; end"
            )


@MIGRATIONS(name="0009_phrasings")
def _phrasings(db: Database) -> None:
    """Keep how people ask for records; read anew when the words of their session change."""
    db.table("phrasings").create(
        {"session": str, "position": int, **_columns("record en fr es ar unknown")},
        pk=("session", "record"),
        foreign_keys=[("session", "sessions", "id")],
        not_null={"session", "position", "record"},
    )
    for statement in _PHRASE_TABLES.split(";"):
        db.execute(statement)
    _note_revision(db, "phrasings")


_PHRASE_TABLES = """
create table search_phrases (
    session text, number integer, record text not null, answered integer not null,
    forms text not null, ideas text not null, primary key (session, number)
) without rowid;
create table search_phrased (
    session text, way text, phrases blob not null, primary key (session, way)
) without rowid;
alter table search_revisions add column phrased integer not null default 0
"""


@MIGRATIONS(name="0010_delivery_seeks")
def _delivery_seeks(db: Database) -> None:
    """What few rows of many are asked for is found without reading the others."""
    db.execute(
        "create index deliveries_edited_later on deliveries (not_before) where not_before != ''"
    )
    db.execute("create index deliveries_old on deliveries (chat, session, day) where state = 'old'")


_LEXICON_TABLES = """
create table search_ideas (
    session text, first text, language text, said text, ways text not null,
    primary key (session, first, language, said)
) without rowid;
create table search_spelt (
    session text, word text, language text not null, size integer not null,
    primary key (session, word)
) without rowid;
create index search_spelt_like on search_spelt (session, language, size, word);
create table search_spoken (
    session text, language text, stem text, primary key (session, language, stem)
) without rowid;
alter table search_revisions add column worded integer not null default 0
"""


@MIGRATIONS(name="0011_lexicon")
def _lexicon(db: Database) -> None:
    """Keep the synonyms as the search reads them, instead of in memory; the next start writes them.

    Terms count as well, since abbreviations are synonyms of what they are short for.
    """
    for statement in _LEXICON_TABLES.split(";"):
        db.execute(statement)
    _note_revision(db, "terms")
    db.execute(
        "insert or ignore into search_revisions (session, number, phrased)"
        " select distinct session, 1, 1 from terms"
    )


@MIGRATIONS(name="0012_dictionary")
def _dictionary(db: Database) -> None:
    """Keep the words that are spelt right, and what is said only where no record answers.

    Learning writes both, so all is learnt once more.
    """
    db.execute(
        "create table search_dictionary (word text, language text, primary key (word, language))"
        " without rowid"
    )
    db.execute("alter table search_phrased add column answered integer not null default 1")
    db.execute("update search_revisions set phrased = 0")
