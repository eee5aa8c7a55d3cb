"""Buttons under records that editors write."""

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data import forms
from data.audit import Change
from data.changes import State
from data.edited import Mark
from data.forms import FORMS, Field
from data.forms.building import KIND, RECORD
from data.locales.words import Words
from data.records import Record
from data.session import Session
from data.work import Work
from handlers import callbacks
from handlers.keyboards import layout
from handlers.views.record_forms import label, title

LONG = 14


def ask(
    work: Work, field: Field, offered: Sequence[tuple[str, str]], words: Words
) -> InlineKeyboardMarkup | None:
    """Offer the choices of a field, to leave it out, the one before, and to stop."""
    draft, fields = work.draft.id, work.draft.fields
    buttons = [
        layout.button(name or _named(field, value, words), callbacks.FORM(draft, field.name, place))
        for place, (value, name) in enumerate(offered)
    ]
    wide = any(len(name) > LONG for _, name in offered)
    before = forms.previous(fields[KIND], fields) if RECORD not in fields else None
    skip = callbacks.FORM(draft, field.name, "skip")
    return layout.keyboard(
        *layout.in_rows(buttons, 1 if wide else 3),
        [layout.button(words.plain("form.button_skip"), skip) if field.optional else None],
        [
            layout.button(words.plain("button.back"), callbacks.FORM(draft, before.name, "back"))
            if before
            else None,
            _discard(draft, words),
        ],
        [_others(work, words) if not before and RECORD not in fields else None],
    )


def _named(field: Field, value: str, words: Words) -> str:
    if field.how == "day":
        return words.plain("digest.to_day", number=value)
    if field.how == "source_kind":
        return words.plain(f"form.source_kind_{value}")
    return words.plain("form.itself")


def _others(work: Work, words: Words) -> InlineKeyboardButton:
    kind = work.draft.fields[KIND]
    label_ = words.plain("form.button_list")
    return layout.button(label_, callbacks.OWN(work.session.id, kind, 0))


def _discard(draft: int, words: Words) -> InlineKeyboardButton:
    return layout.button(words.plain("edit.button_discard"), callbacks.DRAFT(draft, "discard", ""))


def preview(work: Work, words: Words) -> InlineKeyboardMarkup | None:
    """Offer what can become of a record."""
    draft = work.draft
    keep = callbacks.KEEP(draft.id, draft.version)
    return layout.keyboard(
        [layout.button(words.plain("edit.button_publish"), keep)],
        [
            layout.button(words.plain("edit.button_edit"), callbacks.DRAFT(draft.id, "edit", "")),
            _discard(draft.id, words),
        ],
    )


def fields(work: Work, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the fields of a record that is being written."""
    draft, kind = work.draft.id, work.draft.fields[KIND]
    buttons = [
        layout.button(label(kind, each.name, words), callbacks.FORM(draft, each.name, "again"))
        for each in FORMS[kind]
    ]
    again = layout.button(words.plain("edit.button_preview"), callbacks.DRAFT(draft, "done", ""))
    return layout.keyboard(*layout.in_rows(buttons, 2), [again, _discard(draft, words)])


def result(
    change: Change, after: State, session: Session, words: Words, *, can_undo: bool
) -> InlineKeyboardMarkup | None:
    """Offer to undo a change, to go on changing, and to see the record."""
    undo = layout.button(words.plain("edit.button_undo"), callbacks.UNDO_CHANGE(change.id))
    shown = after.record is not None
    place = session.id, after.kind, after.identity
    return layout.keyboard(
        [
            undo if can_undo else None,
            layout.button(words.plain("edit.button_edit"), callbacks.CHANGED(*place))
            if shown
            else None,
        ],
        [
            layout.button(
                words.plain("form.button_show"),
                callbacks.RECORDS[after.kind](session.id, after.identity),
            )
            if shown
            else None
        ],
        [_to_list(session.id, after.kind, words)],
    )


def to_list(session: str, kind: str, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the records of a kind."""
    return layout.keyboard([_to_list(session, kind, words)])


def _to_list(session: str, kind: str, words: Words) -> InlineKeyboardButton:
    return layout.button(words.plain("form.button_list"), callbacks.OWN(session, kind, 0))


def listing(  # noqa: PLR0913, PLR0917 - a page of a list, and what stands around it
    session: str,
    kind: str,
    shown: Sequence[Record],
    marks: Mapping[str, Mark],
    turned: Sequence[InlineKeyboardButton],
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer records; a pencil marks those that were written by message."""
    rows = [
        [
            layout.button(
                ("✎ " if each.identity in marks else "") + title(each.plain()),
                callbacks.CHANGED(session, kind, each.identity),
            )
        ]
        for each in shown
    ]
    summaries = layout.button(words.plain("edit.button_summaries"), callbacks.SUMMARIES(""))
    return layout.keyboard(*rows, turned, [summaries])


def record(session: str, kind: str, shown: Record, words: Words) -> InlineKeyboardMarkup | None:
    """Offer each field of a record, and to remove it."""
    place = session, kind, shown.identity
    buttons = [
        layout.button(label(kind, each.name, words), callbacks.CHANGED_FIELD(*place, each.name))
        for each in FORMS[kind]
    ]
    gone = layout.button(words.plain("form.button_remove"), callbacks.REMOVED(*place, ""))
    return layout.keyboard(*layout.in_rows(buttons, 2), [gone], [_to_list(session, kind, words)])


def remove(session: str, kind: str, name: str, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to remove a record, and to keep it."""
    return layout.keyboard(
        [
            layout.button(
                words.plain("form.button_remove"), callbacks.REMOVED(session, kind, name, "now")
            )
        ],
        [layout.button(words.plain("edit.button_keep"), callbacks.CHANGED(session, kind, name))],
    )
