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
