"""What somebody answered when a field was asked for, read and checked."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, Literal

from babel.numbers import get_currency_name
from sqlite_utils import Database

from data import dates, days, likeness, names, sources, states, topics
from data.forms.choices import KINDS_OF_SOURCES
from data.forms.fields import NEW, Field
from data.records import PARTIAL_DATE, rows
from data.session import Session

Reason = Literal[
    "empty",
    "long",
    "number",
    "amount",
    "currency",
    "date",
    "day",
    "state",
    "topic",
    "address",
    "source",
    "source_kind",
]
_SYMBOLS: Final = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_SCALES: Final = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
_AMOUNT: Final = re.compile(
    r"(?P<whole>\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+|\d+)(?:[.,](?P<part>\d{1,2}))?"
    r"\s*(?P<scale>k|thousand|million|m)?",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"https?://[^\s<>]+")
_BARE: Final = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?")
_MOST: Final = 2**62


class Unfit(ValueError):  # noqa: N818 - it is the answer, not the program
    """An answer that cannot stand in its field; ``reason`` says why."""

    def __init__(self, reason: Reason) -> None:
        """Say why."""
        super().__init__(reason)
        self.reason: Reason = reason


def read(db: Database, session: Session, field: Field, text: str, today: date) -> dict[str, Any]:
    """Return what an answer fills in: its field, and what else it says (an amount's currency).

    Raises:
        Unfit: for what cannot stand in the field.
    """
    told = _clean(text, lines=field.how == "text")
    if not told:
        raise Unfit("empty")
    if len(told) > field.most:
        raise Unfit("long")
    if field.how in {"line", "text", "open"}:
        return {field.name: told}
    if field.how == "amount":
        return _amount(told)
    if field.how == "source":
        return _source(db, session, told)
    return {field.name: _READERS[field.how](db, session, told, today)}


def itself(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers of a publication that is its own source."""
    author = {"source_publisher": fields["author"]} if fields.get("author") else {}
    return {
        "source": NEW,
        "source_url": fields["url"],
        "source_title": fields["title"],
        **author,
    }


def _clean(text: str, *, lines: bool) -> str:
    kept = "".join(
        each if each == "\n" or unicodedata.category(each) != "Cc" else " " for each in text
    )
    return kept.strip() if lines else " ".join(kept.split())


def _number(_db: Database, _session: Session, told: str, _today: date) -> int:
    plain = re.sub(r"[\s,.'\u00a0\u202f]", "", told)
    if not plain.isdecimal() or len(plain) > 12:
        raise Unfit("number")
    return int(plain)


def _amount(told: str) -> dict[str, Any]:
    match = _AMOUNT.search(told)
    if match is None:
        raise Unfit("amount")
    scale = _SCALES.get((match["scale"] or "").lower(), 1)
    whole = int(re.sub(r"\D", "", match["whole"]))
    part = match["part"] or ""
    amount = whole * scale + (int(part) * scale // 10 ** len(part) if part else 0)
    if not 0 < amount < _MOST:
        raise Unfit("amount")
    rest = told[: match.start()] + told[match.end() :]
    currency = _currency_in(rest)
    return {"amount": amount, **({"currency": currency} if currency else {})}


def _currency_in(text: str) -> str | None:
    symbol = next((code for sign, code in _SYMBOLS.items() if sign in text), None)
    code = re.search(r"\b[A-Z]{3}\b", text)
    return symbol or (code[0] if code and _is_currency(code[0]) else None)


def _is_currency(code: str) -> bool:
    return get_currency_name(code, locale="en") != code


def _currency(_db: Database, _session: Session, told: str, _today: date) -> str:
    code = _SYMBOLS.get(told, told.upper())
    if not re.fullmatch("[A-Z]{3}", code) or not _is_currency(code):
        raise Unfit("currency")
    return code


def _date(db: Database, session: Session, told: str, today: date) -> str:
    if match := PARTIAL_DATE.fullmatch(told):
        try:
            date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
        except ValueError as error:
            raise Unfit("date") from error
        return told
    meant = dates.meant(told, session, days.every(db, session.id), today) or []
    if len(meant) != 1:
        raise Unfit("date")
    return meant[0].isoformat()


def _day(db: Database, session: Session, told: str, today: date) -> int:
    every = days.every(db, session.id)
    meant = dates.meant(told, session, every, today) or []
    found = [day.number for day in every if day.date in meant]
    if len(found) != 1:
        raise Unfit("day")
    return found[0]


def _state(db: Database, session: Session, told: str, _today: date) -> str:
    every = states.every(db, session.id)
    found = [each for each in every if each.id == told] or likeness.meant(
        told, every, names.of_state
    )
    if len(found) != 1:
        raise Unfit("state")
    return found[0].id


def _topic(db: Database, session: Session, told: str, _today: date) -> str:
    every = topics.every(db, session.id)
    asked = likeness.folded(told)
    found = [each.id for each in every if told == each.id or asked == likeness.folded(each.title)]
    if not found:
        raise Unfit("topic")
    return found[0]


def _address(_db: Database, _session: Session, told: str, _today: date) -> str:
    address = told if "://" in told else f"https://{told}" if _BARE.fullmatch(told) else ""
    if not _ADDRESS.fullmatch(address):
        raise Unfit("address")
    return address


def _source(db: Database, session: Session, told: str) -> dict[str, Any]:
    """Take the id of a source, or its address: one that is known, or a new one."""
    if sources.named(db, session.id, [told]):
        return {"source": told}
    try:
        address = _address(db, session, told, session.start)
    except Unfit as error:
        raise Unfit("source") from error
    known = rows(db, "select id from sources where session = ? and url = ?", [session.id, address])
    if known:
        return {"source": known[0]["id"]}
    return {"source": NEW, "source_url": address}


def _source_kind(_db: Database, _session: Session, told: str, _today: date) -> str:
    if told not in KINDS_OF_SOURCES:
        raise Unfit("source_kind")
    return told


_READERS: Final[dict[str, Callable[[Database, Session, str, date], Any]]] = {
    "number": _number,
    "currency": _currency,
    "date": _date,
    "day": _day,
    "state": _state,
    "topic": _topic,
    "address": _address,
    "source_kind": _source_kind,
}
