"""A record made of the answers to its form, fit to be kept, loaded and exported."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlite_utils import Database

from data import days, edited, kinds, likeness, names, states
from data.checking import ValidationError, checked
from data.content.fitting import LONGEST_IDS, RESERVED
from data.forms.answers import Unfit
from data.forms.fields import BESIDE, FORMS, NEW
from data.records import Record
from data.session import Session
from data.sources import Source

# Beside its fields, a draft of a record keeps its kind and, of one that is changed, its id and how
# it stood.
KIND: Final = "_kind"
RECORD: Final = "_record"
STOOD: Final = "_stood"
_NAMED_BY: Final = ("title", "donor", "person")


@dataclass(frozen=True, slots=True)
class Built:
    """A record, and the source that is added with it, where it names a new one."""

    record: Record
    source: Source | None


def started_from(record: Record, kind: str) -> dict[str, Any]:
    """Return the fields of a draft that changes a record: all answered as they stand."""
    held = record.as_json()
    fields = {each.name: held.get(each.name) for each in FORMS[kind] if each.name != "source"}
    first = next(iter(held.get("sources") or ()), None)
    return {**fields, "source": first, KIND: kind, RECORD: record.identity, STOOD: held}


def build(db: Database, session: Session, fields: dict[str, Any]) -> Built:
    """Make the record that the fields of a draft describe.

    Raises:
        Unfit: where the answers do not go together.
    """
    kind = fields[KIND]
    model = kinds.KINDS[kind]
    source = _new_source(db, session, fields) if fields.get("source") == NEW else None
    asked = {each.name for each in FORMS[kind]}
    values = {name: fields.get(name) for name in asked if name in model.fields}
    stood = dict(fields.get(STOOD) or {})
    first = source.id if source else str(fields.get("source"))
    others = [each for each in stood.get("sources") or () if each != first]
    written = {
        **stood,
        **values,
        "id": fields.get(RECORD) or _free(db, session, kind, _named(fields)),
        "sources": [first, *others],
        **_follows(db, session, kind, fields, stood),
    }
    try:
        record = checked(model, {name: v for name, v in written.items() if v is not None})
    except ValidationError as error:
        raise Unfit("empty") from error
    return Built(record, source)


def _follows(
    db: Database, session: Session, kind: str, fields: dict[str, Any], stood: dict[str, Any]
) -> dict[str, Any]:
    """Return what follows from the answers: a day's date, a donor's state."""
    found: dict[str, Any] = {}
    if kind in {"outcome", "election"} and fields.get("day") is not None:
        day = days.get(db, session.id, fields["day"])
        if day is None:
            raise Unfit("day")
        found["date"] = day.date.isoformat()
    elif kind == "outcome" and stood.get("day") is not None:
        found["date"] = None
    if kind == "pledge" and fields.get("donor") != stood.get("donor"):
        every = states.every(db, session.id)
        asked = likeness.folded(fields["donor"])
        found["state"] = next(
            (e.id for e in every if asked in map(likeness.folded, names.of_state(e))), None
        )
    return found


def _new_source(db: Database, session: Session, fields: dict[str, Any]) -> Source:
    title = str(fields["source_title"])
    try:
        return checked(
            Source,
            {
                "id": _free(db, session, "source", title),
                "kind": fields["source_kind"],
                "publisher": fields["source_publisher"],
                "title": title,
                "url": fields["source_url"],
            },
        )
    except ValidationError as error:
        raise Unfit("source") from error


def _named(fields: dict[str, Any]) -> str:
    return str(next(fields[name] for name in _NAMED_BY if fields.get(name)))


def _free(db: Database, session: Session, kind: str, title: str) -> str:
    """Return an id that no record of the kind has, made of the words of a title."""
    most = LONGEST_IDS - len(session.id)
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain) or [kind]
    whole = "-".join(words)[: most - 4].strip("-")
    return next(each for each in _tried(whole) if _is_free(db, session, kind, each))


def _tried(whole: str) -> Iterator[str]:
    yield whole
    number = 2
    while True:
        yield f"{whole}-{number}"
        number += 1


def _is_free(db: Database, session: Session, kind: str, identity: str) -> bool:
    taken = kinds.get(db, session.id, kind, identity) is not None
    return not taken and identity != RESERVED and identity not in edited.marks(db, session.id, kind)


def without_beside(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the answers of a draft alone."""
    return {name: value for name, value in fields.items() if not name.startswith(BESIDE)}
