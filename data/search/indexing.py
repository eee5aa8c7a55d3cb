"""The index, brought up to what the records say now."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from time import perf_counter

from sqlite_utils import Database

from data import kinds, session, states, topics
from data.days import Day
from data.records import rows
from data.richtext import RichText
from data.search import passages, vocabulary
from data.search.describing import described
from data.search.places import places
from data.search.tokens import Places, indexed, words
from data.search.units import Around, Unit

FIELDS = ("title", "subject", "body", "context", "absent")
WEIGHTS = {"title": 80, "subject": 60, "body": 30, "context": 15, "absent": 5}
LONG = 200


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is needed of a session to index its records."""

    around: Around
    places: Places


def reindexed(db: Database, until: float | None) -> int:
    """Index what has changed, until a moment of ``perf_counter``; return how many records.

    One record is always done.
    """
    changed = db.execute(
        "select session, kind, record from search_changes order by session, kind, record"
    ).fetchall()
    done = 0
    for identity, group in groupby(changed, key=lambda each: str(each[0])):
        surroundings = _surroundings(db, identity)
        for _, kind, record in group:
            if done and until is not None and perf_counter() > until:
                return done
            _reindex(db, identity, kind, record, surroundings)
            done += 1
    return done


def _surroundings(db: Database, identity: str) -> Surroundings:
    held = session.get(db, identity)
    known = states.every(db, identity)
    return Surroundings(
        Around(
            states={state.id: state.name for state in known},
            topics={topic.id: topic.title for topic in topics.every(db, identity)},
            year=held.start.year if held else 0,
        ),
        places(known),
    )


def _reindex(db: Database, identity: str, kind: str, record: str, near: Surroundings) -> None:
    _remove(db, identity, kind, record)
    for unit in _units(db, identity, kind, record, near):
        fields = _fields(unit, near)
        number = db.execute(
            "insert into search_units (session, kind, record, title, text, in_title, in_subject,"
            " in_body, in_context, in_absent) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [identity, kind, record, unit.title, unit.text, *fields.values()],
        ).lastrowid
        _add(db, identity, number or 0, fields, unit)
    db.execute(
        "delete from search_changes where session = ? and kind = ? and record = ?",
        [identity, kind, record],
    )


def _units(db: Database, identity: str, kind: str, name: str, near: Surroundings) -> Iterable[Unit]:
    record = kinds.get(db, identity, kind, name)
    if record is None:
        return []
    if isinstance(record, Day):
        found = rows(
            db,
            "select text, entities from summaries where session = ? and day = ? order by language",
            [identity, record.number],
        )
        return passages.of_day(record, [RichText.from_row(row) for row in found])
    return [described(record, near.around)]


def _remove(db: Database, identity: str, kind: str, record: str) -> None:
    found = db.execute(
        "select id from search_units where session = ? and kind = ? and record = ?",
        [identity, kind, record],
    ).fetchall()
    for (number,) in found:
        stems = db.execute("select stem from search_postings where unit = ?", [number]).fetchall()
        db.execute("delete from search_postings where unit = ?", [number])
        db.execute("delete from search_units where id = ?", [number])
        db.conn.executemany(
            "delete from search_words where session = :session and stem = :stem and not exists"
            " (select 1 from search_postings p where p.session = :session and p.stem = :stem)"
            " and not exists"
            " (select 1 from search_phrased p where p.session = :session and p.way = :stem)",
            [{"session": identity, "stem": gone} for (gone,) in stems],
        )


def _told(unit: Unit) -> dict[str, tuple[str, ...]]:
    return {"title": unit.names} | {name: getattr(unit, name) for name in FIELDS[1:]}


def _fields(unit: Unit, near: Surroundings) -> dict[str, str]:
    year = near.around.year
    told = {name: indexed(texts, near.places, year) for name, texts in _told(unit).items()}
    told["context"] += indexed(unit.notes, near.places, year, aside=True)
    return told


def _add(db: Database, identity: str, number: int, fields: dict[str, str], unit: Unit) -> None:
    """Add the postings of a unit, and its words."""
    db.conn.executemany(
        "insert or ignore into search_postings (session, stem, rank, unit) values (?, ?, ?, ?)",
        [(identity, name, rank, number) for name, rank in _ranks(fields).items()],
    )
    texts = (*_told(unit).values(), unit.notes)
    vocabulary.add(db, identity, {word for each in texts for text in each for word in words(text)})


def _ranks(fields: dict[str, str]) -> dict[str, int]:
    """Return each stem with its rank in the order in which its postings are read, lowest first.

    What stands in a title comes before what stands in a text, short texts before long ones.
    """
    found: dict[str, int] = {}
    length = min(len(fields["title"]) // 10 + len(fields["body"]) // 40, LONG)
    for name in reversed(FIELDS):
        for each in fields[name].split():
            if each != "|":
                found[each] = length - 10 * WEIGHTS[name]
    return found
