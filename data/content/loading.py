"""Content into the store: what changed is updated, what is gone is removed, all or nothing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlite_utils import Database

from data import days, edited, revisions, search
from data.content import files
from data.content.placed import Placed, Summary, named
from data.content.reading import Content
from data.records import rows
from data.store import writing

Row = dict[str, object]
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load changed: records, as *outcome "judge-election"*, and summaries.

    A record that only moved within its file is not among them. ``kept`` is what differs from the
    files since editors wrote or took it back by message.
    """

    session: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def __add__(self, more: "Loaded") -> "Loaded":
        """Return the changes of both."""
        return Loaded(
            self.session,
            self.added + more.added,
            self.changed + more.changed,
            self.removed + more.removed,
            self.kept + more.kept,
        )


def load(
    db: Database,
    content: Content,
    *,
    shipped: bool = False,
    now: datetime | None = None,
) -> Loaded:
    """Bring a session in the store to what the files hold; what is the same is not written.

    The files' edition is remembered, and whether it was ``shipped`` with the program. ``now`` is
    noted as the moment of new revisions of summaries.
    """
    session = content.session.id
    loaded = Loaded(session)
    with writing(db):
        db.execute("pragma defer_foreign_keys = on")
        for kind in (kind for kinds in files.FILES.values() for kind in kinds):
            loaded += _records(db, session, kind, content.records[kind])
        loaded += _summaries(db, session, content.summaries, now)
        db.execute(
            "insert into loads (session, digest, shipped) values (?, ?, ?) on conflict (session)"
            " do update set digest = excluded.digest, shipped = excluded.shipped"
            " where (digest, shipped) is not (excluded.digest, excluded.shipped)",
            [session, content.digest, int(shipped)],
        )
        search.refresh(db)
    return loaded


class _Table(NamedTuple):
    kind: str
    name: str
    key: tuple[str, ...]


def _records(db: Database, session: str, kind: str, placed: Sequence[Placed]) -> Loaded:
    model = files.model(kind)
    wanted: dict[Key, Row] = {
        (session, row[model.key]): row
        for position, each in enumerate(placed)
        for row in [{"session": session, "position": position, **each.record.to_row()}]
    }
    by_message = {(session, each) for each in edited.marks(db, session, kind)}
    return _sync(db, _Table(kind, model.table, ("session", model.key)), session, wanted, by_message)


def _summaries(
    db: Database, session: str, summaries: Sequence[Summary], now: datetime | None
) -> Loaded:
    """Make the summaries those of the files, but for those that editors wrote or took back."""
    by_message = revisions.by_message(db, session)
    present = {(day, language): text for day, language, text in days.summaries(db, session)}
    wanted = {(each.day, each.language): each.text for each in summaries}
    changes: dict[str, list[Key]] = {"added": [], "changed": [], "removed": [], "kept": []}
    for key in sorted({*present, *wanted}):
        before, text = present.get(key), wanted.get(key)
        if before == text:
            continue
        if key in by_message:
            changes["kept"].append(key)
            continue
        act: revisions.Act = "file" if text else "withdrawn"
        day, language = key
        revisions.add(db, session=session, day=day, language=language, act=act, text=text, made=now)
        changes["changed" if before and text else "added" if text else "removed"].append(key)
    return Loaded(session, **{change: _named("summary", keys) for change, keys in changes.items()})


def _sync(
    db: Database,
    table: _Table,
    session: str,
    wanted: Mapping[Key, Row],
    by_message: Collection[Key],
) -> Loaded:
    """Make the rows of a session those that are wanted, but for those touched by message."""
    kind, name, key = table
    found = rows(db, f"select * from [{name}] where session = ?", [session])  # noqa: S608 - our own names
    present = {tuple(row[column] for column in key): row for row in found}
    kept = [each for each in sorted(by_message) if _differs(wanted.get(each), present.get(each))]
    wanted = {each: row for each, row in wanted.items() if each not in by_message}
    present = {each: row for each, row in present.items() if each not in by_message}
    added = [each for each in wanted if each not in present]
    gone = [each for each in present if each not in wanted]
    differing = {
        each: {column for column, value in row.items() if present[each][column] != value}
        for each, row in wanted.items()
        if each in present
    }
    where = " and ".join(f"[{column}] = ?" for column in key)
    for each in gone:
        db.execute(f"delete from [{name}] where {where}", each)  # noqa: S608 - our own names
    # Not upserted: the conflict clause of an upsert goes before those within triggers.
    db.table(name).insert_all(wanted[each] for each in added)
    for each, columns in differing.items():
        if columns:
            assigned = ", ".join(f"[{column}] = ?" for column in columns)
            values = [wanted[each][column] for column in columns]
            db.execute(f"update [{name}] set {assigned} where {where}", [*values, *each])  # noqa: S608 - our own names
    changed = [each for each, columns in differing.items() if columns - {"position"}]
    changes = (added, changed, gone, kept)
    return Loaded(session, *(_named(kind, [each[1:] for each in keys]) for keys in changes))


def _differs(wanted: Row | None, present: Row | None) -> bool:
    """Whether a record of the files is another one than the store's; its place does not count."""
    if wanted is None or present is None:
        return wanted is not present
    return any(present[name] != value for name, value in wanted.items() if name != "position")


def _named(kind: str, identities: Sequence[Key]) -> tuple[str, ...]:
    return tuple(named(kind, ".".join(map(str, each))) for each in identities)
