"""Where a name is mentioned: the records whose text holds it as a word of its own."""

import re
from collections.abc import Sequence

from sqlite_utils import Database

from data import days, kinds
from data.days import Day
from data.records import Record, rows

KINDS = ("outcome", "resolution", "election", "pledge", "day", "event", "statement", "document")
_UNNAMED = {"id", "url", "sources"}


def of_names(
    db: Database, session: str, names: Sequence[str], wanted: Sequence[str] = KINDS
) -> list[tuple[str, Record]]:
    """Return kind and record of what mentions one of ``names``, in the order of ``wanted``.

    Names count as they are written, so that *US* is not found in *asked us*.
    """
    if not names:
        return []
    whole = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    return [
        (kind, record)
        for kind in wanted
        for record in _candidates(db, session, kind, names)
        if whole.search(_text(db, session, record))
    ]


def _candidates(db: Database, session: str, kind: str, names: Sequence[str]) -> list[Record]:
    """Let SQLite find the rows that hold a name anywhere, since few of many do."""
    model = kinds.KINDS[kind]
    columns = [name for name in model.fields if name not in _UNNAMED]
    text = " || ' ' || ".join(f"coalesce([{column}], '')" for column in columns)
    if model is Day:
        text += (
            " || coalesce((select group_concat(s.text, ' ') from summaries s"
            " where s.session = t.session and s.day = t.number), '')"
        )
    found = " or ".join(f"instr({text}, ?)" for _ in names)
    query = f"select * from {model.table} t where session = ? and ({found}) order by position"  # noqa: S608 - our own names
    return [model.from_row(row) for row in rows(db, query, [session, *names])]


def _text(db: Database, session: str, record: Record) -> str:
    fields = record.as_json().items()
    held = [str(value) for name, value in fields if name not in _UNNAMED and value is not None]
    summary = days.summary(db, session, record.number) if isinstance(record, Day) else None
    return " ".join([*held, summary.text if summary else ""])
