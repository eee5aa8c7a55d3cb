"""What an editor sends without a command: a part of a draft, a summary that opens with its day."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from telegram import Message, Update

from data import dates, days, drafts, openings, parts, richtext, seams, work
from data import session as sessions
from data.drafts import Draft
from data.openings import Opening
from data.parts import Source
from data.richtext import RichText
from data.store import durable, writing
from handlers.actors import Actor
from handlers.answer import answer, send_below
from handlers.context import Context
from handlers.door import Desk
from handlers.editors import counting, intake, records, retracting, workspace
from handlers.editors.deciding import choose_day
from handlers.editors.writing import SHORT, begin_with, put, the_one
from handlers.keyboards import editing as keyboards
from handlers.refusals import Refusal
from handlers.views import editing as views

TakeText = Callable[[Update, Context, Actor, Draft, RichText], Awaitable[None]]
Others = Mapping[str, TakeText]


async def take(
    others: Others, update: Update, context: Context, actor: Actor, message: Message
) -> bool:
    """Take a message into the draft that listens, or begin one where it opens with a day."""
    draft = workspace.listening(context, actor)
    if message.document is not None:
        if draft is not None and draft.kind in others:
            raise Refusal("edit.media")
        return await _file(update, context, actor, draft, message)
    if message.text is None:
        if draft is not None and message.effective_attachment:
            raise Refusal("edit.media")
        return False
    text = intake.typed(message)
    if draft is not None and draft.kind in others:
        await others[draft.kind](update, context, actor, draft, text)
    elif draft is not None:
        await _part(update, context, draft, message, text, intake.source_of(message))
    else:
        return await _unasked(others, update, context, actor, message)
    return True


async def _part(  # noqa: PLR0913, PLR0917 - all that is known of a part
    update: Update,
    context: Context,
    draft: Draft,
    message: Message,
    text: RichText,
    source: Source,
) -> None:
    number = _day_named(context, draft, text)
    if number:
        await choose_day(update, context, draft, number)
        return
    with durable(context.db):
        put(context, draft.id, message, text, source)
    found = work.gather(context.db, draft.id)
    if found is not None:
        await counting.count(update, context, found)


def _day_named(context: Context, draft: Draft, text: RichText) -> int | None:
    """Return the day that a text names whose draft was asked for its day, and nothing else."""
    session = sessions.get(context.db, draft.session)
    if draft.day is not None or draft.kind != "summary" or session is None:
        return None
    if openings.is_long(text) or len(text.text) > SHORT:
        return None
    every = days.every(context.db, session.id)
    meant = dates.meant(text.text, session, every, session.today(context.clock.now()))
    return the_one(meant, every)


async def _unasked(
    others: Others, update: Update, context: Context, actor: Actor, message: Message
) -> bool:
    """Take what comes while nothing listens; tell whether it was meant for a draft."""
    text = intake.typed(message)
    shown = _shown(context, actor, message)
    if shown is not None:
        with durable(context.db):
            drafts.reopen(context.db, shown, context.clock.now())
        await _part(update, context, shown, message, text, "message")
        return True
    opened = openings.by_day(text)
    if opened is not None and openings.is_long(text):
        return await _opens(update, context, actor, message, opened)
    silent = drafts.open_of(context.db, actor.id)
    if silent is not None and silent.kind not in others and openings.is_long(text):
        await _late(update, context, silent, message, text)
        return True
    if len(text.text) > openings.LONG and message.forward_origin is None:
        await begin_with(
            update, context, actor, context.session, Opening(None, None, text), message
        )
        return True
    return False


def _shown(context: Context, actor: Actor, message: Message) -> Draft | None:
    """Return the draft whose text goes on in a message, since an app has cut it."""
    mine = drafts.of_editor(context.db, actor.id)
    if not mine or mine[0].state != "shown" or message.forward_origin is not None:
        return None
    before = parts.of_draft(context.db, mine[0].id)
    after = parts.Part(mine[0].id, message.message_id, RichText(""), "message", message.date)
    return mine[0] if before and seams.cut_by_app(before[-1], after) else None


async def _opens(
    update: Update, context: Context, actor: Actor, message: Message, opened: Opening
) -> bool:
    session = context.session
    if days.get(context.db, session.id, opened.day or 0) is None or not opened.rest.text:
        return False
    await begin_with(update, context, actor, session, opened, message)
    return True


async def _late(
    update: Update, context: Context, draft: Draft, message: Message, text: RichText
) -> None:
    """Ask whether a text belongs to the draft that fell silent; until then it is kept beside."""
    with writing(context.db):
        part = parts.Part(draft.id, message.message_id, text, "late", message.date)
        parts.put_aside(context.db, part)
    found = work.gather(context.db, draft.id)
    if found is not None:
        keyboard = keyboards.silent(draft.id, message.message_id, context.words)
        said = richtext.from_html(views.silent(found, context.words))
        await send_below(update, context, [said], keyboard)


async def _file(
    update: Update, context: Context, actor: Actor, draft: Draft | None, message: Message
) -> bool:
    """Take a file as a part of the draft that listens, or as a summary of its own."""
    if message.document is None:
        return False
    text = await intake.read_file(message.document, context)
    if draft is not None:
        await _part(update, context, draft, message, text, "file")
        return True
    session = context.session
    told = openings.by_day(RichText(message.caption or message.document.file_name or ""))
    known = told and days.get(context.db, session.id, told.day or 0)
    day, language = (told.day, told.language) if told and known else (None, None)
    opened = Opening(day, language, text)
    await begin_with(update, context, actor, session, opened, message, source="file")
    return True


async def take_edited(update: Update, context: Context, actor: Actor, message: Message) -> bool:
    """Change the part of a draft that an editor has edited; nothing else is changed by an edit."""
    old = parts.written_in(context.db, actor.id, message.message_id)
    if old is None or message.text is None:
        return False
    text = intake.typed(message)
    if old.source == "opening":
        text = _without_opening(context, text)
    with durable(context.db):
        put(context, old.draft, message, text, old.source)
    found = work.gather(context.db, old.draft)
    if found is None or old.source == "late":
        return True
    if found.draft.state == "open":
        await counting.count(update, context, found)
    elif found.draft.state == "shown":
        keyboard = keyboards.changed(found.draft.id, context.words)
        await answer(update, context, views.changed(found, context.words), keyboard)
    return True


def _without_opening(context: Context, text: RichText) -> RichText:
    if text.text.startswith("/"):
        every = days.every(context.db, context.session.id)
        return openings.by_command(text, frozenset(day.number for day in every)).rest
    opened = openings.by_day(text)
    return opened.rest if opened else text


# These take the texts of drafts that are not written in parts.
_OTHERS: Others = {"retract": retracting.take_reason, "record": records.take_text}
DESK = Desk(takes=(partial(take, _OTHERS),), edited=(take_edited,))
