"""Content into the store: what changed is updated, what is gone is removed, all or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from data import days, revisions
from data.content import files
from data.content.placed import Placed, Summary
from data.content.reading import Content
from data.records import rows
from data.store import writing

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load changed, in records and summaries."""

    session: str
    added: int = 0
    changed: int = 0
    removed: int = 0


def load(
    db: Database,
    content: Content,
    *,
    digest: str = "",
    shipped: bool = False,
    now: datetime | None = None,
) -> Loaded:
    """Bring a session in the store to what the files hold; what is the same is not written.

    ``digest`` and ``shipped`` are remembered: whether the program brought the files itself, and
    which edition of them.
    """
    session = content.session.id
    counted = [0, 0, 0]
    with writing(db):
        db.execute("pragma defer_foreign_keys = on")
        for kind in (kind for kinds in files.FILES.values() for kind in kinds):
            _add(counted, _records(db, session, kind, content.records[kind]))
        _add(counted, _summaries(db, session, content.summaries, now))
        db.table("loads").upsert(
            {"session": session, "digest": digest, "shipped": int(shipped)}, pk="session"
        )
    return Loaded(session, *counted)


def _add(counted: list[int], more: tuple[int, int, int]) -> None:
    counted[:] = [sum(pair) for pair in zip(counted, more, strict=True)]


def _records(db: Database, session: str, kind: str, placed: list[Placed]) -> tuple[int, int, int]:
    model = files.model(kind)
    wanted: dict[tuple[object, ...], Row] = {
        (session, row[model.key]): row
        for position, each in enumerate(placed)
        for row in [{"session": session, "position": position, **each.record.to_row()}]
    }
    return _sync(db, model.table, ("session", model.key), session, wanted)


def _summaries(
    db: Database, session: str, summaries: list[Summary], now: datetime | None
) -> tuple[int, int, int]:
    """Make the summaries those of the files, but for those that editors wrote or took back."""
    kept = revisions.by_message(db, session)
    present = {(day, language): text for day, language, text in days.summaries(db, session)}
    wanted = {(each.day, each.language): each.text for each in summaries}
    counted = [0, 0, 0]
    for day, language in sorted({*present, *wanted} - kept):
        before, text = present.get((day, language)), wanted.get((day, language))
        if before == text:
            continue
        act: revisions.Act = "file" if text else "withdrawn"
        revisions.add(db, session=session, day=day, language=language, act=act, text=text, made=now)
        counted[0 if before is None else 1 if text else 2] += 1
    return counted[0], counted[1], counted[2]


def _sync(
    db: Database,
    table: str,
    key: tuple[str, ...],
    session: str,
    wanted: Mapping[tuple[object, ...], Row],
) -> tuple[int, int, int]:
    """Make the rows of a session those that are wanted; return how many were added and so on."""
    found = rows(db, f"select * from [{table}] where session = ?", [session])  # noqa: S608 - our own names
    present = {tuple(row[name] for name in key): row for row in found}
    added = [row for identity, row in wanted.items() if identity not in present]
    changed = [
        row
        for identity, row in wanted.items()
        if identity in present and any(present[identity][name] != row[name] for name in row)
    ]
    gone = [identity for identity in present if identity not in wanted]
    where = " and ".join(f"[{name}] = ?" for name in key)
    for identity in gone:
        db.execute(f"delete from [{table}] where {where}", identity)  # noqa: S608 - our own names
    if added or changed:
        pk = "id" if table == "sessions" else key
        db.table(table).upsert_all([*added, *changed], pk=pk)
    return len(added), len(changed), len(gone)
