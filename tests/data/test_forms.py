"""Records by message: what is answered is read, checked, and made into a record."""

from datetime import date
from typing import Any

import pytest
from sqlite_utils import Database

from data import forms, outcomes
from data import session as sessions
from data.forms import NEW, Unfit
from data.session import Session

TODAY = date(2013, 11, 22)
OUTCOME = {
    "_kind": "outcome",
    "title": "Leaders may be excused!",
    "text": "They may ask.",
    "topic": "rules",
    "day": 7,
    "symbol": None,
    "source": "cicc-page",
}


@pytest.fixture
def asp12(db: Database) -> Session:
    found = sessions.get(db, "asp12")
    assert found
    return found


def read(db: Database, session: Session, kind: str, name: str, text: str) -> Any:
    field = forms.field_of(kind, name)
    assert field
    return forms.read(db, session, field, text, TODAY)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("300000", 300_000, None),
        ("300,000", 300_000, None),
        ("€ 1.2 million", 1_200_000, "EUR"),
        ("1 500 000 CHF", 1_500_000, "CHF"),
        ("£1.000.000", 1_000_000, "GBP"),
        ("500k", 500_000, None),
        ("USD 2m", 2_000_000, "USD"),
    ],
)
def test_amounts_are_read_as_they_are_written(
    db: Database, asp12: Session, text: str, amount: int, currency: str | None
) -> None:
    told = {"amount": amount, **({"currency": currency} if currency else {})}
    assert read(db, asp12, "pledge", "amount", text) == told


@pytest.mark.parametrize(
    ("kind", "name", "text", "kept"),
    [
        ("pledge", "currency", "eur", "EUR"),
        ("pledge", "years", "4", 4),
        ("election", "day", "Sat 23 Nov", 4),
        ("election", "day", "4", 4),
        ("election", "state", "Trinidad and Tobago", "tt"),
        ("election", "state", "Dutch", "nl"),
        ("document", "date", "today", "2013-11-22"),
        ("document", "date", "2013-11", "2013-11"),
        ("document", "url", "www.icc-cpi.int/asp", "https://www.icc-cpi.int/asp"),
        ("outcome", "topic", "rules", "rules"),
        ("outcome", "title", "  One\n two ", "One two"),
        ("outcome", "text", "One.\n\nTwo.", "One.\n\nTwo."),
    ],
)
def test_answers_are_read(
    db: Database, asp12: Session, kind: str, name: str, text: str, kept: object
) -> None:
    assert read(db, asp12, kind, name, text) == {name: kept}


@pytest.mark.parametrize(
    ("kind", "name", "text", "reason"),
    [
        ("pledge", "amount", "much", "amount"),
        ("pledge", "amount", "0", "amount"),
        ("pledge", "currency", "XYZ", "currency"),
        ("pledge", "years", "some", "number"),
        ("election", "day", "99", "day"),
        ("election", "state", "Atlantis", "state"),
        ("document", "date", "2013-13", "date"),
        ("document", "url", "javascript:alert(1)", "address"),
        ("outcome", "topic", "weather", "topic"),
        ("outcome", "title", " \x07 ", "empty"),
        ("outcome", "title", "a" * 121, "long"),
        ("outcome", "source", "somewhere", "source"),
    ],
)
def test_answers_that_do_not_fit_are_refused(
    db: Database, asp12: Session, kind: str, name: str, text: str, reason: str
) -> None:
    with pytest.raises(Unfit) as raised:
        read(db, asp12, kind, name, text)
    assert raised.value.reason == reason


def test_a_source_is_known_by_its_address_or_new(db: Database, asp12: Session) -> None:
    query = "select url from sources where session = 'asp12' and id = 'cicc-page'"
    (known,) = db.execute(query).fetchone()
    assert read(db, asp12, "outcome", "source", known) == {"source": "cicc-page"}
    assert read(db, asp12, "outcome", "source", "https://e.org/new") == {
        "source": NEW,
        "source_url": "https://e.org/new",
    }


def test_fields_are_asked_for_in_order_and_those_of_a_new_source_last() -> None:
    fields: dict[str, Any] = {}
    asked = []
    while field := forms.following("outcome", fields):
        asked.append(field.name)
        fields[field.name] = NEW if field.name == "source" else "x"
    assert asked[-4:] == ["source", "source_publisher", "source_title", "source_kind"]
    assert forms.previous("outcome", {"title": "x"}) == forms.field_of("outcome", "title")
    assert forms.previous("outcome", {}) is None


def test_a_record_is_made_of_the_answers(db: Database, asp12: Session) -> None:
    built = forms.build(db, asp12, OUTCOME)
    assert built.source is None
    assert {name: one for name, one in built.record.as_json().items() if one is not None} == {
        "id": "leaders-may-be-excused",
        "topic": "rules",
        "title": "Leaders may be excused!",
        "text": "They may ask.",
        "date": "2013-11-27",
        "day": 7,
        "confidence": "high",
        "sources": ["cicc-page"],
    }


def test_an_id_is_never_taken_twice(db: Database, asp12: Session) -> None:
    titled = {**OUTCOME, "title": "Excusal from trial"}
    assert outcomes.get(db, "asp12", "excusal-from-trial")
    assert forms.build(db, asp12, titled).record.identity == "excusal-from-trial-2"
    arabic = {**OUTCOME, "title": "قرار"}
    assert forms.build(db, asp12, arabic).record.identity == "outcome"
    long = {**OUTCOME, "title": "word " * 20}
    assert len(forms.build(db, asp12, long).record.identity) <= 35


def test_a_pledge_knows_the_state_of_its_donor(db: Database, asp12: Session) -> None:
    fields = {
        "_kind": "pledge",
        "donor": "The Netherlands",
        "recipient": "Trust Fund for Victims",
        "amount": 5,
        "currency": "EUR",
        "source": "cicc-page",
    }
    built = forms.build(db, asp12, {**fields, "donor": "Netherlands"})
    assert getattr(built.record, "state", None) == "nl"


def test_what_is_changed_keeps_what_was_not_asked_for(db: Database, asp12: Session) -> None:
    stood = outcomes.get(db, "asp12", "excusal-from-trial")
    assert stood
    fields = {**forms.started_from(stood, "outcome"), "title": "Another title"}
    changed = forms.build(db, asp12, fields).record
    assert changed == stood.replaced(title="Another title")
