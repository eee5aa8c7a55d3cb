"""What editors see while they write a record, field by field."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from data.audit import Change
from data.changes import State
from data.forms import FORMS, Field
from data.forms.building import KIND, RECORD
from data.locales.words import Words
from data.session import Session
from data.work import Work
from handlers.views import layout, titles

SHOWN = 80
_NAMED_BY = ("title", "donor", "person", "id")


def subject(work: Work, words: Words) -> str:
    """Return what is being written: *New outcome*, *Outcome*."""
    kind = work.draft.fields.get(KIND, "outcome")
    named = words.plain(f"kind.{kind}")
    return named if RECORD in work.draft.fields else words.plain("form.new", kind=named)


def ask(work: Work, field: Field, shown: Mapping[str, Any], words: Words) -> Markup:
    """Ask for a field; what was answered stands above, as it is ``shown``."""
    kind = work.draft.fields[KIND]
    return layout.stacked(
        layout.heading(f"{work.session.short_name} · {subject(work, words)}"),
        _answered(shown, words) if RECORD not in work.draft.fields else None,
        layout.lines(
            layout.heading(label(kind, field.name, words)),
            words(f"form.ask_{field.how}", most=field.most),
            words("form.may_be_left_out") if field.optional else None,
        ),
    )


def label(kind: str, name: str, words: Words) -> str:
    """Return what a field is called."""
    del kind
    return words.plain(f"form.field_{name}")


def _answered(fields: Mapping[str, Any], words: Words) -> Markup | None:
    rows = [
        words(
            "form.answered",
            field=label(fields[KIND], each.name, words),
            answer=_shown(fields[each.name]),
        )
        for each in FORMS[fields[KIND]]
        if fields.get(each.name) is not None
    ]
    return layout.lines(*rows) if rows else None


def _shown(value: object) -> Markup:
    return titles.opening(" ".join(str(value).split()), SHOWN)


def preview(work: Work, card: Markup, words: Words) -> Markup:
    """Show a record as it will be read."""
    return layout.stacked(card, words("form.preview", kind=subject(work, words)))


def fields(work: Work, shown: Mapping[str, Any], words: Words) -> Markup:
    """Ask which field shall be answered anew."""
    return layout.stacked(
        layout.heading(subject(work, words)), _answered(shown, words), words("form.which_field")
    )


def both(by_now: Markup, mine: Markup, words: Words) -> Markup:
    """Show how a record stands by now, and how it would stand."""
    return layout.stacked(words("form.changed_meanwhile"), by_now, words("form.with_yours"), mine)


def result(change: Change, after: State, before: State, words: Words) -> Markup:
    """Say what was done with a record."""
    named = title(after.record or before.record or {})
    return layout.lines(
        words(f"form.done_{change.act}", kind=words.plain(f"kind.{after.kind}"), title=named),
        words("form.found_at_once") if after.record else words("form.stays_away"),
    )


def undone(after: State, words: Words) -> Markup:
    """Say that a change was undone."""
    return words("form.undone", kind=words.plain(f"kind.{after.kind}"))


def title(record: Mapping[str, Any]) -> str:
    """Return what a record goes by."""
    return str(next((record[name] for name in _NAMED_BY if record.get(name)), ""))


def listing(session: Session, kind: str, number: int, words: Words) -> Markup:
    """Head the records of a kind."""
    return layout.lines(
        words("form.list", session=session.short_name, kind=words.plain(f"kind.{kind}")),
        words.count("form.list_count", number) if number else words("list.nothing"),
    )


def record(card: Markup, words: Words) -> Markup:
    """Show a record, to be changed or removed."""
    return layout.stacked(card, words("form.what_to_change"))


def remove(card: Markup, words: Words) -> Markup:
    """Ask whether a record shall be removed."""
    return layout.stacked(card, words("form.remove"))
