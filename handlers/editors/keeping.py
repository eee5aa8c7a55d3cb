"""A record is kept, changed, removed; and each of these undone."""

from telegram import Update

from data import audit, changes, drafts, edited, forms, kinds
from data import session as sessions
from data.audit import Change
from data.forms.building import KIND, RECORD, STOOD
from data.records import Record
from data.session import Session
from data.store import durable
from data.work import Work
from handlers import callbacks, pages
from handlers.actors import Actor
from handlers.answer import answer
from handlers.callbacks import number_in
from handlers.context import Context
from handlers.door import Desk
from handlers.editors import cards, records, workspace
from handlers.keyboards import layout
from handlers.keyboards import records as keyboards
from handlers.refusals import Refusal
from handlers.views import record_forms as views

PER_PAGE = 8


async def keep(update: Update, context: Context, actor: Actor) -> None:
    """Keep the record that a button names, as it was shown."""
    number, version = callbacks.KEEP.read(update)
    found = workspace.owned(context, actor, number_in(number))
    if found.draft.kind != "record":
        raise Refusal("edit.draft_gone")
    if found.draft.is_alive:
        if found.draft.version != number_in(version):
            await records.go_on(update, context, found)
            return
        if _has_changed(context, found):
            await _show_both(update, context, found)
            return
        _keep(context, actor, found)
    made = drafts.get(context.db, found.draft.id)
    await _result(update, context, (made and made.revision) or 0)


def _keep(context: Context, actor: Actor, found: Work) -> None:
    now = context.clock.now()
    with durable(context.db):
        if context.first_time():
            try:
                built = forms.build(context.db, found.session, found.draft.fields)
            except forms.Unfit as error:
                raise Refusal(f"form.unfit_{error.reason}", most=0) from error
            number = changes.keep(context.db, found.session, built, actor.author, now)
            drafts.put(context.db, found.draft.id, "done", now, number)


def _has_changed(context: Context, found: Work) -> bool:
    """Tell whether a record stands otherwise by now than when its change was begun."""
    fields = found.draft.fields
    if RECORD not in fields:
        return False
    stands = kinds.get(context.db, found.session.id, fields[KIND], fields[RECORD])
    return stands is None or stands.as_json() != fields[STOOD]


async def _show_both(update: Update, context: Context, found: Work) -> None:
    """Show how a record stands by now; the editor's change is made on it when asked for again."""
    fields = found.draft.fields
    stands = kinds.get(context.db, found.session.id, fields[KIND], fields[RECORD])
    if stands is None:
        raise Refusal("form.removed_meanwhile")
    with durable(context.db):
        if context.first_time():
            held = {**fields, STOOD: stands.as_json()}
            drafts.fill(context.db, found.draft.id, held, context.clock.now())
            drafts.put(context.db, found.draft.id, "shown", context.clock.now())
    again = records.again(context, found)
    by_now = cards.card(context, found.session, fields[KIND], stands)
    built = forms.build(context.db, found.session, again.draft.fields)
    mine = cards.preview(context, found.session, fields[KIND], built)
    text = views.both(by_now, mine, context.words)
    await answer(update, context, text, keyboards.preview(again, context.words))


async def _result(update: Update, context: Context, number: int) -> None:
    change, session = _change(context, number)
    after, before = changes.state_in(change.after), changes.state_in(change.before)
    if after is None or before is None:
        raise Refusal("edit.draft_gone")
    can_undo = changes.can_undo(context.db, change)
    text = views.result(change, after, before, context.words)
    keyboard = keyboards.result(change, after, session, context.words, can_undo=can_undo)
    await answer(update, context, text, keyboard)


def _change(context: Context, number: int) -> tuple[Change, Session]:
    change = audit.get(context.db, number)
    session = sessions.get(context.db, (change and change.session) or "")
    if change is None or session is None:
        raise Refusal("edit.draft_gone")
    return change, session


