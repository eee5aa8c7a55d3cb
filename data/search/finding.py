"""Finding records by the words of a question."""

import re
from collections.abc import Sequence

from markupsafe import Markup
from sqlite_utils import Database

from data import kinds, likeness
from data.records import Record
from data.search.hits import Hit

TITLES = ("title", "name", "headline", "person", "donor", "label", "term", "who", "about", "text")


def find(
    db: Database,
    session: str,
    words: str,
    *,
    limit: int = 50,
    kinds: Sequence[str] | None = None,
) -> list[Hit]:
    """Return the records that hold one of the words, the best first."""
    asked = {w for w in likeness.folded(words).split() if len(w) > 2}
    found = []
    for kind in kinds or [k for k in _KINDS if k not in {"source", "topic"}]:
        for record in _every(db, session, kind):
            title, text = _texts(record)
            have_title, have = set(likeness.folded(title).split()), set(_all(text))
            score = sum(3.0 * (w in have_title) + 1.0 * (w in have) for w in asked)
            if score:
                found.append(
                    Hit(
                        kind,
                        record.identity,
                        score,
                        title,
                        _marked(title, asked),
                        _marked(text[:160], asked),
                    )
                )
    return sorted(found, key=lambda hit: -hit.score)[:limit]


def answerable(hits: Sequence[Hit], question: str) -> bool:
    """Say whether the best hit answers the question."""
    asked = [w for w in likeness.folded(question).split() if len(w) > 3]
    return bool(hits) and bool(asked) and hits[0].score >= len(asked) * 0.9


_KINDS = kinds.KINDS


def _every(db: Database, session: str, kind: str) -> list[Record]:
    return kinds.every(db, session, kind) if kind != "session" else []


def _texts(record: Record) -> tuple[str, str]:
    fields = record.model_dump(mode="json", exclude={"id", "url", "sources"}, exclude_none=True)
    title = next((str(fields[name]) for name in TITLES if name in fields), record.identity)
    return title, " ".join(map(str, fields.values()))


def _all(text: str) -> list[str]:
    return [
        w
        for start in range(0, len(text), 200)
        for w in likeness.folded(text[start : start + 200]).split()
    ]


def _marked(text: str, asked: set[str]) -> Markup:
    parts = re.split(r"(\w+)", text)
    return Markup("").join(
        Markup("<b>{}</b>").format(part) if likeness.folded(part) in asked else Markup.escape(part)
        for part in parts
    )
