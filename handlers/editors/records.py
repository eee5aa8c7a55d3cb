"""``/addoutcome``, ``/addpledge``, ``/addelection``, ``/adddocument``: field by field."""

from functools import partial
from typing import Any

from telegram import Message, Update

from data import drafts, forms, work
from data.drafts import Draft
from data.forms import Field, Unfit
from data.forms.answers import itself
from data.forms.building import KIND
from data.richtext import RichText
from data.session import Session
from data.store import durable, writing
from data.work import Work
from handlers import callbacks
from handlers.actors import Actor
from handlers.answer import answer
from handlers.callbacks import number_in
from handlers.context import Context
from handlers.door import Act, Desk
from handlers.editors import cards, workspace
from handlers.keyboards import records as keyboards
from handlers.refusals import Refusal
from handlers.views import record_forms as views


async def begin(kind: str, update: Update, context: Context, actor: Actor) -> None:
    """Begin a record; what stands behind the command is its first field."""
    if not isinstance(update.effective_message, Message):
        return
    session, told = context.session, {}
    if context.asked:
        told = _read(context, session, forms.FORMS[kind][0], context.asked)
    with durable(context.db):
        if context.first_time():
            drafts.begin(
                context.db,
                editor=actor.id,
                kind="record",
                session=session.id,
                act="add",
                fields={KIND: kind, **told},
                now=context.clock.now(),
            )
    await go_on(update, context, newest(context, actor))


def newest(context: Context, actor: Actor) -> Work:
    """Return the record that this editor touched last. Raises ``Refusal`` where there is none."""
    mine = [each for each in drafts.of_editor(context.db, actor.id) if each.kind == "record"]
    found = work.gather(context.db, mine[0].id) if mine else None
    if found is None:
        raise Refusal("edit.draft_gone")
    return found


async def take_text(
    update: Update, context: Context, actor: Actor, draft: Draft, text: RichText
) -> None:
    """Take a message as the answer to the field that is asked for."""
    await _take(update, context, workspace.owned(context, actor, draft.id), text.text)


async def _take(update: Update, context: Context, found: Work, text: str) -> None:
    field = _asked(found)
    if field is None:
        await go_on(update, context, found)
        return
    told = _read(context, found.session, field, text)
    await _fill(update, context, found, told)


def _read(context: Context, session: Session, field: Field, text: str) -> dict[str, Any]:
    """Read an answer to a field. Raises ``Refusal`` where it cannot stand there."""
    today = session.today(context.clock.now())
    try:
        return forms.read(context.db, session, field, text, today)
    except Unfit as error:
        raise Refusal(f"form.unfit_{error.reason}", most=field.most) from error


async def tap(update: Update, context: Context, actor: Actor) -> None:
    """Take a choice for a field, pass it over, or go back to it."""
    number, name, chosen = callbacks.FORM.read(update)
    found = workspace.owned(context, actor, number_in(number))
    kind = found.draft.fields.get(KIND, "")
    field = forms.field_of(kind, name) if kind in forms.FORMS else None
    if not found.draft.is_alive or field is None:
        raise Refusal("edit.draft_over")
    if chosen == "skip" and field.optional:
        await _fill(update, context, found, {field.name: None})
    elif chosen in {"back", "again"}:
        await _ask_again(update, context, found, field)
    else:
        await _fill(update, context, found, _chosen(context, found, field, chosen))


def _chosen(context: Context, found: Work, field: Field, chosen: str) -> dict[str, Any]:
    fields = found.draft.fields
    offered = forms.choices(context.db, found.session, fields[KIND], field, fields)
    place = number_in(chosen)
    if not chosen.isdecimal() or place >= len(offered):
        raise Refusal("edit.draft_gone")
    value = offered[place][0]
    if field.how == "source" and value == forms.NEW:
        return itself(fields)
    return _read(context, found.session, field, value)


async def _fill(update: Update, context: Context, found: Work, told: dict[str, Any]) -> None:
    with durable(context.db):
        if context.first_time():
            fields = {**found.draft.fields, **told}
            drafts.fill(context.db, found.draft.id, fields, context.clock.now())
    await go_on(update, context, again(context, found))


async def _ask_again(update: Update, context: Context, found: Work, field: Field) -> None:
    with durable(context.db):
        fields = {n: v for n, v in found.draft.fields.items() if n != field.name}
        if field.how == "source":
            fields = {n: v for n, v in fields.items() if not n.startswith("source_")}
        drafts.fill(context.db, found.draft.id, fields, context.clock.now())
    await go_on(update, context, again(context, found))


async def go_on(update: Update, context: Context, found: Work) -> None:
    """Ask for the next field; where all are answered, show the record as it will be read."""
    field = _asked(found)
    if field is None:
        await _preview(update, context, found)
        return
    with writing(context.db):
        drafts.reopen(context.db, found.draft, context.clock.now())
    fields = found.draft.fields
    offered = forms.choices(context.db, found.session, fields[KIND], field, fields)
    text = views.ask(found, field, _named(context, found), context.words)
    keyboard = keyboards.ask(found, field, offered, context.words)
    await answer(update, context, text, keyboard)


async def _preview(update: Update, context: Context, found: Work) -> None:
    with writing(context.db):
        drafts.put(context.db, found.draft.id, "shown", context.clock.now())
    try:
        built = forms.build(context.db, found.session, found.draft.fields)
    except Unfit as error:
        raise Refusal(f"form.unfit_{error.reason}", most=0) from error
    shown = cards.preview(context, found.session, found.draft.fields[KIND], built)
    text = views.preview(found, shown, context.words)
    await answer(update, context, text, keyboards.preview(found, context.words))


async def show_fields(update: Update, context: Context, found: Work) -> None:
    """Offer the fields of a record that was shown, to be answered anew; else ask for the next."""
    if _asked(found) is not None:
        await go_on(update, context, found)
        return
    text = views.fields(found, _named(context, found), context.words)
    await answer(update, context, text, keyboards.fields(found, context.words))


def _named(context: Context, found: Work) -> dict[str, Any]:
    return forms.named(context.db, found.session, found.draft.fields)


def _asked(found: Work) -> Field | None:
    return forms.following(found.draft.fields.get(KIND, "outcome"), found.draft.fields)


def again(context: Context, found: Work) -> Work:
    """Return a draft as it stands by now. Raises ``Refusal`` where it is gone."""
    made = work.gather(context.db, found.draft.id)
    if made is None:
        raise Refusal("edit.draft_gone")
    return made


COMMANDS: dict[str, Act] = {f"add{kind}": partial(begin, kind) for kind in forms.FORMS}
DESK = Desk(commands=COMMANDS, buttons={callbacks.FORM: tap})