async def undo(update: Update, context: Context, actor: Actor) -> None:
    """Undo a change of a record, where the record stands as the change left it."""
    (number,) = callbacks.UNDO_CHANGE.read(update)
    change, session = _change(context, number_in(number))
    with durable(context.db):
        if changes.can_undo(context.db, change) and context.first_time():
            changes.undo(context.db, change, actor.author, context.clock.now())
    after = changes.state_in(change.after)
    if after is None or not changes.is_undone(context.db, change):
        raise Refusal("form.changed_since")
    keyboard = keyboards.to_list(session.id, after.kind, context.words)
    await answer(update, context, views.undone(after, context.words), keyboard)


async def show_list(update: Update, context: Context, actor: Actor) -> None:
    """Show the records of a kind, to be changed or removed."""
    del actor
    identity, kind, asked = callbacks.OWN.read(update)
    session = context.session_named(identity)
    if kind not in forms.FORMS:
        raise Refusal("edit.draft_gone")
    every = list(reversed(kinds.every(context.db, session.id, kind)))
    shown, page, total = pages.of_list(every, pages.number(asked), PER_PAGE)
    marks = edited.marks(context.db, session.id, kind)
    turned = layout.pages(callbacks.OWN, (session.id, kind), page, total, context.words)
    text = views.listing(session, kind, len(every), context.words)
    keyboard = keyboards.listing(session.id, kind, shown, marks, turned, context.words)
    await answer(update, context, text, keyboard)


async def show_record(update: Update, context: Context, actor: Actor) -> None:
    """Show a record with its fields as buttons, and *Remove*."""
    del actor
    session, kind, record = _record(context, *callbacks.CHANGED.read(update))
    text = views.record(cards.card(context, session, kind, record), context.words)
    keyboard = keyboards.record(session.id, kind, record, context.words)
    await answer(update, context, text, keyboard)


async def change_field(update: Update, context: Context, actor: Actor) -> None:
    """Begin to change one field of a record."""
    identity, kind, name, field = callbacks.CHANGED_FIELD.read(update)
    session, kind, record = _record(context, identity, kind, name)
    if forms.field_of(kind, field) is None:
        raise Refusal("edit.draft_gone")
    with durable(context.db):
        if context.first_time():
            fields = forms.started_from(record, kind)
            del fields[field]
            drafts.begin(
                context.db,
                editor=actor.id,
                kind="record",
                session=session.id,
                act="change",
                fields=fields,
                now=context.clock.now(),
            )
    await records.go_on(update, context, records.newest(context, actor))


async def remove(update: Update, context: Context, actor: Actor) -> None:
    """Remove a record, once that was asked for twice."""
    identity, kind, name, what = callbacks.REMOVED.read(update)
    if what != "now":
        session, kind, record = _record(context, identity, kind, name)
        text = views.remove(cards.card(context, session, kind, record), context.words)
        await answer(update, context, text, keyboards.remove(session.id, kind, name, context.words))
        return
    session, number = context.session_named(identity), None
    if kind not in forms.FORMS:
        raise Refusal("edit.draft_gone")
    with durable(context.db):
        if context.first_time():
            now = context.clock.now()
            number = changes.remove(context.db, session, kind, name, actor.author, now)
    if number is None:
        number = _last_removal(context, session, kind, name)
    await _result(update, context, number)


def _last_removal(context: Context, session: Session, kind: str, name: str) -> int:
    subject = f"{kind} {name}"
    for each in audit.newest(context.db, 50):
        if (each.act, each.session, each.subject) == ("removed", session.id, subject):
            return each.id
    raise Refusal("edit.draft_gone")


def _record(context: Context, identity: str, kind: str, name: str) -> tuple[Session, str, Record]:
    session = sessions.get(context.db, identity)
    record = kinds.get(context.db, identity, kind, name) if kind in forms.FORMS else None
    if session is None or record is None:
        raise Refusal("edit.draft_gone")
    return session, kind, record


DESK = Desk(
    buttons={
        callbacks.KEEP: keep,
        callbacks.UNDO_CHANGE: undo,
        callbacks.OWN: show_list,
        callbacks.CHANGED: show_record,
        callbacks.CHANGED_FIELD: change_field,
        callbacks.REMOVED: remove,
    }
)
